import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { needStates, variants } from '../declaration.ts';
import { daysSince, type Need, type Overview, overviewQuery } from './queries.ts';
import { DeclarationTabs } from './tabs.tsx';

/** How it stands, in a sentence or two. */
export const useLead = () => {
  const { t } = useTranslation('declarations');
  return ({ bound, missing, renewal, covered, oldest }: Overview): string => {
    const open = missing + renewal;
    return [
      bound === 0 ? t('lead.nobody') : open === 0 ? t('lead.all', { count: bound }) : t('lead.open', { count: open, all: bound }),
      open > 0 && oldest ? t('lead.oldest', { count: daysSince(oldest) }) : '',
      renewal > 0 ? t('lead.renewal', { count: renewal }) : '',
      covered > 0 ? t('lead.covered', { count: covered }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
};

const Waits = ({ overview }: { overview: Overview }) => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const { toCountersign, scansToFile, can } = overview;
  if (toCountersign === 0 && scansToFile === 0) return null;
  return (
    <ul className="plain declaration-waits">
      {toCountersign > 0 && (
        <li>
          <Link to={`/c/${centre.slug}/declarations/register`} search={{ countersigned: 'no' } as never}>
            {t('waits.countersign', { count: toCountersign })}
          </Link>
        </li>
      )}
      {scansToFile > 0 && can['write'] && (
        <li>
          <Link to={`/c/${centre.slug}/declarations/paper`}>{t('waits.scans', { count: scansToFile })}</Link>
        </li>
      )}
    </ul>
  );
};

const ByService = ({ services }: { services: Overview['services'] }) => {
  const { t } = useTranslation('declarations');
  const open = services.filter((service) => service.open > 0);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="by-service">
      <h2 id="by-service">{t('services.title')}</h2>
      <ul className="declaration-services">
        {open.map((service) => (
          <li key={service.serviceId ?? 'none'}>
            <span>{service.serviceName ?? t('services.none')}</span> <b>{t('services.open', { open: service.open, people: service.people })}</b>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Writes to those who wait and have no account: each gets an address of their own at which they sign. */
const WriteToAll = () => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const write = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/declarationLetters', { params: { path: { organizationId: centre.id } }, body: { everybody: true } })),
  });
  const said = write.data;
  return (
    <div className="declaration-letters no-print">
      {write.error && <ProblemNotice problem={problemOf(write.error)} domain="declarations" />}
      <p role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said &&
          (said.mailWorks
            ? [t('letters.done', { count: said.letters }), said.withoutAddress > 0 ? t('letters.without', { count: said.withoutAddress }) : ''].filter(Boolean).join(' ')
            : t('links.noMail'))}
      </p>
      <button type="button" className="button" aria-disabled={write.isPending} onClick={() => write.isPending || write.mutate()}>
        {t('letters.do')}
      </button>{' '}
      <small className="quiet">{t('letters.help')}</small>
    </div>
  );
};

/** Where somebody stands, with its date. */
const useStateWords = () => {
  const { t } = useTranslation('declarations');
  const { shortDate } = useFormat();
  return (need: Need): { words: string; late: boolean } => {
    const waits = need.state === 'missing' || need.state === 'renewal';
    const since = need.waitsSince;
    if (need.state === 'signed') return { words: t('state.signed', { date: shortDate(need.signedOn!) }), late: false };
    if (need.state === 'covered') return { words: t('state.covered', { name: need.coveredBy ?? '' }), late: false };
    if (need.state === 'coming') return { words: t('state.coming', { date: shortDate(need.since) }), late: false };
    return { words: t(`state.${need.state}`, { date: shortDate(since), count: daysSince(since) }), late: waits };
  };
};

/** The undertakings of a centre: who has signed, who has not, and since when. */
export const DeclarationsPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const lead = useLead();
  const stateOf = useStateWords();
  const query = useQuery(overviewQuery(centre.id));
  const overview = query.data;
  const path = { organizationId: centre.id };
  const here = `/c/${centre.slug}/declarations`;
  return (
    <Page
      title={t('title')}
      lead={overview && lead(overview)}
      actions={
        <>
          {may('declaration.write') && (
            <Link to={`${here}/new`} className="button primary">
              {t('enter.link')}
            </Link>
          )}
          <a className="button" href={`${base}/organizations/${centre.id}/declarationRegister`} download>
            {t('register.download')}
          </a>
        </>
      }
    >
      <DeclarationTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {overview && <Waits overview={overview} />}
      {overview && <ByService services={overview.services} />}
      {overview && overview.missing + overview.renewal > 0 && may('declaration.collect') && <WriteToAll />}
      <section aria-labelledby="bound">
        <h2 id="bound">{t('people.title')}</h2>
        <RecordList
          caption={t('people.title')}
          queryKey={['declarations', centre.id, 'needs']}
          load={({ text, ...asked }, signal) =>
            unwrap(
              text
                ? api.POST('/organizations/{organizationId}/declarationNeeds/search', { params: { path, query: asked }, body: { text }, signal })
                : api.GET('/organizations/{organizationId}/declarationNeeds', { params: { path, query: asked }, signal }),
            )
          }
          columns={[
            {
              key: 'name',
              header: t('fields.personName'),
              sort: 'name',
              cell: (need) =>
                need.declarationId && (need.state === 'signed' || !may('declaration.collect')) ? (
                  <Link to={`${here}/${need.declarationId}`}>{need.personName}</Link>
                ) : may('declaration.collect') ? (
                  <Link to={`${here}/sign/${need.id}`}>{need.personName}</Link>
                ) : (
                  need.personName
                ),
            },
            { key: 'service', header: t('fields.serviceName'), cell: (need) => need.serviceName ?? need.employer },
            { key: 'variant', header: t('fields.variant'), cell: (need) => t(`variants.${need.variant}`) },
            {
              key: 'state',
              header: t('fields.state'),
              sort: 'state',
              cell: (need) => {
                const { words, late } = stateOf(need);
                return <span className={late ? 'late' : undefined}>{words}</span>;
              },
            },
          ]}
          filters={[
            { name: 'text', label: t('people.search'), secret: true },
            { name: 'state', label: t('fields.state'), options: (['open', ...needStates] as const).map((value) => ({ value, label: t(`states.${value}`) })) },
            { name: 'variant', label: t('fields.variant'), options: variants.filter((value) => value !== 'partner').map((value) => ({ value, label: t(`variants.${value}`) })) },
          ]}
          exportAddress={`/organizations/${centre.id}/declarationNeeds/export`}
          empty={{ title: t('empty.title'), text: t('empty.text') }}
        />
      </section>
      <section aria-labelledby="why" className="declaration-why">
        <h2 id="why">{t('why.title')}</h2>
        <p>{t('why.consent')}</p>
        <p>{t('why.lasting')}</p>
      </section>
    </Page>
  );
};
