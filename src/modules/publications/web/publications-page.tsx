import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { publicationStates } from '../publication.ts';
import { countQuery, useTitle } from './publication-queries.ts';
import './publications.css';

/** What was published, to be read by whom, and how far the confirmations are. */
export const PublicationsPage = () => {
  const { t } = useTranslation(['publications', 'shell', 'documents']);
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const titleOf = useTitle();
  const path = { organizationId: centre.id };
  const [open, late, all] = [useQuery(countQuery(centre.id, 'open')).data, useQuery(countQuery(centre.id, 'late')).data, useQuery(countQuery(centre.id)).data];
  const lead =
    all === undefined || open === undefined || late === undefined
      ? undefined
      : all === 0
        ? t('lead.none')
        : [t('lead.open', { count: open + late }), ...(late > 0 ? [t('lead.late', { count: late })] : [])].join(' ');
  const add = may('publication.write') && (
    <Link to={`/c/${centre.slug}/documents/publications/new`} className="button primary">
      {t('publish.title')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={lead} actions={add} back={{ to: `/c/${centre.slug}/documents`, label: t('documents:title') }}>
      <RecordList
        caption={t('title')}
        queryKey={['publications', centre.id, 'list']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/publications', { params: { path, query }, signal }))}
        columns={[
          {
            key: 'title',
            header: t('fields.title'),
            cell: (publication) => (
              <>
                <Link to={`/c/${centre.slug}/documents/publications/${publication.id}`}>{titleOf(publication)}</Link>
                <small className="quiet">{t('list.version', { number: publication.number })}</small>
              </>
            ),
          },
          { key: 'state', header: t('fields.state'), cell: (publication) => <span className={publication.state === 'late' ? 'late' : undefined}>{t(`states.${publication.state}`)}</span> },
          {
            key: 'waiting',
            header: t('list.progressColumn'),
            sort: 'waiting',
            cell: ({ confirm, confirmed, recipients }) =>
              confirm ? (
                <>
                  {t('list.progress', { confirmed: number(confirmed), total: number(recipients) })}
                  <progress className="progress-line" value={confirmed} max={Math.max(1, recipients)} aria-hidden="true" />
                </>
              ) : (
                t('list.information')
              ),
          },
          { key: 'start', header: t('fields.startsOn'), sort: 'recent', cell: ({ startsOn }) => shortDate(startsOn) },
          { key: 'due', header: t('fields.dueOn'), sort: 'due', cell: ({ dueOn }) => dueOn && shortDate(dueOn) },
        ]}
        filters={[{ name: 'state', label: t('fields.state'), options: publicationStates.map((value) => ({ value, label: t(`states.${value}`) })) }]}
        exportAddress={`/organizations/${centre.id}/publications/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
