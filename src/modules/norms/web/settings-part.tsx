import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { DateField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Assessment, useRefreshNorms } from './assessment-queries.ts';

const ClosingForm = ({ assessment }: { assessment: Assessment }) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshNorms(centre.id);
  const form = useForm({
    schema: z.strictObject({ closesOn: CivilDate.optional() }),
    domain: 'norms',
    initial: { closesOn: assessment.closesOn ?? '' },
    version: assessment.version,
    save: ({ closesOn }, { version }) =>
      unwrap(
        api.PATCH('/organizations/{organizationId}/assessments/{id}', {
          params: { path: { organizationId: centre.id, id: assessment.id } },
          headers: ifMatch(version!),
          body: { closesOn: closesOn ?? null },
        }),
      ),
    onSaved: () => void refresh(),
  });
  return (
    <Form form={form} submit={t('shell:save')}>
      <DateField name="closesOn" label={t('fields.closesOn')} optional min={assessment.openedOn} />
    </Form>
  );
};

/** The day by which an assessment closes, and the way to take away one that was opened by mistake. */
export const AssessmentSettings = ({ assessment }: { assessment: Assessment }) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshNorms(centre.id);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  if (!assessment.can['update']) return null;
  const remove = async () => {
    setProblem(undefined);
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/assessments/{id}', { params: { path: { organizationId: centre.id, id: assessment.id } }, headers: ifMatch(assessment.version) }));
      setAsking(false);
      void navigate({ to: `/c/${centre.slug}/norms` });
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <details className="norm-more no-print">
      <summary>{t('settings.title')}</summary>
      <ClosingForm key={assessment.version} assessment={assessment} />
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {t('settings.delete')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('settings.deleteTitle', { year: assessment.year })}>
        <p>{t('settings.deleteText')}</p>
        {problem && <ProblemNotice problem={problem} />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => void remove()}>
            {t('settings.delete')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </details>
  );
};
