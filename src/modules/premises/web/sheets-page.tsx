import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentLanguage, documentLanguages } from '../../../kernel/language.ts';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { dangers, sheetPapers } from '../sheet.ts';
import { dangerColors, sheetIcon } from '../sheet-icons.ts';
import { PremisesTabs, Waiting } from './parts.tsx';
import { sheetsQuery, type SheetsOfPlace, useRefreshPremises, zonesQuery } from './queries.ts';
import { OwnParts } from './sheet-forms.tsx';
import './sheets.css';

type Look = { language: DocumentLanguage; paper: (typeof sheetPapers)[number] };

/** The drawing of a danger, on its colour. */
const Sign = ({ danger }: { danger: (typeof dangers)[number] }) => (
  <span className="sheet-sign" style={{ background: dangerColors[danger] }}>
    <img src={`data:image/svg+xml,${encodeURIComponent(sheetIcon(danger, '#ffffff'))}`} alt="" width="32" height="32" />
  </span>
);

const PlaceSheets = ({ place, look }: { place: SheetsOfPlace; look: Look }) => {
  const { t } = useTranslation('premises');
  const { date, list } = useFormat();
  const centre = useCentre();
  const may = useMay()('premises.write');
  const refresh = useRefreshPremises(centre.id);
  const [problem, setProblem] = useState<Problem>();
  const [hung, setHung] = useState(false);
  const { building, zoneId } = place;
  const of: Record<string, string> = building ? { building } : zoneId ? { zoneId } : {};
  const name = zoneId ? t('sheets.ofZone', { name: place.zoneName }) : (building ?? t('sheets.whole'));
  const file = (danger: string, format: 'pdf' | 'docx'): string => `${apiBase}/organizations/${centre.id}/emergencySheets/file?${new URLSearchParams({ danger, ...of, ...look, format })}`;
  const facts = (names: readonly string[]): string => list(names.map((one) => t(`sheetFacts.${one}` as never)));
  const act = async (work: () => Promise<unknown>, said: boolean) => {
    try {
      await work();
      setProblem(undefined);
      setHung(said);
    } catch (error) {
      setProblem(problemOf(error));
    }
    await refresh();
  };
  return (
    <section className="sheet-place" aria-label={name}>
      <h2>{name}</h2>
      {problem && <ProblemNotice problem={problem} domain="premises" />}
      <ul className="sheet-cards">
        {place.sheets.map((sheet) => (
          <li key={sheet.danger}>
            <Sign danger={sheet.danger} />
            <div>
              <b>{t(`dangers.${sheet.danger}`)}</b>
              <p className="small">
                {sheet.postedOn ? (
                  t(sheet.postedByName ? 'sheets.postedBy' : 'sheets.posted', { date: date(sheet.postedOn), name: sheet.postedByName })
                ) : (
                  <span className="quiet">{t('sheets.never')}</span>
                )}
              </p>
              {sheet.changed.length > 0 && <p className="late small">{t('sheets.changed', { what: facts(sheet.changed) })}</p>}
              {sheet.lacking.length > 0 && <p className="soon small">{t('sheets.lacks', { what: facts(sheet.lacking) })}</p>}
              <p className="small no-print sheet-links">
                <a href={file(sheet.danger, 'pdf')} download>
                  {t('sheets.one')}
                  <span className="hidden-text"> {`${t(`dangers.${sheet.danger}`)}, ${name}`}</span>
                </a>
                {may && (!sheet.postingId || sheet.changed.length > 0) && (
                  <button
                    type="button"
                    className="button plain"
                    onClick={() =>
                      void act(
                        () => unwrap(api.POST('/organizations/{organizationId}/sheetPostings', { params: { path: { organizationId: centre.id } }, body: { dangers: [sheet.danger], ...of } })),
                        true,
                      )
                    }
                  >
                    {t(sheet.postingId ? 'sheets.hangNew' : 'sheets.hang')}
                    <span className="hidden-text"> {`${t(`dangers.${sheet.danger}`)}, ${name}`}</span>
                  </button>
                )}
                {may && sheet.postingId && (
                  <button
                    type="button"
                    className="button plain"
                    onClick={() =>
                      void act(
                        () =>
                          unwrap(
                            api.DELETE('/organizations/{organizationId}/sheetPostings/{id}', {
                              params: { path: { organizationId: centre.id, id: sheet.postingId! } },
                              headers: ifMatch(sheet.version!),
                            }),
                          ),
                        false,
                      )
                    }
                  >
                    {t('sheets.down')}
                    <span className="hidden-text"> {`${t(`dangers.${sheet.danger}`)}, ${name}`}</span>
                  </button>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="buttons no-print">
        <a className="button primary" href={file('all', 'pdf')} download>
          {t('sheets.print')}
        </a>
        <a className="button" href={file('all', 'docx')} download>
          {t('sheets.word')}
        </a>
      </p>
      <p className="quiet small measure" role="status">
        {hung && t('sheets.hung')}
      </p>
    </section>
  );
};

const Toolbar = ({ look, set }: { look: Look; set: (look: Look) => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  return (
    <div className="sheet-look no-print">
      <div className="buttons" role="group" aria-label={t('sheets.language')}>
        {documentLanguages.map((language) => (
          <button key={language} type="button" className="button" aria-pressed={look.language === language} lang={language} onClick={() => set({ ...look, language })}>
            {t(`shell:languages.${language}` as never, { defaultValue: language.toUpperCase() })}
          </button>
        ))}
      </div>
      <div className="buttons" role="group" aria-label={t('sheets.paper')}>
        {sheetPapers.map((paper) => (
          <button key={paper} type="button" className="button" aria-pressed={look.paper === paper} onClick={() => set({ ...look, paper })}>
            {paper.toUpperCase()}
          </button>
        ))}
      </div>
    </div>
  );
};

const Whole = ({ places, buildings, own }: { places: SheetsOfPlace[]; buildings: string[]; own: DocumentLanguage }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const may = useMay()('premises.write');
  const [look, setLook] = useState<Look>({ language: own, paper: 'a4' });
  const [zoneId, setZoneId] = useState('');
  const zones = useQuery(zonesQuery(centre.id)).data?.items ?? [];
  const stale = places.flatMap(({ sheets }) => sheets).filter(({ changed }) => changed.length > 0).length;
  const zone = places.some((place) => place.zoneId === zoneId) ? undefined : zones.find(({ id }) => id === zoneId);
  const lacks = places.some(({ sheets }) => sheets.some(({ lacking }) => lacking.length > 0));
  return (
    <>
      {stale > 0 && <p className="notice late">{t('sheets.stale', { count: stale })}</p>}
      <Toolbar look={look} set={setLook} />
      {places.map((place) => (
        <PlaceSheets key={place.building ?? place.zoneId ?? ''} place={place} look={look} />
      ))}
      {zone && <PlaceSheets key={zone.id} place={{ zoneId: zone.id, zoneName: zone.name, sheets: dangers.map((danger) => ({ danger, lacking: [], changed: [] })) }} look={look} />}
      <div className="field no-print sheet-zone">
        <label className="field-label" htmlFor="sheet-zone">
          {t('sheets.forZone')}
        </label>
        <p className="field-help" id="sheet-zone-help">
          {t('sheets.forZoneHelp')}
        </p>
        <select id="sheet-zone" className="control" aria-describedby="sheet-zone-help" value={zoneId} onChange={(event) => setZoneId(event.target.value)}>
          <option value="">{t('sheets.noZone')}</option>
          {zones.map(({ id, name, building }) => (
            <option key={id} value={id}>
              {[name, building].filter(Boolean).join(', ')}
            </option>
          ))}
        </select>
      </div>
      {may && <p className="quiet small measure no-print">{t('sheets.hangHelp')}</p>}
      {lacks && (
        <p className="no-print">
          <Link to={`/c/${centre.slug}/premises/settings`}>{t('sheets.fill')}</Link>
        </p>
      )}
      <OwnParts buildings={buildings} hanging={places.flatMap(({ building }) => building ?? [])} />
    </>
  );
};

/** The sheets for the wall: of each building, which hang, which are out of date, and what they lack. */
export const SheetsPage = () => {
  const { t } = useTranslation('premises');
  const query = useQuery(sheetsQuery(useCentre().id));
  return (
    <Page title={t('tabs.sheets')} lead={t('sheets.lead')}>
      <PremisesTabs />
      <Waiting query={query} />
      {query.data && <Whole places={query.data.places} buildings={query.data.buildings} own={query.data.language} />}
    </Page>
  );
};
