/** For a member who has lost their telephone, key and recovery codes: takes their factors away, so that they enrol anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { codeOf, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { AskFirst } from './ask-first.tsx';
import { type Member, membersKey } from './queries.ts';

export const ResetFactors = ({ member }: { member: Member }) => {
  const { t } = useTranslation('accounts');
  const centre = useCentre();
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: () => unwrap(api.DELETE('/organizations/{organizationId}/members/{id}/factors', { params: { path: { organizationId: centre.id, id: member.id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: membersKey(centre.id) }),
  });
  const elsewhere = reset.error !== null && codeOf(problemOf(reset.error).type) === 'resourceNotFound';
  return (
    <section>
      <h2>{t('reset.title')}</h2>
      <p>{t('reset.text')}</p>
      {elsewhere && (
        <p className="notice late" role="alert">
          {t('reset.elsewhere')}
        </p>
      )}
      {reset.error && !elsewhere && <ProblemNotice problem={problemOf(reset.error)} />}
      {reset.isSuccess && (
        <p className="notice done" role="status">
          {t('reset.done')}
        </p>
      )}
      <AskFirst go={t('reset.go')} title={t('reset.title')} onGo={() => reset.mutate()}>
        {t('reset.sure', { name: member.name })}
      </AskFirst>
    </section>
  );
};
