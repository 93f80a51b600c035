import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { ChecksField } from '../../../web/checks-field.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { FromLibrary } from '../profile.ts';
import { AccessTabs } from './access-tabs.tsx';
import { comparisonQuery, libraryQuery, profilesQuery, useRefreshAccess } from './queries.ts';
import './access.css';

/** The profiles to start from: those whose resources the centre has, not taken over yet. */
const Library = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshAccess();
  const library = useQuery(libraryQuery(centre.id)).data?.items.filter(({ taken }) => !taken);
  const form = useForm({
    schema: FromLibrary,
    domain: 'access',
    initial: { ids: [] as string[] },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/accessProfileLibrary', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  if (!library) return <p role="status">{t('shell:loading')}</p>;
  return (
    <Form
      form={form}
      submit={t('profiles.take')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <ChecksField
        name="ids"
        label={t('profiles.library')}
        help={t('profiles.libraryHelp')}
        all={t('profiles.all')}
        options={library.map(({ id, name, rights, missing }) => ({ value: id, label: name, help: t('profiles.ofLibrary', { count: rights, missing }) }))}
      />
    </Form>
  );
};

const Comparison = () => {
  const { t } = useTranslation(['access', 'shell']);
  const { list } = useFormat();
  const centre = useCentre();
  const query = useQuery(comparisonQuery(centre.id));
  const found = query.data;
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison">{t('profiles.comparison')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {found && <p>{found.items.length === 0 ? t('profiles.agree') : t('profiles.differ', { count: found.items.length, people: found.people })}</p>}
      {found && found.without.length > 0 && <p className="quiet">{t('profiles.without', { functions: list(found.without.slice(0, 20)), count: found.without.length })}</p>}
      {found && found.items.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('profiles.comparison')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fields.personId')}</th>
              <th scope="col">{t('profiles.job')}</th>
              <th scope="col" className="end">
                {t('profiles.missing')}
              </th>
              <th scope="col" className="end">
                {t('profiles.beyond')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.items.map((one) => (
              <tr key={one.personId}>
                <th scope="row">
                  <Link to={`/c/${centre.slug}/access/profiles/people/${one.personId}`}>{one.name}</Link>
                </th>
                <td data-label={t('profiles.job')}>
                  <span>{list(one.jobs.map((job) => [job.function, job.serviceName].filter(Boolean).join(', ')))}</span>
                </td>
                <td className="end" data-label={t('profiles.missing')}>
                  <span>{one.missing.length}</span>
                </td>
                <td className="end" data-label={t('profiles.beyond')}>
                  <span>{one.beyond.length}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

/** The profiles of functions of a centre, and who has more or less than theirs. */
export const ProfilesPage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const { list } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const [taking, setTaking] = useState(false);
  const query = useQuery(profilesQuery(centre.id));
  const profiles = query.data?.items;
  const buttons = may('access.rules') && (
    <>
      <Link to={`/c/${centre.slug}/access/profiles/new`} className="button primary">
        {t('profiles.add')}
      </Link>
      <button type="button" className="button" onClick={() => setTaking(true)}>
        {t('profiles.fromLibrary')}
      </button>
    </>
  );
  return (
    <Page title={t('tabs.profiles')} lead={t('profiles.lead')} actions={!taking && profiles && profiles.length > 0 && buttons}>
      <AccessTabs />
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {taking && <Library onDone={() => setTaking(false)} />}
      {profiles?.length === 0 && !taking && (
        <div className="empty">
          <h2>{t('profiles.empty')}</h2>
          <p>{t('profiles.emptyText')}</p>
          {buttons && <div className="buttons">{buttons}</div>}
        </div>
      )}
      {profiles && profiles.length > 0 && (
        <>
          <table className="list">
            <caption className="hidden-text">{t('tabs.profiles')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('profiles.one')}</th>
                <th scope="col">{t('profiles.of')}</th>
                <th scope="col">{t('profiles.rights')}</th>
              </tr>
            </thead>
            <tbody>
              {profiles.map((profile) => (
                <tr key={profile.id}>
                  <th scope="row">
                    <Link to={`/c/${centre.slug}/access/profiles/${profile.id}`}>{profile.name}</Link>
                  </th>
                  <td data-label={t('profiles.of')}>
                    <span>{[profile.functions.slice(0, 3).join(', '), profile.functions.length > 3 && '…', profile.serviceName].filter(Boolean).join(' ')}</span>
                  </td>
                  <td data-label={t('profiles.rights')}>
                    <span>{list(profile.rights.map(({ resourceName, level }) => `${resourceName} (${t(`levels.${level}`)})`))}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Comparison />
        </>
      )}
    </Page>
  );
};
