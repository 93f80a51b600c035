import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, localAddress, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { LinkNotice } from '../../../web/link-notice.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { Qr } from '../../../web/sign-in/qr.tsx';
import { linksQuery, useRefresh, type Whom } from './queries.ts';
import './declarations.css';

const useHand = (whom: Whom, kind: 'screen' | 'link') => {
  const centre = useCentre();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/declarationLinks', { params: { path: { organizationId: centre.id } }, body: { ...whom, kind } })),
    onSuccess: () => refresh(),
  });
};

/** On a screen of the centre, before whoever hands it over. */
export const OnScreen = ({ whom }: { whom: Whom }) => {
  const { t } = useTranslation('declarations');
  const { time } = useFormat();
  const hand = useHand(whom, 'screen');
  const link = hand.data?.link;
  return (
    <section aria-labelledby="on-screen">
      <h2 id="on-screen">{t('collect.screen')}</h2>
      <p>{t('collect.screenText')}</p>
      {hand.error && <ProblemNotice problem={problemOf(hand.error)} domain="declarations" />}
      {link ? (
        <div className="declaration-handed" role="status">
          <p>{t('collect.until', { time: time(hand.data!.expiresAt) })}</p>
          <div className="buttons">
            <a className="button primary" href={link} target="_blank" rel="noreferrer">
              {t('collect.open')}
            </a>
          </div>
          <p>{t('collect.or')}</p>
          <div className="declaration-qr">
            <Qr text={link} label={t('collect.qr')} />
          </div>
        </div>
      ) : (
        <button type="button" className="button primary" aria-disabled={hand.isPending} onClick={() => hand.isPending || hand.mutate()}>
          {t('collect.hand')}
        </button>
      )}
    </section>
  );
};

/** What became of the addresses made before. */
const Told = ({ whom }: { whom: Whom }) => {
  const { t } = useTranslation('declarations');
  const { moment } = useFormat();
  const centre = useCentre();
  const [last] = useQuery(linksQuery(centre.id, whom)).data?.items ?? [];
  if (!last) return null;
  const state = last.used ? 'used' : last.disownedAt ? 'disowned' : last.fault ? 'fault' : last.openedAt ? 'opened' : last.mailTo && !last.sentAt ? 'waits' : last.current ? 'sent' : 'expired';
  const at = moment(state === 'disowned' ? last.disownedAt! : state === 'opened' ? last.openedAt! : state === 'expired' ? last.expiresAt : (last.sentAt ?? last.madeAt));
  return <p className={state === 'disowned' || state === 'fault' ? 'notice late' : 'quiet'}>{t(`links.${state}`, { at, address: last.mailTo ?? '' })}</p>;
};

/** On a device of their own, by a personal address: sent by mail, so that nobody of the centre sees it, or handed over. */
export const OnOwnDevice = ({ whom, email }: { whom: Whom; email?: string | undefined }) => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const refresh = useRefresh();
  const [address, setAddress] = useState(email ?? '');
  const hand = useHand(whom, 'link');
  const { moment } = useFormat();
  const links = useQuery(linksQuery(centre.id, whom));
  const write = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/organizations/{organizationId}/declarationLetters', {
          params: { path: { organizationId: centre.id } },
          body: 'supplierId' in whom ? { ...whom, ...(address ? { email: address } : {}) } : whom,
        }),
      ),
    onSuccess: () => refresh(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!write.isPending) write.mutate();
  };
  return (
    <section aria-labelledby="own-device">
      <h2 id="own-device">{t('links.title')}</h2>
      <p>{t('links.text')}</p>
      {(hand.error ?? write.error) && <ProblemNotice problem={problemOf(hand.error ?? write.error)} domain="declarations" />}
      <p role="status" className={write.data?.mailWorks ? 'notice done' : 'hidden-text'}>
        {write.data?.mailWorks ? t('links.written') : ''}
      </p>
      {links.data?.mailWorks === false && <p className="quiet">{t('links.noMail')}</p>}
      {hand.data ? (
        <LinkNotice link={hand.data.link} why={t('links.made', { at: moment(hand.data.expiresAt) })} />
      ) : (
        <form className="declaration-letter" onSubmit={submit}>
          {'supplierId' in whom && links.data?.mailWorks && (
            <div className="field">
              <label className="field-label" htmlFor="letter-address">
                {t('links.address')}
              </label>
              <input id="letter-address" className="control" type="email" autoComplete="off" maxLength={200} value={address} onChange={(event) => setAddress(event.target.value)} />
            </div>
          )}
          <div className="buttons">
            {links.data?.mailWorks && (
              <button type="submit" className="button" aria-disabled={write.isPending}>
                {t('links.write')}
              </button>
            )}
            <button type="button" className="button" aria-disabled={hand.isPending} onClick={() => hand.isPending || hand.mutate()}>
              {t('links.hand')}
            </button>
          </div>
        </form>
      )}
      <Told whom={whom} />
    </section>
  );
};

/** On a sheet of paper, which files itself when it comes back. */
export const OnPaper = ({ whom }: { whom: Whom }) => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const refresh = useRefresh();
  const print = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/organizations/{organizationId}/declarationSheets', {
          params: { path: { organizationId: centre.id } },
          body: 'supplierId' in whom ? { ...whom, personIds: [] } : { personIds: [whom.personId] },
        }),
      ),
    onSuccess: () => refresh(),
  });
  const [sheet] = print.data?.sheets ?? [];
  return (
    <section aria-labelledby="on-paper">
      <h2 id="on-paper">{t('collect.paper')}</h2>
      <p>{t('collect.paperText')}</p>
      {print.error && <ProblemNotice problem={problemOf(print.error)} domain="declarations" />}
      {sheet ? (
        <a className="button primary" href={localAddress(sheet.file)} download>
          {t('collect.download')}
        </a>
      ) : (
        <button type="button" className="button" aria-disabled={print.isPending} onClick={() => print.isPending || print.mutate()}>
          {t('collect.print')}
        </button>
      )}
    </section>
  );
};
