import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useListState } from '../../../web/list-state.ts';
import { ListTools } from '../../../web/list-tools.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { rightLevels } from '../grant.ts';
import { AccessTabs } from './access-tabs.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { useCellWords } from './cell-words.ts';
import { MatrixGrid, type Place } from './matrix.tsx';
import { MatrixList } from './matrix-list.tsx';
import { type Matrix, matrixQuery } from './queries.ts';
import { rowsOf } from './rows.ts';
import { todayHere } from './today.ts';
import './access.css';

/** So many people stand in the matrix at once; more come when they are asked for. */
const pageOfPeople = 250;

/** How the rights of the day stand, in a few sentences; what should not be, in bold. */
const Lead = ({ matrix }: { matrix: Matrix }) => {
  const { t } = useTranslation('access');
  const { date, dayMonth, number } = useFormat();
  const { sums, list, on } = matrix;
  const past = on !== todayHere();
  const about = { people: t('lead.people', { count: sums.people, shown: number(sums.people) }), rights: t('lead.rights', { count: sums.rights, shown: number(sums.rights) }) };
  return (
    <>
      {past && `${t('lead.on', { date: date(on) })} `}
      {sums.rights === 0 ? t('lead.none') : t('lead.sums', { ...about, resources: t('lead.resources', { count: sums.resources, shown: number(sums.resources) }) })}
      {sums.gone > 0 && (
        <>
          {' '}
          <b>{t('lead.gone', { count: sums.gone })}</b>
        </>
      )}
      {sums.withdrawals > 0 && ` ${t('lead.withdrawals', { count: sums.withdrawals })}`}
      {sums.nextEnd && ` ${t('lead.ending', { count: sums.ending, date: dayMonth(sums.nextEnd) })}`}
      {sums.asked > 0 && !past && ` ${t('lead.asked', { count: sums.asked })}`}
      {!past && ` ${list ? t(`lead.list.${list.reason}`, { date: date(list.on) }) : t('lead.list.none')}`}
    </>
  );
};

const Legend = ({ signs }: { signs: Record<string, string> }) => {
  const { t } = useTranslation('access');
  return (
    <ul className="matrix-legend">
      {[...rightLevels, 'temporary' as const, 'wrong' as const].map((mark) => (
        <li key={mark}>
          <span className={`level ${mark}`} aria-hidden="true">
            {signs[mark]}
          </span>
          {t(mark === 'temporary' || mark === 'wrong' ? `legend.${mark}` : `levels.${mark}`)}
        </li>
      ))}
    </ul>
  );
};

const names = ['serviceId', 'kind', 'resourceId', 'who', 'on', 'by'];

/** Who may reach what, as the list of access rights of the centre (POL 1.4): a matrix on a wide screen, a list on a narrow one; of any day. */
export const AccessPage = () => {
  const { t } = useTranslation(['access', 'resources', 'shell']);
  const { number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const narrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const state = useListState(names, []);
  const { serviceId, kind, resourceId, who, on, by } = state.query;
  const asked = on && /^\d{4}-\d\d-\d\d$/.test(on) && on !== todayHere() ? on : undefined;
  const query = useQuery(matrixQuery(centre.id, asked));
  const matrix = query.data;
  const words = useCellWords();
  const { language } = useFormat();
  // The words are made anew at each rendering; the language alone tells whether they changed.
  // oxlint-disable-next-line react/exhaustive-deps
  const kept = useMemo(() => words, [language, words.none]);
  const shown = useMemo(() => matrix && rowsOf(matrix, { serviceId, kind, resourceId, who }), [matrix, serviceId, kind, resourceId, who]);
  const [place, setPlace] = useState<Place | undefined>();
  const [people, setPeople] = useState(pageOfPeople);
  const rows = useMemo(() => shown?.rows.slice(0, people), [shown, people]);
  const firms = useMemo(() => [...new Set(matrix?.people.flatMap(({ outsider, firm }) => (outsider && firm ? [firm] : [])))].toSorted(), [matrix]);
  const kinds = useMemo(() => [...new Set(matrix?.resources.map((resource) => resource.kind))], [matrix]);
  const used = useMemo(() => new Set(matrix?.people.map((person) => person.serviceId)), [matrix]);
  const filters = [
    { name: 'serviceId', label: t('fields.serviceId'), options: (matrix?.services ?? []).filter(({ id }) => used.has(id)).map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'kind', label: t('matrix.kind'), options: kinds.map((value) => ({ value, label: t(`resources:kinds.${value}` as never) as string })) },
    { name: 'resourceId', label: t('fields.resourceId'), options: (matrix?.resources ?? []).map(({ id, name }) => ({ value: id, label: name })) },
    {
      name: 'who',
      label: t('matrix.who'),
      options: [...(['staff', 'outsiders', 'gone'] as const).map((value) => ({ value: value as string, label: t(`matrix.whoIs.${value}`) })), ...firms.map((firm) => ({ value: firm, label: firm }))],
    },
    { name: 'on', label: t('matrix.on'), type: 'date' as const },
    ...(narrow ? [{ name: 'by', label: t('matrix.by'), options: [{ value: 'resource', label: t('fields.resourceId') }] }] : []),
  ];
  return (
    <Page
      title={t('title')}
      lead={matrix && <Lead matrix={matrix} />}
      actions={
        may('access.ask') && (
          <Link to={`/c/${centre.slug}/access/rights/new`} className="button primary">
            {t(may('access.give') ? 'give' : 'ask')}
          </Link>
        )
      }
    >
      <AccessTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {matrix && matrix.resources.length === 0 && (
        <div className="empty">
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
          <div className="buttons">
            <Link to={`/c/${centre.slug}/resources`} className="button primary">
              {t('empty.resources')}
            </Link>
          </div>
        </div>
      )}
      {matrix && matrix.resources.length > 0 && shown && rows && (
        <>
          <ListTools filters={filters} sorts={[]} state={state} />
          <p className="list-count" role="status">
            {t('matrix.count', {
              people: t('lead.people', { count: shown.rows.length, shown: number(shown.rows.length) }),
              rights: t('lead.rights', { count: shown.rights, shown: number(shown.rights) }),
            })}
          </p>
          {narrow ? (
            <MatrixList rows={rows} columns={shown.columns} by={by === 'resource' ? 'resource' : 'person'} words={kept} onOpen={setPlace} />
          ) : (
            <MatrixGrid rows={rows} columns={shown.columns} words={kept} label={t('matrix.label')} onOpen={setPlace} />
          )}
          {shown.rows.length > rows.length && (
            <button type="button" className="button no-print" onClick={() => setPeople(people + pageOfPeople)}>
              {t('matrix.more', { count: shown.rows.length - rows.length })}
            </button>
          )}
          <Legend signs={kept.signs} />
        </>
      )}
      <CellDialog place={place} onClose={() => setPlace(undefined)} />
    </Page>
  );
};
