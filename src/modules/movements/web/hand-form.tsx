import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { History } from '../../../web/history.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { stepRoles } from '../step.ts';
import { type Step, useRefreshMovements } from './queries.ts';

const person = 'person';
const Asked = z
  .strictObject({ owner: z.enum([...stepRoles, person], { error: 'required' }), ownerId: z.uuid().optional(), dueOn: z.string().optional() })
  .refine((asked) => asked.owner !== person || asked.ownerId, { message: 'required', path: ['ownerId'] });

/** Who answers for one step and by when, and what became of it until now. */
export const HandForm = ({ step, onDone }: { step: Step; onDone: () => void }) => {
  const { t } = useTranslation(['movements', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshMovements();
  const before = { owner: step.ownerId ? person : (step.ownerRole ?? ''), ownerId: step.ownerId ?? '', dueOn: step.dueOn ?? '' };
  const form = useForm({
    schema: Asked,
    domain: 'movements',
    initial: before,
    version: step.version,
    save: ({ owner, ownerId, dueOn }) =>
      unwrap(
        api.PUT('/organizations/{organizationId}/accessSteps/{id}', {
          params: { path: { organizationId: centre.id, id: step.id } },
          headers: ifMatch(step.version),
          body: { ...(owner === person ? { ownerId: ownerId! } : { ownerRole: owner }), ...(dueOn && dueOn !== before.dueOn ? { dueOn } : {}) },
        }),
      ),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <div className="step-form">
      <Form
        form={form}
        submit={t('shell:save')}
        cancel={
          <button type="button" className="button" onClick={onDone}>
            {t('shell:cancel')}
          </button>
        }
      >
        <SelectField name="owner" label={t('fields.owner')} options={[...stepRoles.map((value) => ({ value, label: t(`ownerRoles.${value}`) })), { value: person, label: t('templates.person') }]} />
        {form.get('owner') === person && <PersonField name="ownerId" label={t('templates.personName')} />}
        <DateField name="dueOn" label={t('fields.dueOn')} help={t(step.dueAt ? 'hand.ruleHelp' : 'hand.dueHelp')} optional />
      </Form>
      <History organizationId={centre.id} table="access_step" recordId={step.id} version={step.version} />
    </div>
  );
};
