import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { components } from '../../../web/api.generated.d.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import type { MovementKind } from '../movement.ts';
import { type SettingInput, stepOwners } from '../template.ts';
import { useRefreshMovements } from './queries.ts';

export type TemplateStep = components['schemas']['StepTemplates']['items'][number]['steps'][number];

const person = 'person';
const Asked = z
  .strictObject({
    own: z.boolean(),
    title: z.string().trim().max(200).optional(),
    owner: z.enum([...stepOwners, person]).optional(),
    ownerId: z.uuid().optional(),
    term: z.strictObject({ amount: z.number({ error: 'required' }).int().min(-365).max(365), unit: z.enum(['day', 'month'], { error: 'required' }) }).optional(),
    position: z.string().optional(),
  })
  .refine((asked) => asked.owner !== person || asked.ownerId, { message: 'required', path: ['ownerId'] })
  .refine((asked) => !asked.own || asked.title, { message: 'required', path: ['title'] })
  .refine((asked) => !asked.own || asked.owner, { message: 'required', path: ['owner'] })
  .refine((asked) => !asked.own || asked.term, { message: 'required', path: ['term.amount'] });

/** Writes what a centre sets of a step, new or upon the version that was read. */
const useWrite = () => {
  const centre = useCentre();
  const organizationId = centre.id;
  return (step: TemplateStep | undefined, body: SettingInput) =>
    step?.setting
      ? unwrap(api.PUT('/organizations/{organizationId}/stepSettings/{id}', { params: { path: { organizationId, id: step.setting.id } }, headers: ifMatch(step.setting.version), body }))
      : unwrap(api.POST('/organizations/{organizationId}/stepSettings', { params: { path: { organizationId } }, body }));
};

type Props = { kind: MovementKind; step?: TemplateStep; places: { value: string; label: string }[]; onDone: () => void };

/** Who does a step and by when, its words; a step of the centre's own has its place too. What is left empty stays as the library has it. */
export const TemplateForm = ({ kind, step, places, onDone }: Props) => {
  const { t } = useTranslation(['movements', 'shell']);
  const refresh = useRefreshMovements();
  const write = useWrite();
  const own = step?.own ?? true;
  const set = step?.setting;
  const last = places.at(-1)!.value;
  const form = useForm({
    schema: Asked,
    domain: 'movements',
    initial: {
      own,
      title: set?.title ?? '',
      owner: set?.ownerId ? person : (set?.owner ?? ''),
      ownerId: set?.ownerId ?? '',
      term: { amount: set?.term?.amount ?? '', unit: set?.term?.unit ?? (own ? 'day' : '') },
      position: set && Number(last) > set.position ? String(set.position) : last,
    },
    save: ({ title, owner, ownerId, term, position }) =>
      write(step, {
        movementKind: kind,
        ...(own ? {} : { templateId: step!.id }),
        ...(title ? { title } : {}),
        ...(owner === person ? { ownerId: ownerId! } : owner ? { owner } : {}),
        ...(term ? { term } : {}),
        dropped: false,
        // The last place stays the last, whatever the library adds.
        position: !own || !position || position === last ? 999 : Number(position),
      }),
    onSaved: () => {
      void refresh();
      onDone();
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
        <TextField name="title" label={t(own ? 'fields.title' : 'templates.more')} optional={!own} maxLength={200} />
        <SelectField
          name="owner"
          label={t('fields.owner')}
          optional={!own}
          {...(own ? {} : { help: t('templates.ownerHelp') })}
          options={[...stepOwners.map((value) => ({ value, label: t(`ownerRoles.${value}`) })), { value: person, label: t('templates.person') }]}
        />
        {form.get('owner') === person && <PersonField name="ownerId" label={t('templates.personName')} help={t('templates.personHelp')} />}
        {step?.rule ? (
          <p className="quiet small">{t('templates.termOfRule')}</p>
        ) : (
          <div className="fields-in-line">
            <NumberField name="term.amount" label={t('fields.term')} optional={!own} help={t('templates.termHelp')} />
            <SelectField name="term.unit" label={t('templates.unit')} optional={!own} options={(['day', 'month'] as const).map((value) => ({ value, label: t(`templates.units.${value}`) }))} />
          </div>
        )}
        {own && <SelectField name="position" label={t('fields.position')} options={places} />}
      </Form>
    </div>
  );
};

/** Why a step of the library is left out from now on. */
export const DropForm = ({ kind, step, onDone }: Omit<Props, 'places'>) => {
  const { t } = useTranslation(['movements', 'shell']);
  const refresh = useRefreshMovements();
  const write = useWrite();
  const set = step!.setting;
  const form = useForm({
    schema: z.strictObject({ dropReason: z.string({ error: 'required' }).trim().min(1, 'required').max(500) }),
    domain: 'movements',
    initial: { dropReason: '' },
    save: ({ dropReason }) =>
      write(step, {
        movementKind: kind,
        templateId: step!.id,
        dropped: true,
        dropReason,
        position: 999,
        // What was changed of it is there again when it comes back.
        ...(set?.title ? { title: set.title } : {}),
        ...(set?.ownerId ? { ownerId: set.ownerId } : set?.owner ? { owner: set.owner } : {}),
        ...(set?.term ? { term: set.term } : {}),
      }),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <div className="step-form">
      <Form
        form={form}
        submit={t('templates.drop')}
        cancel={
          <button type="button" className="button" onClick={onDone}>
            {t('shell:cancel')}
          </button>
        }
      >
        <TextAreaField name="dropReason" label={t('fields.dropReason')} help={t('templates.dropHelp')} maxLength={500} />
      </Form>
    </div>
  );
};
