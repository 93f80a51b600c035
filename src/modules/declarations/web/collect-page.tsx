import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, localAddress, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { Qr } from '../../../web/sign-in/qr.tsx';
import { type Need, personQuery, useRefresh } from './queries.ts';
import './declarations.css';

const OnScreen = ({ need }: { need: Need }) => {
  const { t } = useTranslation('declarations');
  const { time } = useFormat();
  const centre = useCentre();
  const hand = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/declarationLinks', { params: { path: { organizationId: centre.id } }, body: { personId: need.id } })),
  });
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

const OnPaper = ({ need }: { need: Need }) => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const refresh = useRefresh();
  const print = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/declarationSheets', { params: { path: { organizationId: centre.id } }, body: { personIds: [need.id] } })),
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

/** Having somebody sign: on this screen or another, on paper, or entering what they signed before. */
export const CollectPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const { personId = '' } = useParams({ strict: false }) as { personId?: string };
  const query = useQuery(personQuery(centre.id, personId));
  const need = query.data;
  const here = `/c/${centre.slug}/declarations`;
  return (
    <Page
      title={need ? t('collect.title', { name: need.personName }) : t('collect.titleAlone')}
      lead={
        need &&
        (need.signedOn
          ? t(need.state === 'renewal' ? 'collect.renewal' : 'collect.signed', { date: date(need.signedOn) })
          : need.state === 'covered'
            ? t('state.covered', { name: need.coveredBy ?? '' })
            : t('collect.since', { date: date(need.since), text: t(`variants.${need.variant}`) }))
      }
      back={{ to: here, label: t('title') }}
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data === null && <p>{t('collect.notBound')}</p>}
      {need && (
        <div className="declaration-collect">
          <OnScreen need={need} />
          {may('declaration.write') && <OnPaper need={need} />}
          <section aria-labelledby="self">
            <h2 id="self">{t('collect.self')}</h2>
            <p>{t('collect.selfText')}</p>
          </section>
          {may('declaration.write') && (
            <section aria-labelledby="before">
              <h2 id="before">{t('collect.earlier')}</h2>
              <p>{t('collect.earlierText')}</p>
              <Link to={`${here}/new`} search={{ person: need.id } as never} className="button">
                {t('enter.link')}
              </Link>
            </section>
          )}
        </div>
      )}
    </Page>
  );
};
