import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { RowsField } from '../../../web/rows-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { rightLevels } from '../grant.ts';
import { ProfileInput } from '../profile.ts';
import { comparisonQuery, matrixQuery, type Profile, profileQuery, useRefreshAccess } from './queries.ts';
import { todayHere } from './today.ts';
import './access.css';

const fieldsOf = ({ name, functions, serviceId, note, rights }: Profile) => ({
  name,
  functions: [...functions],
  serviceId: serviceId ?? '',
  note: note ?? '',
  rights: rights.map(({ resourceId, level }) => ({ resourceId, level })),
});

const ProfileForm = ({ profile }: { profile?: Profile }) => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshAccess();
  const base = `/c/${centre.slug}/access/profiles`;
  const path = { organizationId: centre.id, id: profile?.id ?? '' };
  const services = useQuery(matrixQuery(centre.id, undefined)).data?.services ?? [];
  const form = useForm({
    schema: ProfileInput,
    domain: 'access',
    draft: `access/profile/${centre.id}/${profile?.id ?? 'new'}`,
    ...(profile ? { record: { register: 'accessProfile', id: profile.id } } : {}),
    initial: profile ? fieldsOf(profile) : { name: '', functions: [] as string[], serviceId: '', note: '', rights: [] as { resourceId: string; level: string }[] },
    version: profile?.version,
    save: (values, { patch, version }) =>
      profile
        ? unwrap(api.PATCH('/organizations/{organizationId}/accessProfiles/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/accessProfiles', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/accessProfiles/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => {
      void refresh();
      void navigate({ to: base });
    },
  });
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Link to={base}>{t('shell:cancel')}</Link>}>
      <TextField name="name" label={t('fields.name')} maxLength={120} />
      <RowsField name="functions" label={t('fields.functions')} help={t('profiles.functionsHelp')} add={t('profiles.addFunction')} fresh="">
        {(row) => <TextField name={row} label={t('profiles.function')} maxLength={120} />}
      </RowsField>
      <SelectField name="serviceId" label={t('fields.serviceId')} help={t('profiles.serviceHelp')} optional options={services.map(({ id, name }) => ({ value: id, label: name }))} />
      <RowsField name="rights" label={t('profiles.rights')} add={t('profiles.addRight')} fresh={{ resourceId: '', level: '' }}>
        {(row) => (
          <>
            <ResourceField name={`${row}.resourceId`} label={t('fields.resourceId')} />
            <SelectField name={`${row}.level`} label={t('fields.level')} options={rightLevels.map((value) => ({ value, label: t(`levels.${value}`) }))} />
          </>
        )}
      </RowsField>
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={2000} />
    </Form>
  );
};

/** A new profile, made by hand. */
export const NewProfilePage = () => {
  const { t } = useTranslation('access');
  const centre = useCentre();
  return (
    <Page title={t('profiles.add')} lead={t('profiles.newLead')} back={{ to: `/c/${centre.slug}/access/profiles`, label: t('tabs.profiles') }}>
      <ProfileForm />
    </Page>
  );
};

/** One profile: its functions, its rights, its history. */
export const ProfilePage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshAccess();
  const { profileId: id = '' } = useParams({ strict: false }) as { profileId?: string };
  const query = useQuery(profileQuery(centre.id, id));
  const [problem, setProblem] = useState<Problem | undefined>();
  const profile = query.data;
  const remove = async () => {
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/accessProfiles/{id}', { params: { path: { organizationId: centre.id, id } }, headers: ifMatch(profile!.version) }));
      void navigate({ to: `/c/${centre.slug}/access/profiles` });
      void refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Page
      title={profile?.name ?? t('profiles.one')}
      lead={profile && t('profiles.rightsOf', { count: profile.rights.length })}
      back={{ to: `/c/${centre.slug}/access/profiles`, label: t('tabs.profiles') }}
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {problem && <ProblemNotice problem={problem} />}
      {profile?.can['update'] && <ProfileForm key={profile.version} profile={profile} />}
      {profile && !profile.can['update'] && (
        <ul>
          {profile.rights.map(({ resourceId, resourceName, level }) => (
            <li key={resourceId}>
              {resourceName} ({t(`levels.${level}`)})
            </li>
          ))}
        </ul>
      )}
      {profile?.can['delete'] && (
        <p className="no-print">
          <button type="button" className="button danger" onClick={() => void remove()}>
            {t('profiles.delete')}
          </button>
        </p>
      )}
      {profile && <History organizationId={centre.id} table="access_profile" recordId={profile.id} version={profile.version} />}
    </Page>
  );
};

/** What one person holds against the profile of their function; what lacks is given here, what is beyond leads to its own page. */
export const PersonProfilePage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshAccess();
  const { personId = '' } = useParams({ strict: false }) as { personId?: string };
  const query = useQuery(comparisonQuery(centre.id, personId));
  const resources = new Map(useQuery(matrixQuery(centre.id, undefined)).data?.resources.map(({ id, name }) => [id, name]));
  const [problem, setProblem] = useState<Problem | undefined>();
  const [one] = query.data?.items ?? [];
  const give = async () => {
    try {
      await unwrap(api.POST('/organizations/{organizationId}/accessProfileGivings', { params: { path: { organizationId: centre.id } }, body: { personId, start: todayHere(), rights: one!.missing } }));
      setProblem(undefined);
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Page
      title={one?.name ?? t('profiles.comparison')}
      lead={
        one &&
        [
          one.jobs.map((job) => [job.function, job.serviceName].filter(Boolean).join(', ')).join(' · '),
          one.profiles.length > 0 ? t('profiles.fits', { names: one.profiles.join(', ') }) : t('profiles.fitsNone'),
        ].join('. ')
      }
      back={{ to: `/c/${centre.slug}/access/profiles`, label: t('tabs.profiles') }}
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {problem && <ProblemNotice problem={problem} domain="access" />}
      {query.data && !one && <p>{t('profiles.noContract')}</p>}
      {one && (
        <>
          <h2>{t('profiles.missing')}</h2>
          {one.missing.length === 0 && <p className="quiet">{t('profiles.nothingMissing')}</p>}
          <ul>
            {one.missing.map(({ resourceId, level }) => (
              <li key={resourceId}>
                {resources.get(resourceId)} ({t(`levels.${level}`)})
              </li>
            ))}
          </ul>
          {one.missing.length > 0 && may('access.give') && (
            <p className="no-print">
              <button type="button" className="button primary" onClick={() => void give()}>
                {t('profiles.give', { count: one.missing.length })}
              </button>
            </p>
          )}
          <h2>{t('profiles.beyond')}</h2>
          {one.beyond.length === 0 && <p className="quiet">{t('profiles.nothingBeyond')}</p>}
          <ul>
            {one.beyond.map(({ id, resourceId, level }) => (
              <li key={id}>
                <Link to={`/c/${centre.slug}/access/rights/${id}`}>{resources.get(resourceId) ?? t('rights.one')}</Link> ({t(`levels.${level}`)})
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
};
