import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mandateKinds, notifiedToAuthority, notifiedToFederalService } from '../mandate.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { Warnings } from './overview.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { type Mandate, overviewQuery } from './queries.ts';

/** Who holds which function, since when, by which decision, and whether it was notified. */
export const MandatesPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const overview = useQuery({ ...overviewQuery(centre.id), enabled: may('person.read') }).data;
  const path = { organizationId: centre.id };
  const base = `/c/${centre.slug}/people`;
  const add = may('mandate.write') && (
    <Link to={`${base}/mandates/new`} className="button primary">
      {t('mandate.add')}
    </Link>
  );
  const notices = (mandate: Mandate) => {
    const due = [
      ...(notifiedToFederalService.includes(mandate.kind) ? [{ to: t('mandate.federalService'), on: mandate.federalServiceNotifiedOn }] : []),
      ...(notifiedToAuthority.includes(mandate.kind) ? [{ to: t('mandate.authority'), on: mandate.authorityNotifiedOn }] : []),
    ];
    return due.map(({ to, on }) => (
      <span key={to} className={on ? 'notice-line' : 'notice-line missing'}>
        {to} {on ? shortDate(on) : t('mandate.notYet')}
      </span>
    ));
  };
  return (
    <Page title={t('mandate.many')} lead={t('mandate.lead')} actions={add}>
      <PeopleTabs />
      {overview && <Warnings overview={overview} />}
      <RecordList
        caption={t('mandate.many')}
        queryKey={['people', centre.id, 'mandates']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/mandates', { params: { path, query }, signal }))}
        columns={[
          {
            key: 'kind',
            header: t('mandate.one'),
            sort: 'kind',
            cell: (mandate) => <Link to={`${base}/mandates/${mandate.id}`}>{t(`mandateKinds.${mandate.kind}`)}</Link>,
          },
          {
            key: 'name',
            header: t('fields.personName'),
            sort: 'name',
            cell: (mandate) => (may('person.read') ? <Link to={`${base}/${mandate.personId}`}>{mandate.personName}</Link> : mandate.personName),
          },
          { key: 'start', header: t('since'), sort: 'start', cell: (mandate) => <span className="day">{shortDate(mandate.start)}</span> },
          { key: 'end', header: t('until'), cell: (mandate) => mandate.end && <span className="day">{shortDate(mandate.end)}</span> },
          {
            key: 'decision',
            header: t('mandate.decision'),
            cell: (mandate) => mandate.decidedOn && [shortDate(mandate.decidedOn), mandate.decisionNumber].filter(Boolean).join(' · '),
          },
          { key: 'notices', header: t('mandate.notified'), cell: (mandate) => (notices(mandate).length > 0 ? <>{notices(mandate)}</> : undefined) },
        ]}
        filters={[
          { name: 'kind', label: t('mandate.one'), options: mandateKinds.map((value) => ({ value, label: t(`mandateKinds.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: (['inOffice', 'coming', 'ended'] as const).map((value) => ({ value, label: t(`mandate.states.${value}`) })) },
          { name: 'on', label: t('mandate.on'), type: 'date' },
          {
            name: 'missing',
            label: t('missing.label'),
            options: (['decision', 'federalServiceNotice', 'authorityNotice'] as const).map((value) => ({ value, label: t(`mandate.missing.${value}`) })),
          },
        ]}
        exportAddress={`/organizations/${centre.id}/mandates/export`}
        empty={{ title: t('mandate.empty.title'), text: t('mandate.empty.text'), actions: add }}
      />
    </Page>
  );
};
