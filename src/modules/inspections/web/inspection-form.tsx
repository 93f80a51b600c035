import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, SelectField, TextAreaField, TextField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { auditorKinds, inspectionKinds, InspectionInput } from '../inspection.ts';
import { frameworksQuery, type Inspection, peopleQuery, servicesQuery, titleOf, useRefreshInspections } from './queries.ts';
import { todayHere } from './today-here.ts';

const fieldsOf = (audit: Inspection) => Object.fromEntries(Object.keys(InspectionInput.shape).map((key) => [key, audit[key as keyof Inspection]]));

/** The norms it is held against: their newest version is named, for an audit keeps the framework and not its wording. */
const FrameworkField = () => {
  const { t } = useTranslation('inspections');
  const { language } = useFormat();
  const frameworks = useQuery(frameworksQuery).data ?? [];
  return (
    <SelectField
      name="framework"
      label={t('fields.framework')}
      help={t('form.frameworkHelp')}
      optional
      options={frameworks.map((framework) => ({ value: framework.id, label: titleOf(framework, language) }))}
    />
  );
};

/** Chapters, written one after the other with commas. */
const ChaptersField = () => {
  const { t } = useTranslation(['inspections', 'shell']);
  const field = useField('chapters', t('fields.chapters'), t('form.chaptersHelp'));
  const value = ((field.value as string[] | undefined) ?? []).join(', ');
  const read = (written: string): string[] =>
    written
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {t('fields.chapters')}
        <small>{t('shell:optional')}</small>
      </label>
      <p className="field-help" id={`${field.id}-help`}>
        {t('form.chaptersHelp')}
      </p>
      <input {...field.control} className="control" defaultValue={value} onChange={(event) => field.set(read(event.target.value))} />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};

const ServicesField = () => {
  const { t } = useTranslation('inspections');
  const field = useField('serviceIds', t('fields.serviceIds'));
  const services = useQuery(servicesQuery(useCentre().id)).data?.items ?? [];
  const chosen = (field.value as string[] | undefined) ?? [];
  if (services.length === 0) return null;
  return (
    <details className="field" open={chosen.length > 0}>
      <summary className="field-label">
        {t('fields.serviceIds')}
        {chosen.length === 0 && <small>{t('form.noService')}</small>}
      </summary>
      <fieldset>
        <legend className="hidden-text">{t('fields.serviceIds')}</legend>
        {services.map(({ id, name }) => (
          <label key={id} className="choice bare">
            <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => field.set(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
};

/** Why a partial audit counts: asked of a partial one only. */
const ClockReason = () => {
  const { t } = useTranslation('inspections');
  return useFormContext().get('kind') === 'partial' ? <TextAreaField name="clockReason" label={t('fields.clockReason')} help={t('clock.reasonHelp')} optional maxLength={1000} /> : null;
};

const AuditorFields = () => {
  const { t } = useTranslation('inspections');
  const centre = useCentre();
  const may = useMay();
  const people = useQuery({ ...peopleQuery(centre.id), enabled: may('person.read') }).data?.items ?? [];
  const internal = useFormContext().get('auditorKind') === 'internal';
  return (
    <>
      {internal && (
        <SelectField
          name="auditorId"
          label={t('fields.auditorId')}
          help={t('form.personHelp')}
          optional
          options={people.map(({ id, firstName, lastName }) => ({ value: id, label: `${lastName} ${firstName}` }))}
        />
      )}
      <TextField name="auditorName" label={t('fields.auditorName')} optional maxLength={120} />
      {!internal && <TextField name="auditorFirm" label={t('fields.auditorFirm')} optional maxLength={160} />}
    </>
  );
};

/** An audit: what it covers, who does it, when, and what it concludes. */
export const InspectionForm = ({ audit, onDone }: { audit?: Inspection; onDone?: () => void }) => {
  const { t } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInspections(centre.id);
  const base = `/c/${centre.slug}/inspections`;
  const path = { organizationId: centre.id, id: audit?.id ?? '' };
  const form = useForm({
    schema: InspectionInput,
    domain: 'inspections',
    draft: `inspection/${audit?.id ?? `new/${centre.id}`}`,
    ...(audit ? { record: { register: 'inspection', id: audit.id } } : {}),
    initial: audit ? fieldsOf(audit) : { kind: 'complete', auditorKind: 'external', chapters: [], serviceIds: [] },
    version: audit?.version,
    save: (values, { patch, version }) =>
      audit
        ? unwrap(api.PATCH('/organizations/{organizationId}/inspections/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/inspections', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/inspections/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: ({ id }: Inspection) => {
      void refresh();
      onDone?.();
      void navigate({ to: `${base}/${id}` });
    },
  });
  const cancel = audit ? (
    <button type="button" className="button" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={base}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t('shell:save')} cancel={cancel}>
      <TextField name="title" label={t('fields.title')} maxLength={200} />
      <ChoiceField name="kind" label={t('fields.kind')} options={inspectionKinds.map((value) => ({ value, label: t(`kinds.${value}`), help: t(`kindHelp.${value}`) }))} />
      <ClockReason />
      <h2>{t('form.scopeTitle')}</h2>
      <FrameworkField />
      <ChaptersField />
      <ServicesField />
      <TextAreaField name="scope" label={t('fields.scope')} optional maxLength={2000} />
      <h2>{t('form.auditorTitle')}</h2>
      <ChoiceField name="auditorKind" label={t('fields.auditorKind')} options={auditorKinds.map((value) => ({ value, label: t(`auditorKinds.${value}`) }))} />
      <AuditorFields />
      <h2>{t('form.datesTitle')}</h2>
      <DateField name="plannedOn" label={t('fields.plannedOn')} optional />
      <DateField name="heldOn" label={t('fields.heldOn')} optional max={todayHere()} />
      <DateField name="heldUntil" label={t('fields.heldUntil')} optional max={todayHere()} />
      <DateField name="reportOn" label={t('fields.reportOn')} optional max={todayHere()} />
      <TextAreaField name="summary" label={t('fields.summary')} optional maxLength={5000} />
    </Form>
  );
};
