import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useListState } from '../../../web/list-state.ts';
import { ListTools } from '../../../web/list-tools.tsx';
import { Page } from '../../../web/page.tsx';
import { problemFrom, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Chapter, counts, type Framework, type Texts, wordsIn } from '../framework.ts';
import { FrameworkNorm, Words } from './framework-norm.tsx';
import { frameworksQuery, frameworkTextQuery } from './framework-queries.ts';
import { chaptersThatHold, normAnchor } from './framework-view.ts';
import './frameworks.css';

/** So many norms are laid open at once; of more, each chapter is opened by whoever reads it. */
const openAtMost = 40;

const ChapterPart = ({ chapter, open, levels }: { chapter: Chapter; open: boolean; levels: ReadonlyMap<string, Texts> }) => {
  const { t } = useTranslation('frameworks');
  const [shown, setShown] = useState(open);
  return (
    <details className="framework-chapter" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <h2>
          <span className="framework-number">{chapter.id}</span> <Words texts={chapter.title} />
        </h2>
        <span className="quiet small">{t('text.shown', { count: chapter.norms.length })}</span>
      </summary>
      {shown && (
        <ul className="framework-norms">
          {chapter.norms.map((norm) => (
            <FrameworkNorm key={norm.id} norm={norm} levels={levels} />
          ))}
        </ul>
      )}
    </details>
  );
};

const Text = ({ framework }: { framework: Framework }) => {
  const { t } = useTranslation('frameworks');
  const { language } = useFormat();
  const { hash } = useLocation();
  const state = useListState(['text', 'level'], []);
  const shown = chaptersThatHold(framework, state.query);
  const norms = shown.reduce((sum, chapter) => sum + chapter.norms.length, 0);
  const levels = new Map((framework.levels ?? []).map(({ id, title }) => [id, title]));
  const options = (framework.levels ?? []).map(({ id, title }) => ({ value: id, label: wordsIn(title, language).text }));

  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'start' });
  }, [hash]);

  return (
    <>
      <ListTools state={state} sorts={[]} filters={[{ name: 'text', label: t('text.find') }, ...(options.length > 0 ? [{ name: 'level', label: t('text.level'), options }] : [])]} />
      {norms === 0 && <p role="status">{t('text.none')}</p>}
      {shown.map((chapter) => (
        <ChapterPart key={chapter.id} chapter={chapter} open={norms <= openAtMost || shown.length === 1 || chapter.norms.some(({ id }) => normAnchor(id) === hash)} levels={levels} />
      ))}
      {framework.licence && (
        <section className="framework-licence">
          <h2>{t('text.licence')}</h2>
          <p className="quiet small">{framework.licence}</p>
        </section>
      )}
    </>
  );
};

/** The text of a framework: its chapters, norms, guidelines, and where they come from. */
export const FrameworkPage = () => {
  const { t } = useTranslation(['frameworks', 'shell']);
  const { language, number } = useFormat();
  const centre = useCentre();
  const { frameworkId } = useParams({ strict: false }) as { frameworkId: string };
  const list = useQuery(frameworksQuery);
  const versions = (list.data?.items ?? []).filter(({ id }) => id === frameworkId);
  const state = useListState(['version'], []);
  const version = versions.find((one) => one.version === state.query['version'])?.version ?? versions[0]?.version;
  const text = useQuery(frameworkTextQuery(frameworkId, version));
  const framework = text.data as Framework | undefined;
  const error = list.error ?? text.error;
  const here = versions.findIndex((one) => one.version === version);
  const former = versions[here + 1];
  const size = framework && counts(framework);
  const spoken = versions[here]?.languages ?? [];
  return (
    <Page
      title={framework ? wordsIn(framework.title, language).text : t('title')}
      back={{ to: `/c/${centre.slug}/norms/frameworks`, label: t('title') }}
      lead={
        size &&
        framework &&
        `${t('text.lead', { norms: number(size.norms), chapters: size.chapters, version: framework.version })} ${framework.publisher ? `${t('text.publisher', { publisher: framework.publisher })}.` : ''}`
      }
    >
      {error && <ProblemNotice problem={problemOf(error)} retry={() => void list.refetch()} />}
      {list.data && versions.length === 0 && <ProblemNotice problem={problemFrom(undefined, 404)} />}
      {(list.isPending || (version !== undefined && text.isPending)) && <p role="status">{t('shell:loading')}</p>}
      {framework?.description && (
        <p className="framework-description">
          <Words texts={framework.description} />
        </p>
      )}
      {framework && spoken.length > 0 && !spoken.includes(language) && (
        <p className="quiet">{t('text.otherLanguages', { languages: spoken.map((one) => t(`shell:ownLanguages.${one as 'fr'}`)).join(', ') })}</p>
      )}
      {versions.length > 1 && (
        <p className="framework-versions no-print">
          <label>
            {t('columns.version')}{' '}
            <select className="control" value={version} onChange={(event) => state.set('version', event.target.value)}>
              {versions.map((one) => (
                <option key={one.version} value={one.version}>
                  {one.version}
                  {one.newest ? ` (${t('newest')})` : ''}
                </option>
              ))}
            </select>
          </label>
          {former && (
            <Link to={`/c/${centre.slug}/norms/frameworks/${frameworkId}/changes` as never} search={{ from: former.version, to: version } as never}>
              {t('changesSince', { version: former.version })}
            </Link>
          )}
        </p>
      )}
      {framework && <Text framework={framework} />}
    </Page>
  );
};
