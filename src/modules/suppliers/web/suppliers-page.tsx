import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { clauseStates, supplierKinds, supplierStates } from '../supplier.ts';
import { overviewQuery } from './queries.ts';
import './suppliers.css';

/** How many firms there are and what their contracts want, in sentences. */
const Lead = () => {
  const { t } = useTranslation('suppliers');
  const query = useQuery(overviewQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const { current, processors, withoutContract, unchecked, missing, ending } = query.data;
  if (current === 0) return <>{t('lead')}</>;
  const wanting = [
    unchecked > 0 && t('sums.unchecked', { count: unchecked }),
    missing > 0 && t('sums.missing', { count: missing }),
    withoutContract > 0 && t('sums.withoutContract', { count: withoutContract }),
  ].filter(Boolean);
  return (
    <>
      {t('sums.firms', { count: current, processors: t('sums.processors', { count: processors }) })} {wanting.length > 0 ? <b>{`${wanting.join(t('sums.and'))}.`}</b> : t('sums.good')}
      {ending > 0 && ` ${t('sums.ending', { count: ending })}`}
    </>
  );
};

/** The firms that work for a centre. */
export const SuppliersPage = () => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/suppliers`;
  const path = { organizationId: centre.id };
  const add = may('supplier.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('add')}
    </Link>
  );
  return (
    <Page
      title={t('title')}
      lead={<Lead />}
      actions={
        <>
          {add}
          {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
            <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/supplierRegister?format=${format}`} download>
              {t('register.download', { format: format === 'pdf' ? 'PDF' : format === 'docx' ? 'Word' : 'Excel' })}
            </a>
          ))}
        </>
      }
    >
      <RecordList
        caption={t('title')}
        queryKey={['suppliers', centre.id, 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/suppliers/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/suppliers', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (firm) => <Link to={`${base}/${firm.id}`}>{firm.name}</Link> },
          { key: 'kind', header: t('fields.kind'), cell: (firm) => t(`kinds.${firm.kind}`) },
          { key: 'processor', header: t('columns.processor'), cell: (firm) => firm.processor && t('shell:yes') },
          {
            key: 'clauses',
            header: t('fields.clauses'),
            cell: (firm) =>
              firm.state === 'ended' ? (
                <span className="quiet">{t('states.ended')}</span>
              ) : (
                <span className={firm.clauses === 'complete' ? undefined : 'missing'}>{t(`clauseStates.${firm.clauses ?? 'none'}`)}</span>
              ),
          },
          { key: 'contractEnd', header: t('fields.contractEnd'), sort: 'contractEnd', cell: (firm) => firm.contractEnd && shortDate(firm.contractEnd) },
          { key: 'people', header: t('fields.people'), end: true, cell: (firm) => number(firm.people ?? 0) },
          { key: 'resources', header: t('columns.resources'), end: true, cell: (firm) => number(firm.resources ?? 0) },
        ]}
        filters={[
          { name: 'text', label: t('fields.name'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: supplierKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          { name: 'clauses', label: t('fields.clauses'), options: [...clauseStates, 'none' as const].map((value) => ({ value, label: t(`clauseStates.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: supplierStates.map((value) => ({ value, label: t(`states.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/suppliers/export`}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
      />
    </Page>
  );
};
