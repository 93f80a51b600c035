import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Level, levels } from '../account.ts';
import { FindingList } from './findings-page.tsx';
import { GiveList, useSaveSource } from './give-list.tsx';
import { type AccountList, accountListQuery } from './queries.ts';
import { Questions } from './questions.tsx';
import './reconciliation.css';

/** How the list of a resource stands, in sentences. */
const Lead = ({ list }: { list: AccountList }) => {
  const { t } = useTranslation('reconciliation');
  const { date, number } = useFormat();
  if (!list.ranOn || !list.counts) return <>{t('lead.never')}</>;
  return (
    <>
      {t('lead.last', { date: date(list.ranOn), accounts: number(list.counts.accounts) })} {list.open > 0 ? <b>{t('lead.open', { count: list.open })}</b> : t('lead.none')}{' '}
      {list.asked > 0 && t('lead.asked', { count: list.asked })}
    </>
  );
};

/** Words for rights that nobody has said yet. */
const Words = ({ list }: { list: AccountList }) => {
  const { t } = useTranslation('reconciliation');
  const [chosen, setChosen] = useState<Record<string, Level>>({});
  const save = useSaveSource(list);
  const said = new Set(list.levels.map(({ word }) => word.toLowerCase()));
  const words = list.words.filter((word) => !said.has(word.toLowerCase()));
  if (words.length === 0 || !list.can['configure']) return null;
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t('words.title')}</h2>
      <p className="quiet">{t('words.text')}</p>
      {save.error && <ProblemNotice problem={problemOf(save.error)} />}
      <ul className="questions">
        {words.map((word) => (
          <li key={word}>
            <p>
              <b>{word}</b>
            </p>
            <select className="control" aria-label={word} value={chosen[word] ?? ''} onChange={(event) => setChosen({ ...chosen, [word]: event.target.value as Level })}>
              <option value="">{t('words.none')}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`levels.${level}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <p className="buttons no-print">
        <button
          type="button"
          className="button"
          aria-disabled={save.isPending}
          onClick={() => !save.isPending && save.mutate({ levels: [...list.levels, ...Object.entries(chosen).flatMap(([word, level]) => (level ? [{ word, level }] : []))] })}
        >
          {t('answer.save')}
        </button>
      </p>
    </section>
  );
};

const Runs = ({ list }: { list: AccountList }) => {
  const { t } = useTranslation('reconciliation');
  const { moment, number } = useFormat();
  const centre = useCentre();
  const path = { organizationId: centre.id };
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{t('runs.title')}</h2>
      <RecordList
        caption={t('runs.title')}
        queryKey={['reconciliation', centre.id, 'runs', list.id]}
        load={(query, signal) =>
          unwrap(api.GET('/organizations/{organizationId}/reconciliations', { params: { path, query: { ...query, sort: '-ranAt', resourceId: list.id, pageSize: 20 } as never }, signal }))
        }
        columns={[
          { key: 'ranAt', header: t('fields.ranAt'), cell: (run) => <Link to={`/c/${centre.slug}/reconciliation/runs/${run.id}`}>{moment(run.ranAt)}</Link> },
          { key: 'source', header: t('fields.source'), cell: (run) => run.fileName ?? t(`sources.${run.source}`) },
          { key: 'accounts', header: t('lists.accounts'), end: true, cell: (run) => number(run.counts.accounts) },
          { key: 'found', header: t('runs.found'), end: true, cell: (run) => number(run.counts.found) },
          { key: 'gone', header: t('runs.gone'), end: true, cell: (run) => number(run.counts.gone) },
        ]}
        empty={{ title: t('runs.title'), text: t('runs.empty') }}
      />
    </section>
  );
};

/** The accounts of one resource against its rights: a list is given, what is uncertain is asked, what contradicts is dealt with. */
export const AccountListPage = () => {
  const { t } = useTranslation(['reconciliation', 'shell']);
  const centre = useCentre();
  const { resourceId: id = '' } = useParams({ strict: false }) as { resourceId?: string };
  const query = useQuery(accountListQuery(centre.id, id));
  const list = query.data;
  const base = `/c/${centre.slug}/reconciliation`;
  return (
    <Page
      title={list?.name ?? t('one')}
      lead={list && <Lead list={list} />}
      back={{ to: base, label: t('title') }}
      actions={
        list?.can['configure'] && (
          <Link to={`${base}/${id}/account-source`} className="button">
            {t('source.open')}
          </Link>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {list && (
        <div className="chapters">
          {list.can['give'] && <GiveList list={list} />}
          <Questions list={list} />
          <Words list={list} />
          {list.ranOn && (
            <section aria-labelledby="findings">
              <h2 id="findings">{t('findings.title')}</h2>
              <FindingList resourceId={list.id} lastRun={list.runId} />
            </section>
          )}
          {list.ranOn && <Runs list={list} />}
          <p className="quiet small">{t('readOnly')}</p>
        </div>
      )}
    </Page>
  );
};
