import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../../web/api.ts';
import { Changes, hasChanges, useAuditWords, type AuditEntry } from '../../../web/audit-entry.tsx';
import { auditActions, auditedTables, recordAddress } from '../../../web/audit-words.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';

/** The last link of the centre's chain, in the form in which `beffroi audit verify --anchor` takes it. */
const ChainHead = () => {
  const { t } = useAuditWords();
  const { moment, number } = useFormat();
  const centre = useCentre();
  const { data } = useQuery({
    queryKey: ['audit', centre.id, 'head'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/auditEntries', { params: { path: { organizationId: centre.id }, query: { pageSize: 1 } }, signal })),
  });
  const head = data?.head;
  if (!head) return null;
  return (
    <section>
      <h2>{t('audit:head.title')}</h2>
      <p>{t('audit:head.text')}</p>
      <dl className="facts">
        <dt>{t('audit:head.link')}</dt>
        <dd>{t('audit:head.linkOf', { number: number(head.number), when: moment(head.at) })}</dd>
        <dt>{t('audit:head.line')}</dt>
        <dd>
          <code className="chain-head">
            {centre.slug} ordinary {head.number} {head.hash}
          </code>
          <p className="quiet small">{t('audit:head.lineText')}</p>
        </dd>
        <dt>{t('audit:head.check')}</dt>
        <dd>
          <p className="quiet small">{t('audit:head.checkText')}</p>
          <code className="chain-head">npm run beffroi -- audit verify --anchor FILE</code>
        </dd>
      </dl>
    </section>
  );
};

const What = ({ entry }: { entry: AuditEntry }) => {
  const { t, table, action, label } = useAuditWords();
  const centre = useCentre();
  const address = entry.action === 'delete' ? undefined : recordAddress(entry.table, entry.recordId);
  const words = t('audit:what', { table: table(entry.table), action: action(entry.action) });
  return (
    <>
      {address ? <Link to={`/c/${centre.slug}/${address}`}>{words}</Link> : words}
      {entry.label && <div>{label(entry.table, entry.label)}</div>}
    </>
  );
};

/** Everything that was changed in a centre: who, when, what, from what to what. */
export const AuditPage = () => {
  const { t, table, action, who } = useAuditWords();
  const { moment } = useFormat();
  const centre = useCentre();
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const [actors, setActors] = useState<Record<string, string>>({});
  const path = { organizationId: centre.id };
  const chosenActor = search['actorId'];
  // The accounts met so far can be chosen; one that an address names is offered even before an entry of theirs was seen.
  const everyActor = chosenActor && !actors[chosenActor] ? { ...actors, [chosenActor]: t('audit:thisAccount') } : actors;
  return (
    <Page title={t('audit:title')} lead={t('audit:lead')}>
      <RecordList
        caption={t('audit:title')}
        queryKey={['audit', centre.id]}
        load={async (query, signal) => {
          const page = await unwrap(api.GET('/organizations/{organizationId}/auditEntries', { params: { path, query }, signal }));
          setActors((seen) => ({ ...seen, ...Object.fromEntries(page.items.flatMap((entry) => (entry.actorId ? [[entry.actorId, entry.actorName ?? who(entry)]] : []))) }));
          return page;
        }}
        columns={[
          { key: 'what', header: t('audit:columns.what'), cell: (entry) => <What entry={entry} /> },
          { key: 'changes', header: t('audit:columns.changes'), cell: (entry) => hasChanges(entry) && <Changes entry={entry} /> },
          { key: 'who', header: t('audit:columns.who'), cell: (entry) => who(entry) },
          { key: 'at', header: t('audit:columns.when'), sort: 'at', cell: (entry) => <time dateTime={entry.at}>{moment(entry.at)}</time> },
        ]}
        filters={[
          { name: 'table', label: t('audit:columns.what'), options: auditedTables.map((value) => ({ value, label: table(value) })) },
          { name: 'action', label: t('audit:columns.action'), options: auditActions.map((value) => ({ value, label: action(value) })) },
          { name: 'actorId', label: t('audit:columns.who'), options: Object.entries(everyActor).map(([value, label]) => ({ value, label })) },
          { name: 'from', label: t('audit:columns.from'), type: 'date' },
          { name: 'to', label: t('audit:columns.to'), type: 'date' },
          ...(search['recordId'] ? [{ name: 'recordId', label: t('audit:columns.record'), options: [{ value: search['recordId'], label: t('audit:thisRecord') }] }] : []),
        ]}
        empty={{ title: t('audit:empty.title'), text: t('audit:empty.text') }}
      />
      <ChainHead />
    </Page>
  );
};
