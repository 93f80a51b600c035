import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { useListState } from '../../../web/list-state.ts';
import { ListTools } from '../../../web/list-tools.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentreIfAny } from '../../../web/session.ts';
import { certainties, legalStates, textsFor, type LegalText } from '../legal-text.ts';
import { LegalEntry } from './legal-entry.tsx';
import { anchorKey, partOf, passes, type LegalPart } from './legal-view.ts';
import './legal.css';

const scopes = ['socialData', 'personalData', 'allInformation', 'other'] as const;
const parts: LegalPart[] = ['current', 'unknown', 'past'];

const useRegister = () =>
  useQuery({
    queryKey: ['legalTexts'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/refData/legalTexts', { signal }))).items as LegalText[],
    staleTime: 3_600_000,
  });

/** The region of the centre at hand, which decides what binds it; undefined over all centres and until it is known. */
const useRegion = () => {
  const centre = useCentreIfAny();
  const organization = useQuery({
    queryKey: ['organization', centre?.id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}', { params: { path: { organizationId: centre!.id } }, signal })),
    enabled: centre !== undefined,
  });
  return { region: organization.data?.region, waiting: organization.isLoading };
};

/** Counts of the register as sentences, those that say zero left out. */
const useLead = (texts: LegalText[]): string => {
  const { t } = useTranslation('legal');
  const count = (part: LegalPart) => texts.filter((text) => partOf(text) === part).length;
  const unsure = texts.filter((text) => partOf(text) !== 'past' && text.certainty !== 'seen').length;
  const sentences = [
    [count('current'), 'leadCurrent'],
    [count('past'), 'leadPast'],
    [count('unknown'), 'leadUnknown'],
    [unsure, 'leadUnsure'],
  ] as const;
  return sentences
    .filter(([number]) => number > 0)
    .map(([number, key]) => t(key, { count: number }))
    .join(' ');
};

const Register = ({ texts, all }: { texts: LegalText[]; all: ReadonlyMap<string, LegalText> }) => {
  const { t } = useTranslation('legal');
  const { language } = useFormat();
  const { hash } = useLocation();
  const state = useListState(['state', 'scope', 'certainty', 'text'], []);
  const options = <V extends string>(values: readonly V[], group: string) => values.map((value) => ({ value, label: t(`${group}.${value}` as never) as string }));
  // What the address points at is shown whatever the filters say.
  const aimed = all.get(anchorKey(hash));
  const shown = texts.filter((text) => text === aimed || passes(text, state.query, language));
  if (aimed && !texts.includes(aimed)) shown.push(aimed);

  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: hash === anchorKey(hash) ? 'start' : 'center' });
  }, [hash]);

  return (
    <>
      <ListTools
        sorts={[]}
        state={state}
        filters={[
          { name: 'state', label: t('state'), options: options(legalStates, 'states') },
          { name: 'scope', label: t('scope'), options: options(scopes, 'scopes') },
          { name: 'certainty', label: t('certainty'), options: options(certainties, 'certainties') },
          { name: 'text', label: t('text') },
        ]}
      />
      <p className="list-count" role="status">
        {shown.length === 0 ? t('nothing') : state.filtered && t('count', { shown: shown.length, total: texts.length })}
      </p>
      {parts.map((part) => {
        const entries = shown.filter((text) => partOf(text) === part);
        if (entries.length === 0) return null;
        return (
          <section key={part} className="legal-part" aria-labelledby={`legal-${part}`}>
            <h2 id={`legal-${part}`}>{t(part)}</h2>
            {part === 'past' && <p className="quiet">{t('pastText')}</p>}
            <ul className="legal-list">
              {entries.map((text) => (
                <LegalEntry key={text.key} text={text} all={all} target={hash} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className="quiet small legal-foot">{t('notice')}</p>
    </>
  );
};

/** The laws and norms that bind a centre: all of them over all centres, those of its region inside one. */
export const LegalPage = () => {
  const { t } = useTranslation(['legal', 'shell']);
  const register = useRegister();
  const { region, waiting } = useRegion();
  const all = register.data ?? [];
  const texts = region ? textsFor(all, region) : all;
  const counts = useLead(texts);
  const lead = (
    <>
      {counts}
      {region && texts.length < all.length && (
        <>
          {' '}
          {t('region', { region: t(`regions.${region}`) })} <Link to="/legal">{t('wholeRegister')}</Link>
        </>
      )}
    </>
  );
  return (
    <Page title={t('title')} lead={texts.length > 0 && !waiting && lead}>
      {register.error && <ProblemNotice problem={problemOf(register.error)} retry={register.refetch} />}
      {(register.isPending || waiting) && <p role="status">{t('shell:loading')}</p>}
      {register.data && !waiting && <Register texts={texts} all={new Map(all.map((text) => [text.key, text]))} />}
    </Page>
  );
};
