import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { SelectField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { AnswerData, answerKinds } from '../finding.ts';
import { type AccountList, type AccountMatch, questionsQuery, useRefreshReconciliation } from './queries.ts';

const Whose = () => {
  const { t } = useTranslation('reconciliation');
  const kind = useFormContext().get('kind') as (typeof answerKinds)[number];
  return (
    <>
      <SelectField name="kind" label={t('answer.title')} options={answerKinds.map((value) => ({ value, label: t(`answer.${value}`) }))} />
      {kind !== 'unknown' && <PersonField name="personId" label={t('fields.person')} help={t(`answer.personHelp.${kind}`)} />}
    </>
  );
};

/** Says whose an account is; `save` sends it. */
export const AnswerForm = ({ initial, save, onDone }: { initial: Partial<AnswerData>; save: (answer: AnswerData) => Promise<unknown>; onDone: () => void }) => {
  const { t } = useTranslation(['reconciliation', 'shell']);
  const refresh = useRefreshReconciliation(useCentre().id);
  const form = useForm({
    schema: AnswerData,
    domain: 'reconciliation',
    initial: { kind: 'person', ...initial },
    save: ({ kind, personId }) => save({ kind, ...(kind === 'unknown' || !personId ? {} : { personId }) }),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <Form
      form={form}
      submit={t('answer.save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <Whose />
    </Form>
  );
};

const Question = ({ match, can }: { match: AccountMatch; can: boolean }) => {
  const { t } = useTranslation('reconciliation');
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const [other, setOther] = useState(false);
  const put = (body: AnswerData) =>
    unwrap(api.PUT('/organizations/{organizationId}/accountMatches/{id}', { params: { path: { organizationId: centre.id, id: match.id } }, headers: ifMatch(match.version), body }));
  const yes = useMutation({ mutationFn: () => put({ kind: 'person', personId: match.personId! }), onSuccess: refresh });
  return (
    <li>
      <p>
        <b>{match.account}</b> {match.label && <span>({match.label})</span>} → {match.person}
        <br />
        <span className="quiet small">{match.why && t(`doubts.${match.why}`)}</span>
      </p>
      {yes.error && <ProblemNotice problem={problemOf(yes.error)} />}
      {can && !other && (
        <span className="buttons no-print">
          <button
            type="button"
            className="button"
            aria-disabled={yes.isPending}
            aria-label={t('questions.yesFor', { account: match.account, person: match.person })}
            onClick={() => !yes.isPending && yes.mutate()}
          >
            {t('questions.yes')}
          </button>
          <button type="button" className="button" aria-label={t('questions.otherFor', { account: match.account })} onClick={() => setOther(true)}>
            {t('questions.other')}
          </button>
        </span>
      )}
      {other && <AnswerForm initial={{}} save={put} onDone={() => setOther(false)} />}
    </li>
  );
};

/** The accounts of which somebody has to say whose they are, each with who is supposed and why it is uncertain. */
export const Questions = ({ list }: { list: AccountList }) => {
  const { t } = useTranslation('reconciliation');
  const { number } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const query = useQuery({ ...questionsQuery(centre.id, list.id), enabled: list.asked > 0 });
  const questions = query.data?.items ?? [];
  // Of two of one name, nobody is supposed rather than the other.
  const sure = questions.filter(({ why }) => why !== 'namesakes').map(({ id }) => id);
  const all = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/accountMatches/confirm', { params: { path: { organizationId: centre.id } }, body: { resourceId: list.id, ids: sure } })),
    onSuccess: refresh,
  });
  if (list.asked === 0) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questions.title')}</h2>
      <p className="quiet">{t('questions.text')}</p>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      <ul className="questions">
        {questions.map((match) => (
          <Question key={match.id} match={match} can={Boolean(list.can['decide'])} />
        ))}
      </ul>
      {list.asked > questions.length && questions.length > 0 && <p className="quiet">{t('questions.more', { rest: number(list.asked - questions.length) })}</p>}
      {all.error && <ProblemNotice problem={problemOf(all.error)} />}
      {list.can['decide'] && sure.length > 1 && (
        <p className="buttons no-print">
          <button type="button" className="button" aria-disabled={all.isPending} onClick={() => !all.isPending && all.mutate()}>
            {t('questions.all', { count: sure.length })}
          </button>
        </p>
      )}
    </section>
  );
};
