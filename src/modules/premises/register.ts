import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import type { CopyState, KeyKind } from './key.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import type { ProtectionKind } from './protection.ts';
import type { Finding } from './round.ts';
import { type EntryCategory, isGuarded, isLoose, type ZoneEntryInput, type ZoneKind, type ZoneRisk } from './zone.ts';

const texts = { fr, nl, de };
export const registerWords = (language: DocumentLanguage) => texts[language].register;

type Entry = { zoneId: string; category: EntryCategory | null; serviceName: string | null; hours: ZoneEntryInput['hours']; escorted: boolean };
export type RegisterZone = { id: string; name: string; building: string | null; floor: string | null; kind: ZoneKind; risk: ZoneRisk; resourceId: string | null };
export type RegisterCopy = { keyId: string; mark: string | null; state: CopyState; keptWhere: string | null; personName: string | null; since: CivilDate; want: 'recover' | 'change' | null };
/** All that the register of a day says. No visitor is in it. */
export type PremisesFacts = {
  centre: { name: string; lines: readonly string[] };
  zones: readonly RegisterZone[];
  entries: readonly Entry[];
  /** Who holds the right to enter a guarded zone by name, and when. */
  holders: readonly { zoneId: string; personName: string; hours: ZoneEntryInput['hours'] }[];
  keys: readonly { id: string; kind: KeyKind; name: string; zones: readonly string[]; changedOn: CivilDate | null }[];
  copies: readonly RegisterCopy[];
  protections: readonly {
    zoneName: string;
    kind: ProtectionKind;
    name: string;
    place: string | null;
    quantity: number;
    everyMonths: number | null;
    lastOn: CivilDate | null;
    lastResult: 'good' | 'notGood' | null;
    nextOn: CivilDate | null;
  }[];
  rounds: readonly { heldOn: CivilDate; heldByName: string | null; findings: readonly Finding[] }[];
};

const plain = (text: string): Inline[] => [{ text }];
/** `2026-11-24` in words of the language. */
export const registerDay = (date: CivilDate, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, language === 'fr' ? '1er ' : '1 ');
const short = (date: CivilDate): string => date.split('-').toReversed().join('/');
const joined = (parts: readonly (string | null | undefined | false)[], by = ', '): string => parts.filter(Boolean).join(by);

type Words = (typeof texts)[DocumentLanguage];
const entrySaid = (own: Words, zone: RegisterZone, { category, serviceName, hours, escorted }: Entry): string =>
  joined([
    category === 'service' ? serviceName : category && own.categories[category],
    own.hours[hours],
    escorted && own.entry.escortedOnly,
    isLoose(zone.risk, { category, escorted }) && own.entry.loose,
  ]);
/** Who may enter a zone: groups, then people by name; for a guarded one that nobody's list keeps, that. */
const entrantsOf = (facts: PremisesFacts, own: Words, zone: RegisterZone): string =>
  [
    ...facts.entries.filter((entry) => entry.zoneId === zone.id && entry.category !== null).map((entry) => entrySaid(own, zone, entry)),
    ...facts.holders.filter(({ zoneId }) => zoneId === zone.id).map(({ personName, hours }) => joined([personName, own.hours[hours]])),
    ...(isGuarded(zone) && !zone.resourceId ? [own.register.unheld] : []),
  ].join('\n') || '–';
const whereOf = (own: Words, language: DocumentLanguage, { mark, state, keptWhere, personName, since, want }: RegisterCopy): string =>
  joined([
    mark,
    state === 'held'
      ? own.register.heldBy.replace('{{name}}', personName ?? '–').replace('{{date}}', short(since))
      : joined([own.copyStates[state], state === 'kept' && keptWhere], language === 'fr' ? '\u202f: ' : ': '),
    want && own.keys.want[want],
  ]);
const checkSaid = (own: Words, { lastOn, lastResult, nextOn, everyMonths }: PremisesFacts['protections'][number], day: CivilDate): string =>
  everyMonths === null
    ? own.protections.noCheck
    : joined(
        [
          lastOn ? joined([short(lastOn), lastResult && own.protections[lastResult]]) : own.register.neverChecked,
          nextOn && `${nextOn < day ? own.register.lateSince : own.register.next} ${short(nextOn)}`,
        ],
        '\n',
      );

const columnsOf = (own: Words) => ({
  zones: [own.fields.name, own.fields.kind, own.fields.risk, own.register.entrants],
  keys: [own.fields.name, own.fields.zoneIds, own.register.copies],
  protections: [own.fields.name, own.fields.zoneId, own.fields.quantity, own.register.check],
  rounds: [own.fields.heldOn, own.fields.heldById, own.fields.findings],
});
type Rows = Record<keyof ReturnType<typeof columnsOf>, string[][]>;
const rowsOf = (facts: PremisesFacts, language: DocumentLanguage, day: CivilDate): Rows => {
  const own = texts[language];
  const zoneNames = new Map(facts.zones.map(({ id, name }) => [id, name]));
  return {
    zones: facts.zones.map((zone) => [joined([zone.name, zone.building, zone.floor]), own.kinds[zone.kind], own.risks[zone.risk], entrantsOf(facts, own, zone)]),
    keys: facts.keys.map(({ id, kind, name, zones, changedOn }) => [
      joined([name, own.keyKinds[kind], changedOn && own.register.changed.replace('{{date}}', short(changedOn))]),
      zones.join(', ') || '–',
      facts.copies
        .filter(({ keyId }) => keyId === id)
        .map((copy) => whereOf(own, language, copy))
        .join('\n') || '–',
    ]),
    protections: facts.protections.map((one) => [joined([one.name, own.protectionKinds[one.kind]]), joined([one.zoneName, one.place]), String(one.quantity), checkSaid(own, one, day)]),
    rounds: facts.rounds.map(({ heldOn, heldByName, findings }) => [
      short(heldOn),
      heldByName ?? '–',
      findings
        .filter(({ good }) => !good)
        .map(({ zoneId, topic, note }) => joined([zoneNames.get(zoneId), own.topics[topic], note], ' – '))
        .join('\n') || own.rounds.allGood,
    ]),
  };
};

/** The premises of a centre on a day: zones and who enters them, keys and where each copy is, protections with their checks, rounds of three years (POL 1.2; MES 2.2). */
export const premisesModel = (facts: PremisesFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = texts[language];
  const rows = rowsOf(facts, language, day);
  const columns = columnsOf(own);
  const section = (key: keyof Rows, title: string, widths: readonly number[]): Section => ({
    key,
    level: 1,
    title,
    blocks: [
      { type: 'table', columns: columns[key].map((heading, at) => ({ title: heading, width: widths[at]! })), rows: rows[key].map((row) => row.map(plain)), empty: own.register.none } satisfies Block,
    ],
  });
  return {
    language,
    layout: 'report',
    title: own.register.title,
    sender: { name: facts.centre.name, lines: [...facts.centre.lines] },
    front: [],
    sections: [
      section('zones', own.register.zones, [2.2, 1.4, 1.3, 3]),
      section('keys', own.register.keys, [2.2, 2, 3]),
      section('protections', own.register.protections, [2.2, 2, 0.9, 2.4]),
      section('rounds', own.register.rounds, [1.4, 1.6, 4]),
    ],
    runningTitle: own.register.title,
    footer: own.register.footer.replace('{{date}}', registerDay(day, language)),
    date: day,
  };
};

/** The same as a workbook, a sheet for each part. */
export const premisesSheets = (facts: PremisesFacts, language: DocumentLanguage, day: CivilDate): WrittenSheet[] => {
  const own = texts[language];
  const rows = rowsOf(facts, language, day);
  const columns = columnsOf(own);
  return (Object.keys(rows) as (keyof Rows)[]).map((key) => ({
    name: own.register[key].slice(0, 31),
    columns: columns[key].map((_, at) => ({ width: at === columns[key].length - 1 ? 60 : 28 })),
    frozenRows: 1,
    rows: [columns[key].map((value) => ({ value, style: 'heading' as const })), ...rows[key].map((row) => row.map((value) => ({ value, style: 'text' as const })))],
  }));
};
