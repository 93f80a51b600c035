import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Publication, type Recipient, useRefresh } from './publication-queries.ts';

type Props = { publication: Publication; say: (words: string) => void };

/** A personal link to hand over to somebody who has no account; shown once. */
const LinkFor = ({ publication, recipient }: { publication: Publication; recipient: Recipient }) => {
  const { t } = useTranslation('publications');
  const centre = useCentre();
  const [shown, setShown] = useState(false);
  const make = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/organizations/{organizationId}/publications/{id}/links', { params: { path: { organizationId: centre.id, id: publication.id } }, body: { personId: recipient.id } })),
    onSuccess: () => setShown(true),
  });
  return (
    <>
      <button type="button" className="button plain" aria-label={t('link.makeFor', { name: recipient.personName })} onClick={() => make.isPending || make.mutate()}>
        {t('link.make')}
      </button>
      {make.error && <ProblemNotice problem={problemOf(make.error)} domain="publications" />}
      <Dialog opened={shown} onClose={() => setShown(false)} title={t('link.title', { name: recipient.personName })}>
        <p>{t('link.text')}</p>
        <code className="link-shown">{make.data?.link}</code>
        <div className="buttons">
          <button type="button" className="button" onClick={() => setShown(false)} data-autofocus>
            {t('link.close')}
          </button>
        </div>
      </Dialog>
    </>
  );
};

const TakeBack = ({ recipient, say }: { recipient: Recipient; say: (words: string) => void }) => {
  const { t } = useTranslation('publications');
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const go = useMutation({
    mutationFn: () =>
      unwrap(
        api.DELETE('/organizations/{organizationId}/confirmations/{id}', {
          params: { path: { organizationId: centre.id, id: recipient.confirmationId! } },
          headers: ifMatch(recipient.confirmationVersion!),
        }),
      ),
    onSuccess: () => {
      say('');
      void refresh();
    },
  });
  return (
    <>
      <button type="button" className="button plain" aria-label={t('paper.undoOf', { name: recipient.personName })} onClick={() => go.isPending || go.mutate()}>
        {t('paper.undo')}
      </button>
      {go.error && <ProblemNotice problem={problemOf(go.error)} domain="publications" />}
    </>
  );
};

/** Who is asked, who has confirmed and how, who waits since when. */
export const Recipients = ({ publication, say }: Props) => {
  const { t } = useTranslation('publications');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const path = { organizationId: centre.id, id: publication.id };
  const day = (instant: string) => shortDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date(instant)));
  const mayAct = publication.can['record'] && publication.state !== 'ended';
  return (
    <section aria-labelledby="recipients" className="publication-list">
      <h2 id="recipients">{t('page.recipients')}</h2>
      <RecordList
        caption={t('page.recipients')}
        queryKey={['publications', centre.id, 'recipients', publication.id]}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/publications/{id}/recipients', { params: { path, query }, signal }))}
        columns={[
          { key: 'name', header: t('fields.personName'), sort: 'name', cell: (recipient) => recipient.personName },
          { key: 'service', header: t('fields.serviceName'), sort: 'service', cell: (recipient) => recipient.serviceName },
          {
            key: 'confirmed',
            header: t('fields.confirmed'),
            sort: 'confirmed',
            cell: (recipient) =>
              recipient.confirmedOn ? (
                <>
                  {shortDate(recipient.confirmedOn)}, {t(`ways.${recipient.how ?? 'paper'}`)}
                  {(recipient.recordedBy || !recipient.asked) && <small>{[recipient.recordedBy, ...(recipient.asked ? [] : [t('page.left')])].filter(Boolean).join(' · ')}</small>}
                </>
              ) : publication.confirm ? (
                t('recipientStates.waiting')
              ) : undefined,
          },
          { key: 'since', header: t('fields.since'), sort: 'since', cell: (recipient) => (recipient.state === 'waiting' && publication.confirm ? shortDate(recipient.since) : undefined) },
          {
            key: 'reach',
            header: t('fields.reach'),
            cell: (recipient) => (
              <>
                {t(`reaches.${recipient.reach}`)}
                {recipient.writtenAt && <small>{t('page.letters', { count: recipient.letters, date: day(recipient.writtenAt) })}</small>}
                {recipient.fault === 'recipient' && <small className="late-sentence">{t('page.refused')}</small>}
              </>
            ),
          },
          ...(mayAct
            ? [
                {
                  key: 'act',
                  header: t('page.actions'),
                  cell: (recipient: Recipient) =>
                    recipient.state === 'waiting' && recipient.reach !== 'account' ? (
                      <LinkFor publication={publication} recipient={recipient} />
                    ) : recipient.how === 'paper' && recipient.confirmationId ? (
                      <TakeBack recipient={recipient} say={say} />
                    ) : undefined,
                },
              ]
            : []),
        ]}
        filters={[
          ...(publication.confirm ? [{ name: 'state', label: t('fields.state'), options: (['waiting', 'confirmed'] as const).map((value) => ({ value, label: t(`recipientStates.${value}`) })) }] : []),
          { name: 'reach', label: t('fields.reach'), options: (['account', 'mail', 'paper'] as const).map((value) => ({ value, label: t(`reaches.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/publications/${publication.id}/recipients/export`}
        empty={{ title: t('page.nobodyTitle'), text: t('page.nobodyText') }}
      />
    </section>
  );
};
