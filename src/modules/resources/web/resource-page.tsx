import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { HeldRights } from '../../../web/held-rights.tsx';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { authorisedKinds, authorisedUntil } from '../resource.ts';
import { ownerQuery, type Resource, resourceQuery, servicesQuery, supplierQuery, useRefreshResources } from './queries.ts';
import { ResourceForm } from './resource-form.tsx';
import { Retire } from './retire.tsx';
import { todayHere } from './today-here.ts';
import './resources.css';

const Facts = ({ resource }: { resource: Resource }) => {
  const { t } = useTranslation(['resources', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const owner = useQuery({ ...ownerQuery(centre.id, resource.ownerId ?? ''), enabled: resource.ownerId !== undefined && may('person.read') }).data;
  const service = useQuery({ ...servicesQuery(centre.id), enabled: resource.ownerServiceId !== undefined }).data?.items.find(({ id }) => id === resource.ownerServiceId);
  const supplier = useQuery({ ...supplierQuery(centre.id, resource.supplierId ?? ''), enabled: resource.supplierId !== undefined && may('supplier.read') }).data;
  const base = `/c/${centre.slug}`;
  const nobody = resource.socialData && !resource.ownerId && !resource.ownerServiceId;
  const lines = [
    [t('fields.kind'), t(`kinds.${resource.kind}`)],
    [t('fields.levels'), resource.levels.map((level) => t(`levels.${level}`)).join(', ')],
    [t('fields.socialData'), t(resource.socialData ? 'shell:yes' : 'shell:no')],
    [t('fields.ownerId'), owner ? <Link to={`${base}/people/${owner.id}`}>{owner.name}</Link> : nobody && <span className="missing">{t('list.nobody')}</span>],
    [t('fields.ownerServiceId'), service && <Link to={`${base}/people/services/${service.id}`}>{service.name}</Link>],
    [t('fields.supplierId'), supplier && <Link to={`${base}/suppliers/${supplier.id}`}>{supplier.name}</Link>],
    [
      t('fields.accountSource'),
      may('reconciliation.read') && resource.accountSource !== 'none' && resource.accountSource !== 'paper' ? (
        <Link to={`${base}/reconciliation/${resource.id}`}>{t(`accountSources.${resource.accountSource}` as never)}</Link>
      ) : (
        t(`accountSources.${resource.accountSource}` as never)
      ),
    ],
    [t('fields.identifierFormat'), resource.identifierFormat],
    [t('fields.retiredOn'), resource.retiredOn && date(resource.retiredOn)],
    [t('fields.description'), resource.description],
  ] as const;
  return (
    <dl className="facts">
      {lines.map(
        ([term, value]) =>
          value && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd className="resource-text">{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
};

/** The deliberations that allow a flow, and whether it is allowed today. */
const Authorisations = ({ resource }: { resource: Resource }) => {
  const { t } = useTranslation('resources');
  const { date } = useFormat();
  if (!authorisedKinds.includes(resource.kind) || (resource.kind === 'portal' && resource.authorisations.length === 0)) return null;
  const until = authorisedUntil(resource.authorisations, todayHere(), (day) => addDays(day, 1));
  return (
    <section aria-labelledby="authorisations">
      <h2 id="authorisations">{t('fields.authorisations')}</h2>
      <p className={until === undefined ? 'missing' : undefined}>
        {until === undefined ? t('authorisation.none') : until === null ? t('authorisation.lasting') : t('authorisation.lasts', { date: date(until) })}
      </p>
      <ul className="authorisations">
        {resource.authorisations
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map((one) => (
            <li key={`${one.deliberation} ${one.from}`}>
              <h3>{one.date ? t('authorisation.of', { deliberation: one.deliberation, date: date(one.date) }) : one.deliberation}</h3>
              <p className="resource-text">{one.purpose}</p>
              {one.conditions && <p className="resource-text quiet">{t('authorisation.under', { conditions: one.conditions })}</p>}
              <p className="quiet small">{one.until ? t('authorisation.fromUntil', { from: date(one.from), until: date(one.until) }) : t('authorisation.since', { from: date(one.from) })}</p>
            </li>
          ))}
      </ul>
    </section>
  );
};

const Whole = ({ resource }: { resource: Resource }) => {
  const { t } = useTranslation(['resources', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshResources(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: resource.id };
  if (editing) return <ResourceForm resource={resource} onDone={() => setEditing(false)} />;
  return (
    <div className="chapters">
      <section aria-label={t('one')}>
        <Facts resource={resource} />
        <p className="buttons no-print">
          {resource.can['update'] && (
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('shell:edit')}
            </button>
          )}
          {resource.can['update'] && !resource.retiredOn && <Retire resource={resource} />}
          {resource.can['delete'] && (
            <AskToDelete
              label={t('delete.label')}
              text={t('delete.text')}
              plain
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/resources/{id}', { params: { path }, headers: ifMatch(resource.version) }))}
              onDeleted={() => {
                void refresh();
                void navigate({ to: `/c/${centre.slug}/resources` });
              }}
            />
          )}
        </p>
      </section>
      <HeldRights organizationId={centre.id} slug={centre.slug} of={{ resourceId: resource.id }} />
      <Authorisations resource={resource} />
      <History organizationId={centre.id} table="resource" recordId={resource.id} version={resource.version} />
    </div>
  );
};

export const NewResourcePage = () => {
  const { t } = useTranslation('resources');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('addLead')} back={{ to: `/c/${centre.slug}/resources`, label: t('title') }}>
      <ResourceForm />
    </Page>
  );
};

/** One resource: what it is, who answers for it, what allows it. */
export const ResourcePage = () => {
  const { t } = useTranslation(['resources', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const { resourceId: id = '' } = useParams({ strict: false }) as { resourceId?: string };
  const query = useQuery(resourceQuery(centre.id, id));
  const resource = query.data;
  return (
    <Page title={resource?.name ?? t('one')} lead={resource?.retiredOn && t('retiredLead', { date: date(resource.retiredOn) })} back={{ to: `/c/${centre.slug}/resources`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {resource && <Whole key={resource.id} resource={resource} />}
    </Page>
  );
};
