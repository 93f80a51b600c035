import { useTranslation } from 'react-i18next';

type Reference = { source: string; at: string };

/** The short names of docs/sources.md, which are for whoever writes norms: a reader is told what stands behind them. */
const documents = { POL: 'policy', NOR: 'norms2005', MES: 'measures', MUT: 'missions', TEL: 'telework', BCSS: 'directive' } as const;
/** Published under the same name in every language. */
const published: Readonly<Record<string, string>> = { 'iso27002:2013': 'ISO/IEC 27002:2013', 'iso27002:2022': 'ISO/IEC 27002:2022', cyfun2025: 'CyberFundamentals 2025' };
/** The parts of the list of public facts in docs/sources.md. */
const topics = ['roles', 'minimumNorms', 'law', 'delays', 'flows', 'passwords', 'privacy'] as const;

type Word = `origins.${(typeof documents)[keyof typeof documents] | (typeof topics)[number] | 'facts' | 'point' | 'operational'}`;

/** References of a norm as a sentence names them, those of one source together; an unknown source keeps the name that its framework gives. */
export const nameReferences = (references: readonly Reference[], say: (word: Word, values: { at: string }) => string): string => {
  const placesOf = new Map<string, string[]>();
  for (const { source, at } of references) {
    const document = documents[source as keyof typeof documents];
    const [, number, rest = ''] = source === 'facts' ? (/^§(\d),? ?(.*)$/u.exec(at) ?? []) : [];
    const topic = number === undefined ? undefined : topics[Number(number)];
    const name = document ? say(`origins.${document}`, { at: '' }) : topic ? say('origins.facts', { at: '' }) : (published[source] ?? source);
    let place = at;
    if (topic) place = `${say(`origins.${topic}`, { at: '' })} ${rest}`.trim();
    else if (document && at.startsWith('op. ')) place = say('origins.operational', { at: at.slice(4) });
    else if (document && /^\d/u.test(at)) place = say('origins.point', { at });
    const places = placesOf.get(name) ?? [];
    placesOf.set(name, places.includes(place) ? places : [...places, place]);
  }
  return [...placesOf].map(([name, places]) => `${name}, ${places.join(', ')}`).join(' ; ');
};

/** The same in the reader's language. */
export const useReferenceNames = (): ((references: readonly Reference[]) => string) => {
  const { t } = useTranslation('norms');
  return (references) => nameReferences(references, (word, values) => t(word, values));
};
