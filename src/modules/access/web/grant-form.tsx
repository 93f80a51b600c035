import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { GrantInput, rightLevels } from '../grant.ts';
import { type Grant, useRefreshAccess } from './queries.ts';
import { todayHere } from './today.ts';

/** The levels that the chosen resource offers. */
const LevelField = () => {
  const { t } = useTranslation('access');
  const centre = useCentre();
  const form = useFormContext();
  const id = (form.get('resourceId') as string | undefined) ?? '';
  const levels = useQuery({
    queryKey: ['resources', centre.id, 'resource', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/resources/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
    enabled: id !== '',
  }).data?.levels;
  const offered = rightLevels.filter((level) => !levels || levels.includes(level));
  return <SelectField name="level" label={t('fields.level')} help={t('form.levelHelp')} options={offered.map((value) => ({ value, label: t(`levels.${value}`) }))} />;
};

/** What speaks against the right that is being entered: it warns, and does not prevent. */
const Warnings = () => {
  const { t } = useTranslation('access');
  const centre = useCentre();
  const form = useFormContext();
  const [personId, resourceId, level] = (['personId', 'resourceId', 'level'] as const).map((name) => (form.get(name) as string | undefined) ?? '');
  const asked = Boolean(personId && resourceId && level);
  const warnings = useQuery({
    queryKey: ['access', centre.id, 'warnings', personId, resourceId, level],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/organizations/{organizationId}/accessWarnings', {
          params: { path: { organizationId: centre.id }, query: { personId: personId!, resourceId: resourceId!, level: level as 'read' } },
          signal,
        }),
      ),
    enabled: asked,
  }).data?.warnings;
  if (!asked || !warnings || warnings.length === 0) return null;
  return (
    <div className="notice soon" role="status">
      <p>
        <b>{t('warnings.title')}</b>
      </p>
      {warnings.map((warning) => (
        <p key={warning.rule ?? warning.kind}>
          {warning.kind === 'segregation' ? t('warnings.segregation', { other: warning.second ?? warning.first ?? t('warnings.function'), reason: warning.reason }) : t('warnings.socialData')}
        </p>
      ))}
    </div>
  );
};

/** A right of which nothing is said yet. */
const none = { account: '', reason: '', askedOn: '', askedById: '', askedBy: '', agreedOn: '', agreedById: '', agreedBy: '', start: '', until: '' };
const fieldsOf = (grant: Grant): Record<string, unknown> => {
  const { personId, resourceId, level, account, reason, askedOn, askedById, agreedOn, agreedById, start, until } = grant;
  const given = { account, reason, askedOn, askedById, agreedOn, agreedById, start, until, askedBy: askedById ? undefined : grant.askedBy, agreedBy: agreedById ? undefined : grant.agreedBy };
  return { ...none, personId, resourceId, level, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
};

type Props = { grant?: Grant; personId?: string | undefined; resourceId?: string | undefined; onSaved?: () => void };

/** A right asked for, or given at once by whoever may; or one that is put right. */
export const GrantForm = ({ grant, personId, resourceId, onSaved }: Props) => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshAccess();
  const base = `/c/${centre.slug}/access`;
  const path = { organizationId: centre.id, id: grant?.id ?? '' };
  const [gives, agrees] = [may('access.give'), may('access.agree')];
  const form = useForm({
    schema: GrantInput,
    domain: 'access',
    draft: `access/${centre.id}/${grant?.id ?? 'new'}`,
    ...(grant ? { record: { register: 'accessGrant', id: grant.id } } : {}),
    initial: grant ? fieldsOf(grant) : { ...none, personId: personId ?? '', resourceId: resourceId ?? '', level: '', ...(gives && agrees ? { start: todayHere() } : {}) },
    version: grant?.version,
    save: (values, { patch, version }) =>
      grant
        ? unwrap(api.PATCH('/organizations/{organizationId}/accessGrants/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/accessGrants', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/accessGrants/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Grant) => {
      void refresh();
      onSaved?.();
      void navigate({ to: `${base}/rights/${saved.id}` });
    },
  });
  const given = grant?.start !== undefined;
  return (
    <Form form={form} submit={t(grant ? 'shell:save' : gives ? 'form.give' : 'form.ask')} cancel={<Link to={base}>{t('shell:cancel')}</Link>}>
      {!grant && <PersonField name="personId" label={t('fields.personId')} />}
      <ResourceField name="resourceId" label={t('fields.resourceId')} />
      <LevelField />
      <Warnings />
      <TextAreaField name="reason" label={t('fields.reason')} help={t('form.reasonHelp')} optional maxLength={1000} />
      <TextField name="account" label={t('fields.account')} help={t('form.accountHelp')} optional maxLength={120} />
      {(grant ? given : gives) && <DateField name="start" label={t('fields.start')} help={grant ? undefined : t(agrees ? 'form.startHelp' : 'form.startHelpAgreed')} optional={!grant} />}
      <DateField name="until" label={t('fields.until')} help={t('form.untilHelp')} optional />
      <details className="access-more">
        <summary>{t('form.who')}</summary>
        <DateField name="askedOn" label={t('fields.askedOn')} optional max={todayHere()} />
        <PersonField name="askedById" label={t('fields.askedById')} optional />
        {(gives || agrees) && <DateField name="agreedOn" label={t('fields.agreedOn')} optional max={todayHere()} />}
        {(gives || agrees) && <PersonField name="agreedById" label={t('fields.agreedById')} optional />}
      </details>
    </Form>
  );
};
