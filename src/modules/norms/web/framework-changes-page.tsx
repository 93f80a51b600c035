import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { useFormat } from '../../../web/format.ts';
import { useListState } from '../../../web/list-state.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { changeKinds } from '../framework-changes.ts';
import { type Norm, wordsIn } from '../framework.ts';
import { Words } from './framework-norm.tsx';
import { frameworkChangesQuery, frameworksQuery } from './framework-queries.ts';
import './frameworks.css';

type Change = components['schemas']['NormChange'];

const Wording = ({ label, norm, parts }: { label: string; norm: Norm | undefined; parts: readonly string[] }) => {
  const { language } = useFormat();
  if (!norm) return null;
  return (
    <div>
      <p className="framework-label">{label}</p>
      {parts.includes('title') && (
        <p>
          <Words texts={norm.title} />
        </p>
      )}
      {parts.includes('text') && norm.text && (
        <p className="framework-text">
          <Words texts={norm.text} />
        </p>
      )}
      {parts.includes('guidelines') && (
        <ul>
          {norm.guidelines.map(({ id, text }) => (
            <li key={id}>
              {id}. {wordsIn(text, language).text}
            </li>
          ))}
        </ul>
      )}
      {parts.includes('levels') && <p>{norm.levels?.join(', ') ?? '–'}</p>}
    </div>
  );
};

const ChangeItem = ({ change }: { change: Change }) => {
  const { t } = useTranslation('frameworks');
  const norm = change.after ?? change.before;
  if (!norm) return null;
  return (
    <li className="framework-change">
      <h3>
        <span className="framework-number">{norm.id}</span> <Words texts={norm.title} />
      </h3>
      {change.kind === 'renumbered' && <p>{t('changes.numbers', { from: change.from, to: change.to })}</p>}
      {change.kind === 'reworded' && (
        <>
          <p className="quiet small">{(change.parts ?? []).map((part) => t(`changes.parts.${part}`)).join(', ')}</p>
          <div className="framework-both">
            <Wording label={t('changes.before')} norm={change.before as Norm | undefined} parts={change.parts ?? []} />
            <Wording label={t('changes.after')} norm={change.after as Norm | undefined} parts={change.parts ?? []} />
          </div>
        </>
      )}
    </li>
  );
};

/** What one version of a framework changes of another, norm by norm, side by side. */
export const FrameworkChangesPage = () => {
  const { t } = useTranslation(['frameworks', 'shell']);
  const { language } = useFormat();
  const centre = useCentre();
  const { frameworkId } = useParams({ strict: false }) as { frameworkId: string };
  const state = useListState(['from', 'to'], []);
  const list = useQuery(frameworksQuery);
  const versions = (list.data?.items ?? []).filter(({ id }) => id === frameworkId);
  const to = state.query['to'] ?? versions[0]?.version;
  const from = state.query['from'] ?? versions.find(({ version }) => version !== to)?.version;
  const changes = useQuery(frameworkChangesQuery(frameworkId, from, to));
  const error = list.error ?? changes.error;
  const kinds = changeKinds.filter((kind) => kind !== 'unchanged');
  const title = versions[0] ? wordsIn(versions[0].title, language).text : t('title');
  const choice = (name: 'from' | 'to', value: string | undefined) => (
    <label>
      {t(`changes.${name}`)}
      <select className="control" value={value} onChange={(event) => state.set(name, event.target.value)}>
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Page
      title={`${title} – ${t('changes.title')}`}
      back={{ to: `/c/${centre.slug}/norms/frameworks/${frameworkId}`, label: title }}
      lead={changes.data && t('changes.lead', { from: changes.data.from, to: changes.data.to, kept: changes.data.kept, again: changes.data.again })}
    >
      {error && <ProblemNotice problem={problemOf(error)} retry={() => void changes.refetch()} />}
      {list.data && versions.length < 2 && <p>{t('changes.oneVersion')}</p>}
      {versions.length > 1 && (
        <form className="list-tools no-print" onSubmit={(event) => event.preventDefault()}>
          {choice('from', from)}
          {choice('to', to)}
        </form>
      )}
      {(list.isPending || changes.isLoading) && <p role="status">{t('shell:loading')}</p>}
      {changes.data && changes.data.items.length === 0 && <p>{t('changes.nothing')}</p>}
      {changes.data &&
        kinds.map((kind) => {
          const items = changes.data.items.filter((change) => change.kind === kind);
          if (items.length === 0) return null;
          return (
            <section key={kind} className="framework-changes">
              <h2>
                {t(`changes.kinds.${kind}`)} ({items.length})
              </h2>
              <ul>
                {items.map((change) => (
                  <ChangeItem key={`${change.from ?? ''} ${change.to ?? ''}`} change={change} />
                ))}
              </ul>
            </section>
          );
        })}
    </Page>
  );
};
