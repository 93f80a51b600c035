import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { LostPage } from '../../../web/pages/lost-page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentKinds, type DocumentKind } from '../document.ts';
import { documentQuery, useAskedLanguage, type DocumentOfCentre } from './document-queries.ts';
import { TextChanges } from './text-changes.tsx';
import './comparison.css';
import './wording.css';

type Comparison = components['schemas']['DocumentComparison'];
type Search = { from?: string; to?: string; view?: 'sides'; all?: boolean };

const comparisonQuery = (organizationId: string, kind: DocumentKind, from: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'comparison', kind, from, to],
    staleTime: 0,
    queryFn: ({ signal }): Promise<Comparison> =>
      unwrap(api.GET('/organizations/{organizationId}/documents/{kind}/comparison', { params: { path: { organizationId, kind }, query: { from, ...(to ? { to } : {}) } }, signal })),
  });

const SectionPart = ({ section, sides, lang }: { section: Comparison['sections'][number]; sides: boolean; lang: string }) => {
  const { t } = useTranslation('documents');
  const { before, after, change, blocks, level } = section;
  const Heading = level === 1 ? 'h2' : 'h3';
  const changes = blocks.slice(1);
  const title = (side: string | undefined) => side ?? t('comparison.absent');
  return (
    <section className="compared" data-change={change}>
      <div className="compared-head">
        <Heading lang={lang}>{after ?? before}</Heading>
        {change !== 'same' && <span className={`tag ${change === 'removed' ? 'late' : change === 'added' ? 'done' : 'soon'}`}>{t(`comparison.changes.${change}`)}</span>}
      </div>
      {before && after && before !== after && <p className="quiet small">{t('comparison.was', { title: before })}</p>}
      {sides ? (
        <div className="compared-sides">
          <div>
            <p className="quiet small">{title(before)}</p>
            <TextChanges changes={changes} side="before" lang={lang} />
          </div>
          <div>
            <p className="quiet small">{title(after)}</p>
            <TextChanges changes={changes} side="after" lang={lang} />
          </div>
        </div>
      ) : (
        <TextChanges changes={changes} lang={lang} />
      )}
    </section>
  );
};

const Compared = ({ document, search, choose }: { document: DocumentOfCentre; search: Search; choose: (change: Search) => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const { kind, language, versions, nextNumber, draft } = document;
  const from = search.from ?? versions.find(({ state }) => state !== 'draft')?.id;
  const query = useQuery({ ...comparisonQuery(centre.id, kind, from ?? '', search.to), enabled: from !== undefined });
  if (!from) return <p>{t('comparison.none')}</p>;
  const named = (version: DocumentOfCentre['versions'][number]): string =>
    [t('versionNumber', { number: version.number }), version.decidedOn ? shortDate(version.decidedOn) : t('states.draft')].join(', ');
  const frozen = versions.filter(({ state }) => state !== 'draft');
  const sides = search.view === 'sides';
  const shown = query.data?.sections.filter(({ change }) => search.all || change !== 'same') ?? [];
  return (
    <>
      <div className="comparison-tools no-print">
        <label>
          {t('comparison.from')}
          <select className="control" value={from} onChange={(event) => choose({ from: event.target.value })}>
            {frozen.map((version) => (
              <option key={version.id} value={version.id}>
                {named(version)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('comparison.to')}
          <select className="control" value={search.to ?? ''} onChange={(event) => choose({ to: event.target.value })}>
            <option value="">{t(draft ? 'comparison.draft' : 'comparison.now', { number: nextNumber })}</option>
            {frozen.map((version) => (
              <option key={version.id} value={version.id}>
                {named(version)}
              </option>
            ))}
          </select>
        </label>
        <label className="comparison-check">
          <input type="checkbox" checked={sides} onChange={(event) => choose(event.target.checked ? { view: 'sides' } : ({ view: undefined } as never))} /> {t('comparison.sides')}
        </label>
        <label className="comparison-check">
          <input type="checkbox" checked={search.all ?? false} onChange={(event) => choose(event.target.checked ? { all: true } : ({ all: undefined } as never))} /> {t('comparison.all')}
        </label>
      </div>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && (
        <p role="status">
          <b>{t('comparison.count', { count: query.data.changed })}</b>
        </p>
      )}
      <div className={sides ? 'comparison wide' : 'comparison'}>
        {shown.map((section) => (
          <SectionPart key={section.key} section={section} sides={sides} lang={language} />
        ))}
      </div>
    </>
  );
};

const OfKind = ({ kind }: { kind: DocumentKind }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const language = useAskedLanguage();
  const query = useQuery(documentQuery(centre.id, kind, language));
  const choose = (change: Search) => {
    const next = { ...search, ...change };
    void navigate({ to: '.', search: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '')) as never, replace: true });
  };
  return (
    <Page title={t('comparison.title')} lead={t('comparison.lead')} back={{ to: `/c/${centre.slug}/documents/${kind}`, label: t(`kinds.${kind}`) }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Compared document={query.data} search={search} choose={choose} />}
    </Page>
  );
};

/** Two versions of a document, as a reader sees them: what was put in, taken out, moved. */
export const ComparisonPage = () => {
  const { kind } = useParams({ strict: false }) as { kind?: string };
  const known = documentKinds.find((candidate) => candidate === kind);
  return known ? <OfKind key={known} kind={known} /> : <LostPage />;
};
