import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { useListState } from '../../../web/list-state.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { type Framework, normById, type Texts, wordsIn } from '../framework.ts';
import type { RelationKind } from '../mapping.ts';
import { Words } from './framework-norm.tsx';
import { assessmentGivesQuery, frameworkMappingQuery, frameworksQuery, frameworkTextQuery } from './framework-queries.ts';
import './frameworks.css';

type Row = { norm: string; title: Texts; said?: { kind: 'carried' | 'hint'; value: number }; from: { norm: string; title: Texts; relation: RelationKind; value?: number }[] };

const wordOf = (value: number): 'yes' | 'partly' | 'no' => (value >= 1 ? 'yes' : value > 0 ? 'partly' : 'no');

const Rows = ({ rows, to }: { rows: Row[]; to: string }) => {
  const { t } = useTranslation('frameworks');
  const gives = rows.some(({ said }) => said);
  return (
    <table className="list framework-gives">
      <caption className="hidden-text">{t('mappings.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('mappings.there', { to })}</th>
          {gives && <th scope="col">{t('mappings.gives')}</th>}
          <th scope="col">{t('mappings.here')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ norm, title, said, from }) => (
          <tr key={norm}>
            <th scope="row">
              <span>
                <span className="framework-number">{norm}</span> <Words texts={title} />
              </span>
            </th>
            {gives && (
              <td data-label={t('mappings.gives')}>
                {said?.kind === 'hint' && <span className="quiet">{t('kinds.hint')}</span>}
                {said?.kind === 'carried' && (
                  <span>
                    <span className={said.value >= 1 ? 'tag done' : 'tag'}>{t(`values.${wordOf(said.value)}`)}</span> {t('kinds.carried')}
                  </span>
                )}
              </td>
            )}
            <td data-label={t('mappings.here')}>
              <ul>
                {from.map((one) => (
                  <li key={one.norm}>
                    <span className="framework-number">{one.norm}</span> <Words texts={one.title} />{' '}
                    <span className="quiet small">
                      {t(`relations.${one.relation}`)}
                      {one.value !== undefined && ` · ${t(`values.${wordOf(one.value)}`)}`}
                    </span>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What one framework says of another: the relations, and with an assessment what its answers give there. */
export const FrameworkMappingPage = () => {
  const { t } = useTranslation(['frameworks', 'shell']);
  const { language, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const { frameworkId, targetId } = useParams({ strict: false }) as { frameworkId: string; targetId: string };
  const state = useListState(['assessment'], []);
  const list = useQuery(frameworksQuery);
  const newest = (id: string): string | undefined => list.data?.items.find((item) => item.id === id)?.version;
  const mapping = useQuery(frameworkMappingQuery(frameworkId, targetId));
  const [from, to] = [
    useQuery(frameworkTextQuery(frameworkId, newest(frameworkId))).data as Framework | undefined,
    useQuery(frameworkTextQuery(targetId, newest(targetId))).data as Framework | undefined,
  ];
  const assessments = useQuery({
    queryKey: ['norms', centre.id, 'assessments', frameworkId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/assessments', { params: { path: { organizationId: centre.id }, query: { frameworkId } }, signal })),
    enabled: may('norm.read'),
  });
  const years = assessments.data?.items ?? [];
  const asked = state.query['assessment'];
  const assessment = asked === 'none' ? undefined : (years.find(({ id }) => id === asked) ?? years[0]);
  const gives = useQuery(assessmentGivesQuery(centre.id, assessment?.id, targetId));
  const named = (framework: Framework | undefined, id: string): string => (framework ? wordsIn(framework.title, language).text : id);
  const error = mapping.error ?? gives.error ?? list.error;
  const relations = (mapping.data?.relations ?? []) as { from: string; to: string; kind: RelationKind }[];
  const bare = (): Row[] => {
    const byNorm = Map.groupBy(relations, (relation) => relation.to);
    return [...byNorm].map(([norm, all]) => ({
      norm,
      title: (to && normById(to, norm)?.norm.title) ?? { en: '' },
      from: all.map((one) => ({ norm: one.from, relation: one.kind, title: (from && normById(from, one.from)?.norm.title) ?? { en: '' } })),
    }));
  };
  const rows: Row[] = assessment ? (gives.data?.items ?? []).map(({ kind, value, ...row }) => ({ ...row, said: { kind, value } })) : bare();
  const waiting = mapping.isPending || (assessment ? gives.isPending : !from || !to);
  return (
    <Page
      title={t('mappings.pair', { from: named(from, frameworkId), to: named(to, targetId) })}
      back={{ to: `/c/${centre.slug}/norms/frameworks`, label: t('title') }}
      lead={mapping.data && t('mappings.lead', { count: relations.length })}
    >
      {error && <ProblemNotice problem={problemOf(error)} />}
      {years.length > 0 && (
        <form className="list-tools no-print" onSubmit={(event) => event.preventDefault()}>
          <label>
            {t('mappings.assessment')}
            <select className="control" value={assessment?.id ?? 'none'} onChange={(event) => state.set('assessment', event.target.value)}>
              {years.map(({ id, year }) => (
                <option key={id} value={id}>
                  {year}
                </option>
              ))}
              <option value="none">{t('mappings.noAssessment')}</option>
            </select>
          </label>
        </form>
      )}
      {gives.data && assessment && (
        <p>
          {t('mappings.reach', {
            norms: number(gives.data.norms),
            to: named(to, targetId),
            carried: gives.data.carried,
            hinted: gives.data.hinted,
            unreached: gives.data.norms - gives.data.carried - gives.data.hinted,
          })}
        </p>
      )}
      {!error && waiting && <p role="status">{t('shell:loading')}</p>}
      {!waiting && rows.length === 0 && <p>{t('mappings.none')}</p>}
      {!waiting && rows.length > 0 && <Rows rows={rows} to={named(to, targetId)} />}
    </Page>
  );
};
