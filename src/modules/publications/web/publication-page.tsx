import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { Paper } from './paper.tsx';
import { allServicesQuery, documentAddress, type Publication, publicationQuery, useProgress, useRefresh, useTitle } from './publication-queries.ts';
import { Recipients } from './recipients.tsx';
import './publications.css';

type Say = (words: string) => void;

const Withdraw = ({ publication, say }: { publication: Publication; say: Say }) => {
  const { t } = useTranslation(['publications', 'shell']);
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const [asking, setAsking] = useState(false);
  const go = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/organizations/{organizationId}/publications/{id}/withdraw', { params: { path: { organizationId: centre.id, id: publication.id } }, headers: ifMatch(publication.version) })),
    onSuccess: () => {
      setAsking(false);
      say(t('page.withdrawn'));
      void refresh();
    },
  });
  return (
    <>
      <button type="button" className="button plain danger" onClick={() => setAsking(true)}>
        {t('page.withdraw')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('page.withdrawTitle')}>
        <p>{t('page.withdrawText')}</p>
        {go.error && <ProblemNotice problem={problemOf(go.error)} domain="publications" />}
        <div className="buttons">
          <button type="button" className="button danger" aria-disabled={go.isPending} onClick={() => go.isPending || go.mutate()}>
            {t('page.withdraw')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </>
  );
};

const Remind = ({ publication, say }: { publication: Publication; say: Say }) => {
  const { t } = useTranslation('publications');
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const go = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/publications/{id}/reminders', { params: { path: { organizationId: centre.id, id: publication.id } } })),
    onSuccess: ({ letters, mailWorks }) => {
      say(!mailWorks ? t('publish.mailOff') : letters === 0 ? t('page.remindedNone') : t('page.reminded', { count: letters }));
      void refresh();
    },
  });
  return (
    <>
      <button type="button" className="button" aria-disabled={go.isPending} onClick={() => go.isPending || go.mutate()}>
        {t('page.remind')}
      </button>
      {go.error && <ProblemNotice problem={problemOf(go.error)} domain="publications" />}
    </>
  );
};

const Facts = ({ publication }: { publication: Publication }) => {
  const { t } = useTranslation(['publications', 'people']);
  const { date, moment } = useFormat();
  const centre = useCentre();
  const titleOf = useTitle();
  const services = useQuery(allServicesQuery(centre.id)).data?.items ?? [];
  const { audience } = publication;
  const to = audience.everybody
    ? [t('publish.everybody')]
    : [
        ...audience.serviceIds.map((id) => services.find((service) => service.id === id)?.name ?? '…'),
        ...audience.mandateKinds.map((kind) => t(`people:mandateKinds.${kind}`)),
        ...audience.personKinds.map((kind) => t(`people:kinds.${kind}`)),
        ...(audience.personIds.length > 0 ? [t('page.people', { count: audience.personIds.length })] : []),
      ];
  return (
    <section aria-labelledby="published">
      <h2 id="published">{t('page.facts')}</h2>
      <dl className="facts">
        <dt>{t('fields.title')}</dt>
        <dd>
          <Link to={documentAddress(centre.slug, publication)}>{titleOf(publication)}</Link>, {t('list.version', { number: publication.number })}
        </dd>
        <dt>{t('fields.audience')}</dt>
        <dd>{to.join(' · ')}</dd>
        <dt>{t('publish.how')}</dt>
        <dd>{['Beffroi', ...(publication.byMail ? [t('reaches.mail')] : []), ...(publication.onPaper ? [t('reaches.paper')] : [])].join(' · ')}</dd>
        <dt>{t('fields.startsOn')}</dt>
        <dd>{date(publication.startsOn)}</dd>
        {publication.dueOn && (
          <>
            <dt>{t('fields.dueOn')}</dt>
            <dd>{date(publication.dueOn)}</dd>
          </>
        )}
        <dt>{t('fields.publishedBy')}</dt>
        <dd>{[publication.publishedBy, moment(publication.publishedAt)].filter(Boolean).join(', ')}</dd>
        {publication.message && (
          <>
            <dt>{t('fields.message')}</dt>
            <dd className="reading-message">{publication.message}</dd>
          </>
        )}
      </dl>
    </section>
  );
};

const Whole = ({ publication, say }: { publication: Publication; say: Say }) => {
  const { t } = useTranslation('publications');
  const centre = useCentre();
  const { id, can } = publication;
  return (
    <>
      <div className="buttons no-print">
        {can['remind'] && <Remind publication={publication} say={say} />}
        {publication.confirm && publication.waiting > 0 && publication.state !== 'ended' && (
          <a className="button" href={`${base}/organizations/${centre.id}/publications/${id}/signatureList`} download>
            {t('page.list')}
          </a>
        )}
        {can['withdraw'] && <Withdraw publication={publication} say={say} />}
      </div>
      <Recipients publication={publication} say={say} />
      {publication.confirm && <Paper publication={publication} say={say} />}
      <Facts publication={publication} />
      <History organizationId={centre.id} table="publication" recordId={id} version={publication.version} />
    </>
  );
};

/** One publication: how far it is, who has confirmed and who waits, the signatures on paper, what was published. */
export const PublicationPage = () => {
  const { t } = useTranslation(['publications', 'shell']);
  const centre = useCentre();
  const titleOf = useTitle();
  const progress = useProgress();
  const { publicationId: id = '' } = useParams({ strict: false }) as { publicationId?: string };
  const query = useQuery(publicationQuery(centre.id, id));
  const [said, say] = useState('');
  const publication = query.data;
  return (
    <Page title={publication ? titleOf(publication) : t('one')} lead={publication && progress(publication).join(' ')} back={{ to: `/c/${centre.slug}/documents/publications`, label: t('title') }}>
      <p role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said}
      </p>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {publication && <Whole publication={publication} say={say} />}
    </Page>
  );
};
