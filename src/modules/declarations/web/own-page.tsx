import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentLanguage, documentLanguages } from '../../../kernel/language.ts';
import { api, base, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { Paper } from '../../../web/paper.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { Agree } from './agree.tsx';
import { daysSince, ownQuery, useRefresh } from './queries.ts';
import './declarations.css';

/** My undertakings here: the text that I am asked to sign, with the one gesture that signs it, and what I have signed. */
export const OwnDeclarationsPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const refresh = useRefresh();
  const [language, setLanguage] = useState<DocumentLanguage>();
  const [thanks, setThanks] = useState('');
  const query = useQuery(ownQuery(centre.id, language));
  const own = query.data;
  const shown = own?.undertaking;
  const waits = shown !== undefined && shown.state !== 'signed';
  const sign = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/organizations/{organizationId}/ownDeclarations', {
          params: { path: { organizationId: centre.id } },
          body: { contentHash: shown!.contentHash, language: shown!.language, agreed: true },
        }),
      ),
    onSuccess: () => {
      setThanks(t('own.thanks'));
      void refresh();
    },
  });
  const lead = (): string => {
    if (!own) return '';
    if (!shown) return t('own.notBound');
    if (shown.state === 'signed') return t('own.signed', { date: date(shown.signedOn!) });
    if (shown.state === 'renewal') return t('own.renewal', { date: date(shown.signedOn!) });
    if (shown.state === 'covered') return t('own.covered');
    if (shown.state === 'coming') return t('own.coming', { date: date(shown.since) });
    return t('own.missing', { date: date(shown.waitsSince), count: daysSince(shown.waitsSince) });
  };
  return (
    <Page title={t('own.title')} lead={lead()}>
      <p role="status" className={thanks ? 'notice done' : 'hidden-text'}>
        {thanks}
      </p>
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {waits && (
        <section aria-labelledby="to-sign" className="declaration-sign">
          <h2 id="to-sign">{t('own.toSign')}</h2>
          <div className="buttons no-print" role="group" aria-label={t('own.language')}>
            {documentLanguages.map((one) => (
              <button key={one} type="button" className="button" lang={one} aria-pressed={shown.language === one} onClick={() => setLanguage(one)}>
                {t(`languages.${one}`)}
              </button>
            ))}
          </div>
          <Paper html={shown.html} />
          <p className="quiet">{t('why.consent')}</p>
          {sign.error && <ProblemNotice problem={problemOf(sign.error)} domain="declarations" />}
          <Agree key={shown.contentHash} busy={sign.isPending} sign={() => sign.mutate()} />
        </section>
      )}
      {own && own.items.length > 0 && (
        <section aria-labelledby="signed">
          <h2 id="signed">{t('own.history')}</h2>
          <ul className="declaration-own">
            {own.items.map((one) => (
              <li key={one.id}>
                <span>
                  <b>{t(`variants.${one.variant}`)}</b>, {t('own.signedOn', { date: date(one.signedOn) })}, {t(`ways.${one.how}`)}
                  {one.countersignedOn && <>, {t('own.countersigned', { date: date(one.countersignedOn) })}</>}
                  {one.annulledOn && <>, {t('annul.short')}</>}
                </span>
                {one.hasFile && (
                  <a className="button" href={`${base}/organizations/${centre.id}/ownDeclarations/${one.id}/file`} download>
                    {t('file.download')}
                    <span className="hidden-text">, {t('number', { number: one.number })}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="quiet">{t('why.lasting')}</p>
    </Page>
  );
};
