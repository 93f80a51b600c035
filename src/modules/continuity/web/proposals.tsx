import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { NumberField, SelectField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import { RecoveryProposalInput } from '../proposal.ts';
import { useDuration } from './parts.tsx';
import { plansQuery, proposalsQuery, useRefreshContinuity } from './queries.ts';

/** What the council is to be asked; it then waits on its agenda. */
export const ProposalForm = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const plans = useQuery(plansQuery(centre.id)).data?.items ?? [];
  const form = useForm({
    schema: RecoveryProposalInput,
    domain: 'continuity',
    initial: { restartHours: 24, lossHours: 24 },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/recoveryProposals', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <p className="field-help">{t('proposal.help')}</p>
      <NumberField name="restartHours" label={t('fields.restartHours')} />
      <NumberField name="lossHours" label={t('fields.lossHours')} />
      <SelectField
        name="planId"
        label={t('fields.planId')}
        help={t('objective.planHelp')}
        optional
        options={plans.filter(({ endedOn }) => !endedOn).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextAreaField name="reason" label={t('fields.reason')} help={t('proposal.reasonHelp')} optional maxLength={2000} />
    </Form>
  );
};

/** What the council is asked to decide of how soon and how much; what it approved is an objective, what it refused stays to be seen. */
export const Proposals = () => {
  const { t } = useTranslation('continuity');
  const { date } = useFormat();
  const duration = useDuration();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshContinuity(centre.id);
  const all = useQuery(proposalsQuery(centre.id)).data?.items ?? [];
  const shown = all.filter(({ outcome }) => outcome !== 'approved');
  if (shown.length === 0) return null;
  return (
    <>
      <h3>{t('proposal.title')}</h3>
      {shown.map((one) => {
        const said = { what: one.planName ?? t('objective.whole'), restart: duration(one.restartHours * 60), loss: duration(one.lossHours * 60) };
        return (
          <p key={one.id} className="measure">
            {one.outcome === 'refused' ? t('proposal.refused', { ...said, date: date(one.decidedOn!) }) : t('proposal.sentence', { ...said, date: date(one.proposedOn) })}{' '}
            {!one.outcome && may('council.read') && <Link to={`/c/${centre.slug}/council`}>{t('proposal.agenda')}</Link>}{' '}
            {!one.outcome && one.can['delete'] && (
              <AskToDelete
                label={t('proposal.delete')}
                text={t('proposal.deleteText')}
                plain
                remove={() =>
                  unwrap(api.DELETE('/organizations/{organizationId}/recoveryProposals/{id}', { params: { path: { organizationId: centre.id, id: one.id } }, headers: ifMatch(one.version) }))
                }
                onDeleted={() => void refresh()}
              />
            )}
          </p>
        );
      })}
    </>
  );
};
