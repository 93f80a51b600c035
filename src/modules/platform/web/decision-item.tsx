import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { CompletionInput, meetingNumber } from '../meeting.ts';
import { type Decision, useRefreshPlatform } from './queries.ts';

const CompletionForm = ({ decision, onDone }: { decision: Decision; onDone: () => void }) => {
  const { t } = useTranslation(['platform', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPlatform(centre.id);
  const form = useForm({
    schema: CompletionInput,
    domain: 'platform',
    initial: { doneOn: decision.doneOn ?? '', doneHow: decision.doneHow ?? '' },
    version: decision.version,
    save: (_values, { patch, version }) =>
      unwrap(api.PATCH('/organizations/{organizationId}/platformDecisions/{id}', { params: { path: { organizationId: centre.id, id: decision.id } }, headers: ifMatch(version!), body: patch })),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <DateField name="doneOn" label={t('fields.doneOn')} help={t('decision.doneOnHelp')} />
      <TextAreaField name="doneHow" label={t('fields.doneHow')} optional maxLength={1000} />
    </Form>
  );
};

/** Who answers for a decision: a person, a function, or nobody yet. */
export const Responsible = ({ decision }: { decision: Pick<Decision, 'personName' | 'role'> }) => {
  const { t } = useTranslation('platform');
  return decision.personName ?? (decision.role ? t(`roles.${decision.role}`) : t('decision.nobody'));
};

/** A decision: what, whose, by when, whether it was done; and the way to say that it was. */
export const DecisionItem = ({ decision }: { decision: Decision }) => {
  const { t } = useTranslation('platform');
  const { date } = useFormat();
  const centre = useCentre();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="decision">
        <div>
          <p>{decision.text}</p>
          <p className="quiet small">
            <Link to={`/c/${centre.slug}/platform/meetings/${decision.meetingId}`}>{t('decision.from', { number: `${meetingNumber(decision)}.${decision.position}` })}</Link>
            {' · '}
            <Responsible decision={decision} />
          </p>
          {decision.doneHow && <p className="small">{decision.doneHow}</p>}
        </div>
        <p className={decision.late ? 'decision-due late' : 'decision-due'}>
          {decision.doneOn
            ? t('decision.done', { date: date(decision.doneOn) })
            : decision.dueOn
              ? t(decision.late ? 'decision.late' : 'decision.due', { date: date(decision.dueOn) })
              : t('decision.noDate')}
        </p>
        {decision.can['update'] && (
          <button type="button" className="button no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(decision.doneOn ? 'decision.change' : 'decision.complete')}
            <span className="hidden-text">, {decision.text}</span>
          </button>
        )}
      </div>
      {open && <CompletionForm decision={decision} onDone={() => setOpen(false)} />}
    </li>
  );
};
