import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import type { advices, decisions, DerogationKind, DerogationState, endings } from './derogation.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };

const texts = { fr, nl, de };
export const derogationWords = (language: DocumentLanguage) => texts[language].derogationRegister;

/** A derogation as the register prints it. */
export type DerogationFacts = {
  year: number;
  number: number;
  kind: DerogationKind;
  what: string;
  reason: string;
  measures: string | null;
  askedOn: CivilDate;
  askedByName: string | null;
  personName: string | null;
  deviceName: string | null;
  zoneName: string | null;
  resourceName: string | null;
  startsOn: CivilDate;
  endsOn: CivilDate;
  state: DerogationState;
  advice: (typeof advices)[number] | null;
  adviceText: string | null;
  adviceOn: CivilDate | null;
  adviceBy: string | null;
  decision: (typeof decisions)[number] | null;
  decisionText: string | null;
  decidedOn: CivilDate | null;
  decidedByName: string | null;
  endedOn: CivilDate | null;
  endedHow: (typeof endings)[number] | null;
  endedWhy: string | null;
};
export type DerogationRegister = { centre: { name: string; lines: readonly string[] }; year: number; derogations: readonly DerogationFacts[] };

const plain = (text: string): Inline[] => [{ text }];
const short = (date: CivilDate): string => date.split('-').toReversed().join('/');
const longDay = (date: CivilDate, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, language === 'fr' ? '1er ' : '1 ');
const fill = (text: string, values: Record<string, string>): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(', ');

const onWhat = (one: DerogationFacts, language: DocumentLanguage): string => join(one.personName, one.deviceName, one.zoneName, one.resourceName) || texts[language].derogationRegister.everybody;
const stateOf = (one: DerogationFacts, language: DocumentLanguage): string => join(texts[language].derogationStates[one.state], one.endedOn && short(one.endedOn));
const adviceOf = (one: DerogationFacts, language: DocumentLanguage): string =>
  one.advice
    ? `${join(texts[language].advices[one.advice], one.adviceBy, one.adviceOn && short(one.adviceOn))}${one.adviceText ? ` – ${one.adviceText}` : ''}`
    : texts[language].derogationRegister.noAdvice;
const decisionOf = (one: DerogationFacts, language: DocumentLanguage): string =>
  one.decision
    ? `${join(texts[language].decisions[one.decision], one.decidedByName, one.decidedOn && short(one.decidedOn))}${one.decisionText ? ` – ${one.decisionText}` : ''}`
    : texts[language].derogationRegister.noDecision;

/** The register of derogations of a year, as auditors ask for it: what is allowed, to whom, until when, and who agreed (POL 1.3 h). */
export const derogationsModel = ({ centre, year, derogations }: DerogationRegister, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = texts[language].derogationRegister;
  const title = fill(own.title, { year: String(year) });
  return {
    language,
    layout: 'report',
    title,
    sender: { name: centre.name, lines: [...centre.lines] },
    front: [],
    sections: [
      {
        key: 'table',
        level: 1,
        title: own.table,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.number, width: 1.2 },
              { title: own.what, width: 2.7 },
              { title: own.whom, width: 1.9 },
              { title: own.term, width: 1.8 },
              { title: own.state, width: 2.1 },
            ],
            rows: derogations.map((one) => [
              plain(`${one.year}/${one.number}`),
              plain(`${texts[language].derogationKinds[one.kind]} – ${one.what}`),
              plain(onWhat(one, language)),
              plain(`${short(one.startsOn)} – ${short(one.endsOn)}`),
              plain(stateOf(one, language)),
            ]),
            empty: own.none,
          },
        ],
      },
      ...(derogations.length > 0 ? [{ key: 'each', level: 1 as const, title: own.each, blocks: [] }] : []),
      ...derogations.map((one) => ({
        key: `derogation-${one.year}-${one.number}`,
        level: 2 as const,
        title: `${one.year}/${one.number} – ${one.what}`,
        blocks: [
          {
            type: 'definitions' as const,
            items: [
              { term: own.asked, description: plain(join(short(one.askedOn), one.askedByName)) },
              { term: own.whom, description: plain(onWhat(one, language)) },
              { term: own.reason, description: plain(one.reason) },
              ...(one.measures ? [{ term: own.measures, description: plain(one.measures) }] : []),
              { term: own.term, description: plain(`${short(one.startsOn)} – ${short(one.endsOn)}`) },
              { term: own.advice, description: plain(adviceOf(one, language)) },
              { term: own.decision, description: plain(decisionOf(one, language)) },
              ...(one.endedHow
                ? [{ term: own.end, description: plain(`${join(texts[language].endings[one.endedHow], one.endedOn && short(one.endedOn))}${one.endedWhy ? ` – ${one.endedWhy}` : ''}`) }]
                : []),
            ],
          },
        ],
      })),
    ],
    runningTitle: title,
    footer: fill(own.footer, { date: longDay(day, language) }),
    date: day,
  };
};

/** The same as a workbook: one line for each. */
export const derogationsSheet = ({ derogations, year }: DerogationRegister, language: DocumentLanguage): WrittenSheet => {
  const own = texts[language].derogationRegister;
  const cell = (value: string) => ({ value, style: 'text' as const });
  // Long texts are broken into lines: the cell beside would hide their end.
  const long = (value: string) => ({ value, style: 'paragraph' as const });
  const columns = [own.number, own.kind, own.what, own.whom, own.asked, own.reason, own.measures, own.from, own.until, own.state, own.advice, own.decision, own.end];
  return {
    name: fill(own.title, { year: String(year) }).slice(0, 31),
    columns: columns.map((_, index) => ({ width: [10, 24, 34, 28, 26, 40, 40, 12, 12, 22, 40, 40, 30][index]! })),
    frozenRows: 1,
    rows: [
      columns.map((value) => ({ value, style: 'heading' as const })),
      ...derogations.map((one) => [
        cell(`${one.year}/${one.number}`),
        cell(texts[language].derogationKinds[one.kind]),
        long(one.what),
        long(onWhat(one, language)),
        long(join(short(one.askedOn), one.askedByName)),
        long(one.reason),
        long(one.measures ?? ''),
        cell(short(one.startsOn)),
        cell(short(one.endsOn)),
        long(stateOf(one, language)),
        long(adviceOf(one, language)),
        long(decisionOf(one, language)),
        long(one.endedHow ? join(texts[language].endings[one.endedHow], one.endedWhy) : ''),
      ]),
    ],
  };
};
