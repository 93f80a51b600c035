import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { pathOf, type SignatureInput, strokeLimits } from '../../kernel/signature.ts';
import type { Capacity, DisposalInput, DisposalItem } from './disposal.ts';
import { disposalWords } from './disposal-words.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import { longDate } from './review.ts';

const texts = { fr, nl, de };
/** A disposal as its documents tell it; what did not happen yet is absent. */
export type DisposalFacts = {
  centre: { name: string; lines: string[] };
  title: string;
  how: DisposalInput['how'];
  plannedOn: CivilDate;
  carrier: string;
  note?: string | null | undefined;
  items: readonly DisposalItem[];
  ordered?: { on: CivilDate; by: string; as: Capacity; how: 'session' | 'screen'; signature?: SignatureInput | null | undefined };
  carried?: { on: CivilDate; by: string; intervention?: string | null | undefined };
  checked?: { on: CivilDate; by: string; how: 'present' | 'after'; note?: string | null | undefined; certificate?: { name: string; hash: string } | undefined };
};

const plain = (text: string): Inline[] => [{ text }];
const paragraph = (text: string): Block => ({ type: 'paragraph', content: plain(text) });

const tableOf = (items: readonly DisposalItem[], language: DocumentLanguage, last: 'note' | 'because', empty: string): Block => {
  const { columns, noData, erasedBefore } = disposalWords[language];
  const own = texts[language];
  const shown: { title: string; width: number; say: (item: DisposalItem) => string }[] = [
    { title: columns.number, width: 0.7, say: (item) => String(item.number) },
    { title: columns.device, width: 2.2, say: (item) => `${item.deviceName} (${own.kinds[item.kind] ?? item.kind})` },
    { title: columns.what, width: 2.4, say: (item) => [item.brand, item.model, item.serial].filter(Boolean).join(', ') },
    { title: columns.medium, width: 1.7, say: (item) => (item.medium ? own.media[item.medium] : item.holdsData ? erasedBefore : noData) },
    { title: columns.method, width: 1.9, say: (item) => (item.method ? own.methods[item.method] : '–') },
    { title: columns[last], width: 2.4, say: (item) => (last === 'note' ? item.note : item.leftBecause) ?? '' },
  ];
  // A column that nothing stands in takes no room.
  const filled = shown.filter(({ say }) => items.length === 0 || items.some((item) => say(item) !== ''));
  return { type: 'table', columns: filled.map(({ title, width }) => ({ title, width })), rows: items.map((item) => filled.map(({ say }) => plain(say(item)))), empty };
};

const drawing = (signature: Extract<SignatureInput, { strokes: unknown }>): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${strokeLimits.width} ${strokeLimits.height}"><path d="${pathOf(signature.strokes)}" fill="none" stroke="#1c2124" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const signed = (language: DocumentLanguage, { by, as, signature }: NonNullable<DisposalFacts['ordered']>): Block[] => {
  const own = disposalWords[language];
  return [
    ...(signature && 'strokes' in signature ? [{ type: 'picture' as const, svg: drawing(signature), width: 70, label: `${own.drawn}${language === 'fr' ? '\u202f: ' : ': '}${by}` }] : []),
    {
      type: 'definitions',
      items: [
        { term: own.signedBy, description: plain(`${by}, ${own.capacities[as]}`) },
        ...(signature && 'typed' in signature ? [{ term: own.typed, description: plain(signature.typed) }] : []),
        ...(signature ? [] : [{ term: own.signature, description: plain(own.session) }]),
      ],
    },
  ];
};

const frame = ({ centre }: DisposalFacts, language: DocumentLanguage, title: string, sections: Section[], front: DocumentModel['front'], footer: string, date: CivilDate): DocumentModel => ({
  language,
  layout: 'report',
  title,
  sender: { name: centre.name, lines: centre.lines },
  front,
  sections,
  runningTitle: title,
  footer,
  date,
});

/** The order with its list; without a signature it is a draft that may be printed and signed by hand. */
export const orderModel = (facts: DisposalFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = disposalWords[language];
  const { ordered, items, note } = facts;
  const sections: Section[] = [
    { key: 'order', level: 1, title: own.theOrder, blocks: [paragraph(own.orderText(items.length)), ...(note ? [{ type: 'note' as const, content: plain(note) }] : [])] },
    { key: 'list', level: 1, title: own.list, blocks: [tableOf(items, language, 'note', own.none)] },
    {
      key: 'signature',
      level: 1,
      title: own.signature,
      blocks: ordered ? signed(language, ordered) : [{ type: 'signatures', blocks: [{ capacity: `${own.toSign}\n____ / ____ / ________` }] }],
    },
  ];
  const front = [
    { term: own.subject, value: plain(facts.title) },
    { term: own.how, value: plain(own.ways[facts.how]) },
    { term: own.planned, value: plain(longDate(facts.plannedOn, language)) },
    { term: own.carrier, value: plain(facts.carrier) },
    ...(ordered ? [{ term: own.ordered, value: plain(own.orderOf(longDate(ordered.on, language), ordered.by)) }] : []),
  ];
  return frame(facts, language, own.order, sections, front, ordered ? own.orderFooter(longDate(ordered.on, language)) : own.draftFooter(longDate(day, language)), ordered?.on ?? day);
};

/** The record: what went, by whom, who made sure, and what stayed. */
export const recordModel = (facts: DisposalFacts & Required<Pick<DisposalFacts, 'ordered' | 'carried' | 'checked'>>, language: DocumentLanguage): DocumentModel => {
  const own = disposalWords[language];
  const { ordered, carried, checked, items } = facts;
  const gone = items.filter(({ leftBecause }) => leftBecause === null);
  const left = items.filter(({ leftBecause }) => leftBecause !== null);
  const sections: Section[] = [
    {
      key: 'done',
      level: 1,
      title: own.done,
      blocks: [paragraph(`${own.doneText(gone.length, items.length)} ${own[checked.how]}`), ...(checked.note ? [{ type: 'note' as const, content: plain(checked.note) }] : [])],
    },
    { key: 'list', level: 1, title: own.list, blocks: [tableOf(gone, language, 'note', own.none)] },
    { key: 'left', level: 1, title: own.left, blocks: [left.length > 0 ? tableOf(left, language, 'because', own.noneLeft) : paragraph(own.noneLeft)] },
    {
      key: 'certificate',
      level: 1,
      title: own.certificate,
      blocks: [paragraph(checked.certificate ? own.certificateGiven(checked.certificate.name, checked.certificate.hash) : own.noCertificate)],
    },
    {
      key: 'signature',
      level: 1,
      title: own.signature,
      blocks: [
        {
          type: 'definitions',
          items: [
            { term: own.signedBy, description: plain(`${checked.by}, ${own.capacities.adviser}`) },
            { term: own.signature, description: plain(own.session) },
          ],
        },
      ],
    },
  ];
  const front = [
    { term: own.subject, value: plain(facts.title) },
    { term: own.how, value: plain(own.ways[facts.how]) },
    { term: own.ordered, value: plain(`${own.orderOf(longDate(ordered.on, language), ordered.by)} (${own.capacities[ordered.as]})`) },
    { term: own.carried, value: plain(own.orderOf(longDate(carried.on, language), carried.by)) },
    ...(carried.intervention ? [{ term: own.intervention, value: plain(carried.intervention) }] : []),
    { term: own.checked, value: plain(own.orderOf(longDate(checked.on, language), checked.by)) },
  ];
  return frame(facts, language, own.record, sections, front, own.recordFooter(longDate(checked.on, language)), checked.on);
};
