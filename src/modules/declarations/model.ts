import { compose } from '../../documents/compose.ts';
import type { LibraryText } from '../../documents/library.ts';
import { variableNames } from '../../documents/names.ts';
import type { DocumentModel, Inline, Section } from '../../documents/section.ts';
import { type CivilDate, zone } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { pathOf, type SignatureInput, strokeLimits } from '../../kernel/signature.ts';
import { type Variant, type Way } from './declaration.ts';
import { words } from './words.ts';

export type Wording = { title: string; subtitle?: string; sections: Section[] };
/** The centre as its undertakings name it, in the language of the document. */
export type CentreFacts = { name: string; address?: string | undefined; flemishDecree: boolean };
/** Who undertakes: a person, with what they do here; or, for an organization, whoever represents it. */
export type Signer = { name: string; function?: string | undefined; service?: string | undefined; employer?: string | undefined; mission?: string | undefined; organization?: string | undefined };

const text = (content: string): Inline[] => [{ text: content }];
const item = (term: string, value: string | undefined) => (value ? [{ term, description: text(value) }] : []);

/** `2026-11-24` in words of the language. */
export const longDay = (date: CivilDate, language: DocumentLanguage): string => new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
/** An instant in words of the language, as the clocks in Belgium show it. */
export const longInstant = (at: Date, language: DocumentLanguage): string => new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeStyle: 'medium', timeZone: zone }).format(at);

/** The library's text with the names of the centre: what a version of the text keeps. */
export const wordingOf = (library: LibraryText, centre: CentreFacts): Wording => {
  const { title, subtitle, sections } = compose(library, {
    variables: { ...Object.fromEntries(variableNames.map((name) => [name, undefined])), 'centre.name': centre.name, 'centre.address': centre.address },
    profile: {},
    has: { flemishDecree: centre.flemishDecree },
    slots: {},
    signatures: {},
  });
  return { title, ...(subtitle ? { subtitle } : {}), sections };
};

/** What is shown to whoever is to sign: the text, with who they are and what they do here. Its hash is that of what is signed. */
export const undertakingModel = (
  wording: Wording,
  facts: { centre: CentreFacts; language: DocumentLanguage; number: number; addition?: string | undefined; signer: Signer; day: CivilDate },
): DocumentModel => {
  const { centre, language, signer, addition } = facts;
  const own = words[language];
  const who = [
    ...item(own.fields.organization, signer.organization),
    ...item(own.fields.name, signer.name),
    ...item(own.fields.function, signer.function),
    ...item(own.fields.service, signer.service),
    ...item(own.fields.employer, signer.employer),
    ...item(own.fields.mission, signer.mission),
  ];
  const added: Section[] = addition ? [{ key: 'additions', level: 1, title: own.additions, blocks: addition.split(/\n\s*\n/).map((part) => ({ type: 'paragraph', content: text(part.trim()) })) }] : [];
  return {
    language,
    layout: 'report',
    title: wording.title,
    ...(wording.subtitle ? { subtitle: wording.subtitle } : {}),
    sender: { name: centre.name, lines: centre.address ? [centre.address] : [] },
    front: [],
    sections: [{ key: 'signatory', level: 1, title: own.signatory, blocks: [{ type: 'definitions', items: who }] }, ...wording.sections, ...added],
    runningTitle: `${wording.title} · ${own.text(facts.number)}`,
    footer: `${centre.name} · ${own.text(facts.number)}`,
    date: facts.day,
  };
};

const drawing = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${strokeLimits.width} ${strokeLimits.height}"><path d="${path}" fill="none" stroke="#1c2124" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The same once signed on a screen: with the signature, when and how it was given, and the hash of what was shown. */
export const signedModel = (
  shown: DocumentModel,
  signing: { hash: string; at: Date; how: Way; name: string; day: CivilDate; signature?: SignatureInput | undefined; handedBy?: string | undefined },
): DocumentModel => {
  const { language } = shown;
  const own = words[language];
  const { signature } = signing;
  const given: Section['blocks'] =
    signature === undefined
      ? []
      : 'strokes' in signature
        ? [{ type: 'picture', svg: drawing(pathOf(signature.strokes)), width: 70, label: `${own.signed.drawn} : ${signing.name}` }]
        : [{ type: 'definitions', items: item(own.signed.typed, signature.typed) }];
  return {
    ...shown,
    sections: [
      ...shown.sections,
      {
        key: 'signature',
        level: 1,
        title: own.signature,
        blocks: [
          ...given,
          {
            type: 'definitions',
            items: [
              ...item(own.fields.name, signing.name),
              ...item(own.signed.on, longInstant(signing.at, language)),
              ...item(own.signed.how, own.ways[signing.how]),
              ...item(own.signed.handedBy, signing.handedBy),
              ...item(own.signed.hash, signing.hash),
            ],
          },
        ],
      },
    ],
    footer: `${shown.footer} · ${own.signedFooter(longDay(signing.day, language))}`,
    date: signing.day,
  };
};

/** The same to be signed on paper: with places to sign, and the code of the sheet on each page. */
export const sheetModel = (shown: DocumentModel, code: string, name: string): DocumentModel => {
  const own = words[shown.language];
  const place = (capacity: string, under?: string) => ({ capacity: `${capacity}\n${own.date} : ____ / ____ / ________`, ...(under ? { name: text(under) } : {}) });
  return {
    ...shown,
    code: { svg: code },
    sections: [
      ...shown.sections,
      {
        key: 'signature',
        level: 1,
        title: own.signature,
        blocks: [
          { type: 'note', content: text(own.sheetNote) },
          { type: 'signatures', blocks: [place(own.undersigned, name), place(own.forTheCentre)] },
        ],
      },
    ],
    footer: `${shown.footer} · ${own.sheetFooter(longDay(shown.date, shown.language))}`,
  };
};

/** What the register says of one undertaking, for the certificate and the register on paper. */
export type Registered = {
  number: number;
  name: string;
  variant: Variant;
  how: Way;
  signedOn: CivilDate;
  signedAt: Date | null;
  textNumber: number | null;
  language: DocumentLanguage | null;
  contentHash: string | null;
  place: string | null;
  countersignedOn: CivilDate | null;
  countersignedBy: string | null;
};

const countersigning = (row: Registered, language: DocumentLanguage): string =>
  row.countersignedOn ? [longDay(row.countersignedOn, language), row.countersignedBy].filter(Boolean).join(', ') : words[language].certificate.notCountersigned;

/** The certificate of one undertaking: what the register holds of it on that day. */
export const certificateModel = (row: Registered, centre: CentreFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language].certificate;
  const { signed, ways, variants, languages, text: version } = words[language];
  return {
    language,
    layout: 'report',
    title: own.title,
    sender: { name: centre.name, lines: centre.address ? [centre.address] : [] },
    front: [],
    sections: [
      {
        key: 'facts',
        level: 1,
        title: own.facts,
        blocks: [
          { type: 'paragraph', content: text(own.intro) },
          {
            type: 'definitions',
            items: [
              ...item(own.number, String(row.number)),
              ...item(own.person, row.name),
              ...item(own.variant, [variants[row.variant], ...(row.textNumber === null ? [] : [version(row.textNumber)])].join(', ')),
              ...item(own.language, row.language ? languages[row.language] : undefined),
              ...item(signed.on, row.signedAt ? longInstant(row.signedAt, language) : longDay(row.signedOn, language)),
              ...item(signed.how, ways[row.how]),
              ...item(own.place, row.place ?? undefined),
              ...item(own.countersigned, countersigning(row, language)),
              ...item(signed.hash, row.contentHash ?? undefined),
            ],
          },
        ],
      },
      { key: 'binds', level: 1, title: own.binds, blocks: [{ type: 'paragraph', content: text(own.bindsText) }] },
    ],
    runningTitle: own.title,
    footer: `${centre.name} · ${own.footer(longDay(day, language))}`,
    date: day,
  };
};

/** Somebody who has still to sign. */
export type StillOpen = { name: string; variant: Variant; state: 'missing' | 'renewal'; since: CivilDate };

/** The register on paper: who has still to sign, and everything that was signed and holds. */
export const registerModel = (facts: { signed: readonly Registered[]; open: readonly StillOpen[]; people: number }, centre: CentreFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const { register: own, variants } = words[language];
  const short = (date: CivilDate | null): string => (date ? new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)) : '');
  return {
    language,
    layout: 'report',
    title: own.title,
    sender: { name: centre.name, lines: centre.address ? [centre.address] : [] },
    front: [],
    sections: [
      { key: 'state', level: 1, title: own.people, blocks: [{ type: 'paragraph', content: text(own.sentence(facts.open.length, facts.people)) }] },
      {
        key: 'open',
        level: 1,
        title: own.open,
        blocks: [
          {
            type: 'table',
            columns: own.openColumns.map((title, index) => ({ title, width: [4, 4, 2, 2][index]! })),
            rows: facts.open.map(({ name, variant, state, since }) => [text(name), text(variants[variant]), text(own.states[state]), text(short(since))]),
            empty: own.noneOpen,
          },
        ],
      },
      {
        key: 'signed',
        level: 1,
        title: own.signed,
        blocks: [
          {
            type: 'table',
            columns: own.columns.map((title, index) => ({ title, width: [1, 4, 4, 2, 2][index]! })),
            rows: facts.signed.map((row) => [text(String(row.number)), text(row.name), text(variants[row.variant]), text(short(row.signedOn)), text(short(row.countersignedOn))]),
            empty: own.none,
          },
        ],
      },
    ],
    runningTitle: own.title,
    footer: `${centre.name} · ${own.footer(longDay(day, language))}`,
    date: day,
  };
};
