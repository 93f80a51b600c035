import { compose } from '../../documents/compose.ts';
import type { LibraryText } from '../../documents/library.ts';
import type { Block, DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { type Checks, type LineId, linesOf, type Situation } from './lines.ts';
import type { WindowRule } from './window.ts';
import { countriesIn, daysIn, documentWords, longDate, ruleOf, situationOf } from './words.ts';

export type AgreementFacts = {
  centre: { name: string; municipality: string; lines: readonly string[] };
  names: { directorGeneral: string | undefined; adviser: string | undefined; dpo: string | undefined };
  window: WindowRule;
  person: { name: string; function: string | undefined };
  telework: {
    situation: Situation;
    bcss: boolean;
    weekdays: readonly number[];
    deviceName: string | null;
    deviceSerial: string | null;
    privateDevice: string | null;
    checks: Checks;
    checkedOn: CivilDate | null;
    checkedBy: string | null;
    authorisedOn: CivilDate | null;
    authorisedBy: string | null;
    conditions: string | null;
    agreedOn: CivilDate | null;
    agreedBy: string | null;
    start: CivilDate | null;
    until: CivilDate | null;
  };
};

const plain = (text: string): Inline[] => [{ text }];
const gap: Inline[] = [{ text: '…' }];

/** Who, how, when, on what: the particulars of one telework. What nobody has entered yet is a gap. */
const particulars = ({ person, telework, window }: AgreementFacts, language: DocumentLanguage): Block => {
  const own = documentWords(language);
  const { situation, weekdays, deviceName, deviceSerial, privateDevice, start, until, bcss } = telework;
  const device = deviceName ? [deviceName, deviceSerial].filter(Boolean).join(', ') : privateDevice;
  const item = (term: string, value: string | null | undefined) => ({ term, description: value ? plain(value) : gap });
  return {
    type: 'definitions',
    items: [
      item(own.person, [person.name, person.function].filter(Boolean).join(', ')),
      item(own.situation, situationOf(situation, language)),
      ...(device ? [item(own.device, device)] : []),
      item(own.days, daysIn(weekdays, language)),
      item(own.window, `${daysIn(window.weekdays, language)}, ${window.fromTime}\u202f–\u202f${window.untilTime} (${countriesIn(window.countries, language)})`),
      item(own.bcss, own[bcss ? 'yes' : 'no']),
      item(own.start, start && longDate(start, language)),
      item(own.until, until ? longDate(until, language) : own.open),
    ],
  };
};

/** The rules of this situation, and the conditions that were put: by line, then by the adviser. */
const demands = ({ telework }: AgreementFacts, language: DocumentLanguage): Block[] => {
  const own = documentWords(language);
  const conditions = linesOf(telework).flatMap(({ id }) => {
    const check = telework.checks[id as LineId];
    return check?.result === 'condition' && check.note ? [plain(`${ruleOf(id, language)} ${check.note}`)] : [];
  });
  const all = [...conditions, ...(telework.conditions ? [plain(telework.conditions)] : [])];
  return [
    { type: 'list', ordered: true, items: linesOf(telework).map(({ id }) => plain(ruleOf(id, language))) },
    ...(all.length > 0
      ? ([
          { type: 'paragraph', content: [{ text: own.conditions, bold: true }] },
          { type: 'list', ordered: false, items: all },
        ] satisfies Block[])
      : []),
  ];
};

/** By whom it was checked, authorised and agreed, and when. */
const decided = ({ telework, names }: AgreementFacts, language: DocumentLanguage): DocumentModel['front'] => {
  const own = documentWords(language);
  const line = (term: string, by: string | null | undefined, on: CivilDate | null) => (on ? [{ term, value: plain([by, longDate(on, language)].filter(Boolean).join(', ')) }] : []);
  return [
    ...line(own.checked, telework.checkedBy, telework.checkedOn),
    ...line(own.authorised, telework.authorisedBy ?? names.adviser, telework.authorisedOn),
    ...line(own.agreed, telework.agreedBy ?? names.directorGeneral, telework.agreedOn),
  ];
};

/** The individual agreement as a document: the library's text with the particulars, the rules of the situation and the conditions. A draft until the director-general agrees. */
export const agreementModel = (text: LibraryText, facts: AgreementFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = documentWords(language);
  const { centre, names, telework, person } = facts;
  const { title, subtitle, sections } = compose(text, {
    profile: {},
    has: {},
    variables: { 'centre.name': centre.name, 'directorGeneral.name': names.directorGeneral, 'adviser.name': names.adviser, 'dpo.name': names.dpo },
    slots: { teleworkParticulars: [particulars(facts, language)], teleworkDemands: demands(facts, language) },
    signatures: {
      undersigned: {
        type: 'signatures',
        blocks: [
          { capacity: own.undersigned, name: plain(person.name) },
          { capacity: own.forTheCentre, ...(names.directorGeneral ? { name: plain(names.directorGeneral) } : {}) },
        ],
      },
    },
  });
  const date = telework.agreedOn ?? day;
  return {
    language,
    layout: 'report',
    title,
    ...(subtitle ? { subtitle } : {}),
    sender: { name: centre.name, lines: [...centre.lines] },
    front: decided(facts, language),
    sections,
    runningTitle: `${title} · ${person.name}`,
    footer: telework.agreedOn ? own.agreedFooter.replace('{{date}}', longDate(telework.agreedOn, language)) : own.draftFooter.replace('{{date}}', longDate(day, language)),
    date,
  };
};

const fileWord = { fr: 'accord-teletravail', nl: 'telewerkakkoord', de: 'telearbeit-vereinbarung' } as const;
/** `valombre-accord-teletravail-2026-12-01.pdf`: no name stands in it. */
export const agreementFileName = (slug: string, start: CivilDate | null, language: DocumentLanguage, format: 'pdf' | 'docx'): string =>
  `${slug}-${fileWord[language]}${start ? `-${start}` : ''}.${format}`;
