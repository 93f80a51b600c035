import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { mayIn, useMe } from '../../../web/session.ts';
import { wordsIn } from '../framework.ts';
import { degreeOf } from '../pool.ts';
import { type Heat, heatQuery } from './life-queries.ts';
import './life.css';

/** So many rows are drawn at first: a pool is seen whole, the country on request. */
const shownFirst = 60;
const percent = (yes: number, of: number): number => Math.round((100 * yes) / of);

const Cell = ({ yes, asked }: { yes: number; asked: number }) => {
  const { t } = useTranslation('norms');
  const degree = degreeOf(yes, asked);
  if (degree === undefined) return <td className="quiet">–</td>;
  return (
    <td className={`degree-${degree}`} title={t('pool.cell', { share: percent(yes, asked), yes, asked })}>
      {percent(yes, asked)}
    </td>
  );
};

/** The picture is a table: each cell says its figure, its shade repeats it. */
const HeatTable = ({ heat }: { heat: Heat }) => {
  const { t, i18n } = useTranslation('norms');
  const [all, setAll] = useState(false);
  const sums = heat.chapters.map(({ id }) => {
    const cells = heat.centres.flatMap((centre) => (centre.chapters[id] ? [centre.chapters[id]] : []));
    return { yes: cells.reduce((sum, [yes = 0]) => sum + yes, 0), asked: cells.reduce((sum, [, asked = 0]) => sum + asked, 0) };
  });
  const total = { yes: heat.centres.reduce((sum, { yes }) => sum + yes, 0), asked: heat.centres.reduce((sum, { asked }) => sum + asked, 0) };
  const language = i18n.language as Language;
  const shown = all ? heat.centres : heat.centres.slice(0, shownFirst);
  return (
    <section>
      <h2 id="heat">{t('pool.heat')}</h2>
      <p className="quiet">{t('pool.heatHelp')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and must by keyboard too */}
      <div className="heat" role="region" aria-labelledby="heat" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('pool.centre')}</th>
              <th scope="col">{t('pool.total')}</th>
              {heat.chapters.map(({ id, title }) => (
                <th key={id} scope="col" title={wordsIn(title, language).text}>
                  {id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((centre) => (
              <tr key={centre.organizationId}>
                <th scope="row">
                  {centre.assessmentId ? <Link to={`/c/${centre.slug}/norms/${centre.assessmentId}/life`}>{centre.municipality}</Link> : centre.municipality}
                  {centre.open > 0 && <span className="quiet small"> {t('pool.open', { count: centre.open })}</span>}
                </th>
                {centre.assessmentId ? (
                  <>
                    <Cell yes={centre.yes} asked={centre.asked} />
                    {heat.chapters.map(({ id }) => (
                      <Cell key={id} yes={centre.chapters[id]?.[0] ?? 0} asked={centre.chapters[id]?.[1] ?? 0} />
                    ))}
                  </>
                ) : (
                  <td className="quiet small" colSpan={heat.chapters.length + 1}>
                    {t('pool.noAssessment')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <b>{t('pool.allCentres')}</b>
              </th>
              <Cell {...total} />
              {sums.map((sum, index) => (
                <Cell key={heat.chapters[index]!.id} {...sum} />
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {shown.length < heat.centres.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('pool.more', { count: heat.centres.length - shown.length })}
        </button>
      )}
      <details>
        <summary>{t('pool.chapters')}</summary>
        <ul className="heat-chapters">
          {heat.chapters.map(({ id, title }) => (
            <li key={id}>
              {id}. {wordsIn(title, language).text}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};

const Weakest = ({ heat }: { heat: Heat }) => {
  const { t, i18n } = useTranslation('norms');
  const { number } = useFormat();
  const me = useMe();
  const mayAnswer = me.organizations.filter((centre) => mayIn(me, centre, 'norm.write')).length > 1;
  if (heat.weakest.length === 0) return null;
  return (
    <section aria-labelledby="weakest">
      <h2 id="weakest">{t('pool.weakest')}</h2>
      <p className="quiet">{t('pool.weakestHelp')}</p>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('pool.norm')}</th>
            <th scope="col" className="end">
              {t('pool.no')}
            </th>
            <th scope="col" className="end">
              {t('pool.partly')}
            </th>
            {mayAnswer && (
              <th scope="col">
                <span className="hidden-text">{t('pool.answer')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {heat.weakest.map((norm) => (
            <tr key={norm.normId}>
              <th scope="row">
                {norm.normId} {wordsIn(norm.title, i18n.language as Language).text}
              </th>
              <td className="end" data-label={t('pool.no')}>
                {number(norm.no)}
              </td>
              <td className="end" data-label={t('pool.partly')}>
                {number(norm.partly)}
              </td>
              {mayAnswer && (
                <td>
                  <Link to="/norms/answer" search={{ framework: heat.frameworkId, year: String(heat.year), norm: norm.normId } as never}>
                    {t('pool.answer')}
                    <span className="hidden-text">, {norm.normId}</span>
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** How one's centres fulfil the norms, chapter by chapter, and which norms are weak everywhere. */
export const HeatPage = () => {
  const { t, i18n } = useTranslation(['norms', 'shell']);
  const navigate = useNavigate();
  const { framework, year } = useSearch({ strict: false }) as { framework?: string; year?: number | string };
  const query = useQuery(heatQuery({ ...(framework ? { frameworkId: framework } : {}), ...(year ? { year: Number(year) } : {}) }));
  const heat = query.data;
  const assessed = heat?.centres.filter(({ assessmentId }) => assessmentId) ?? [];
  const asked = assessed.reduce((sum, one) => sum + one.asked, 0);
  const yes = assessed.reduce((sum, one) => sum + one.yes, 0);
  return (
    <Page
      title={t('pool.title')}
      lead={
        heat?.title &&
        t('pool.lead', {
          title: wordsIn(heat.title, i18n.language as Language).text,
          year: heat.year,
          assessed: assessed.length,
          all: heat.centres.length,
          share: asked === 0 ? 0 : percent(yes, asked),
        })
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {heat && heat.years.length === 0 && (
        <div className="empty">
          <h2>{t('pool.empty.title')}</h2>
          <p>{t('pool.empty.text')}</p>
        </div>
      )}
      {heat && heat.years.length > 1 && (
        <label className="field heat-choice">
          <span className="field-label">{t('pool.which')}</span>
          <select
            className="control"
            value={`${heat.frameworkId ?? ''} ${heat.year ?? ''}`}
            onChange={(event) => {
              const [frameworkId, of] = event.target.value.split(' ');
              void navigate({ to: '/norms', search: { framework: frameworkId, year: of } as never });
            }}
          >
            {heat.years.map((one) => (
              <option key={`${one.frameworkId} ${one.year}`} value={`${one.frameworkId} ${one.year}`}>
                {t('pool.choice', { year: one.year, framework: wordsIn(one.title, i18n.language as Language).text, count: one.centres })}
              </option>
            ))}
          </select>
        </label>
      )}
      {heat && heat.centres.length > 0 && <HeatTable heat={heat} />}
      {heat && <Weakest heat={heat} />}
    </Page>
  );
};
