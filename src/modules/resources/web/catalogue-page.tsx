import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { api, unwrap } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { resourceKinds } from '../resource.ts';
import { catalogueQuery, type Offered, useRefreshResources } from './queries.ts';
import './resources.css';

/** The names of those that were chosen, by their entry. */
type Chosen = Readonly<Record<string, string>>;

const Entry = ({ entry, chosen, change, fault }: { entry: Offered; chosen: Chosen; change: (name: string | undefined) => void; fault: string | undefined }) => {
  const { t, i18n } = useTranslation('resources');
  const language = i18n.language as Language;
  const name = chosen[entry.id];
  return (
    <li>
      <label className="choice bare">
        <input type="checkbox" checked={name !== undefined} onChange={(event) => change(event.target.checked ? entry.name[language] : undefined)} />
        <span>
          {entry.name[language]}
          <small>
            {entry.about[language]} {entry.certainty === 'unsure' && <b>{t('catalogue.unsure')}</b>}
          </small>
          <small className="quiet">
            {[entry.levels.map((level) => t(`levels.${level}`)).join(', '), entry.socialData && t('catalogue.social'), entry.taken && t('catalogue.taken'), entry.source[language]]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      </label>
      {name !== undefined && (
        <div className="catalogue-name">
          <input
            className="control"
            aria-label={t('catalogue.nameOf', { name: entry.name[language] })}
            maxLength={120}
            value={name}
            aria-invalid={fault ? true : undefined}
            onChange={(event) => change(event.target.value)}
          />
          {fault && <p className="field-error">{fault}</p>}
        </div>
      )}
    </li>
  );
};

const Choice = ({ entries }: { entries: Offered[] }) => {
  const { t, i18n } = useTranslation(['resources', 'shell']);
  const language = i18n.language as Language;
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshResources(centre.id);
  const [chosen, setChosen] = useState<Chosen>({});
  const list = Object.entries(chosen).map(([catalogueId, name]) => ({ catalogueId, name: name.trim() }));
  const adding = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/resourceCatalogue', { params: { path: { organizationId: centre.id } }, body: { resources: list } })),
    onSuccess: async () => {
      await refresh();
      await navigate({ to: `/c/${centre.slug}/resources` });
    },
  });
  const problem = adding.error && problemOf(adding.error);
  const faultOf = (id: string): string | undefined => {
    const place = list.findIndex(({ catalogueId }) => catalogueId === id);
    const issue = problem?.issues?.find(({ name }) => name === `resources[${place}].name`);
    return issue && (issue.code === 'alreadyExists' ? t('catalogue.nameTaken') : t('shell:issues.required'));
  };
  const change = (id: string, name: string | undefined) => {
    adding.reset();
    setChosen(({ [id]: _before, ...others }) => (name === undefined ? others : { ...others, [id]: name }));
  };
  const free = (kind: string) => entries.filter((entry) => entry.kind === kind && !entry.taken);
  return (
    <>
      {resourceKinds.map((kind) => {
        const of = entries.filter((entry) => entry.kind === kind);
        if (of.length === 0) return null;
        const all = free(kind).every(({ id }) => chosen[id] !== undefined);
        return (
          <Fragment key={kind}>
            <div className="catalogue-kind">
              <h2 id={`kind-${kind}`}>{t(`kindsMany.${kind}`)}</h2>
              {free(kind).length > 1 && (
                <button
                  type="button"
                  className="button plain"
                  aria-describedby={`kind-${kind}`}
                  onClick={() => free(kind).forEach(({ id, name }) => change(id, all ? undefined : (chosen[id] ?? name[language])))}
                >
                  {t(all ? 'catalogue.noneOf' : 'catalogue.allOf')}
                </button>
              )}
            </div>
            <ul className="catalogue">
              {of.map((entry) => (
                <Entry key={entry.id} entry={entry} chosen={chosen} change={(name) => change(entry.id, name)} fault={faultOf(entry.id)} />
              ))}
            </ul>
          </Fragment>
        );
      })}
      <div className="catalogue-foot no-print">
        {problem && <ProblemNotice problem={problem} domain="resources" />}
        <p className="buttons">
          <button type="button" className="button primary" aria-disabled={list.length === 0 || adding.isPending} onClick={() => list.length > 0 && !adding.isPending && adding.mutate()}>
            {list.length === 0 ? t('catalogue.choose') : t('catalogue.add', { count: list.length })}
          </button>
          <Link to={`/c/${centre.slug}/resources`}>{t('shell:cancel')}</Link>
        </p>
      </div>
    </>
  );
};

/** What centres usually have: several are chosen, named, and added in one go. */
export const CataloguePage = () => {
  const { t } = useTranslation(['resources', 'shell']);
  const centre = useCentre();
  const query = useQuery(catalogueQuery(centre.id));
  return (
    <Page title={t('catalogue.title')} lead={t('catalogue.lead')} back={{ to: `/c/${centre.slug}/resources`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Choice entries={query.data.items} />}
    </Page>
  );
};
