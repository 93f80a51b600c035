import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { euros } from '../../kernel/money.ts';
import type { WrittenCell, WrittenSheet } from '../../kernel/workbook.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import { longDate } from './review.ts';
import type { Licence, SoftwareInput, SoftwareLack } from './software.ts';

const texts = { fr, nl, de };
export const softwareWords = (language: DocumentLanguage) => texts[language].softwareRegister;

/** A product as its register prints it. */
export type SoftwareFacts = {
  name: string;
  publisher: string | null;
  release: string | null;
  kind: SoftwareInput['kind'];
  licence: Licence;
  seats: number | null;
  used: number | null;
  supportUntil: CivilDate | null;
  licenceUntil: CivilDate | null;
  purchasedOn: CivilDate | null;
  priceCents: number | null;
  supplierName: string | null;
  contractTitle: string | null;
  ownerName: string | null;
  proofPlace: string | null;
  fileName: string | null;
  lacks: readonly SoftwareLack[];
};
export type SoftwareRegister = { centre: { name: string; lines: readonly string[] }; products: readonly SoftwareFacts[] };

const plain = (text: string): Inline[] => [{ text }];
const short = (date: CivilDate): string => date.split('-').toReversed().join('/');
const fill = (text: string, values: Record<string, string>): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(', ');

/** Seats taken against seats bought; nothing where there is nothing to count. */
const seatsOf = ({ seats, used }: SoftwareFacts, language: DocumentLanguage): string => {
  const own = texts[language].software;
  if (seats === null) return used ? String(used) : '';
  return used === null ? `${seats}, ${own.notCounted}` : fill(own.usedOf, { used: String(used), seats: String(seats) });
};
const untilOf = ({ supportUntil, licenceUntil }: SoftwareFacts, language: DocumentLanguage): string => {
  const { fields } = texts[language];
  return join(supportUntil && `${fields.supportUntil} ${short(supportUntil)}`, licenceUntil && `${fields.licenceUntil} ${short(licenceUntil)}`);
};
const lacksOf = ({ lacks }: SoftwareFacts, language: DocumentLanguage): string => lacks.map((lack) => texts[language].softwareLacks[lack]).join(', ');

/** The software that a centre uses, with the right to use it: what auditors ask for beside the inventory of devices (POL 1.3 i). */
export const softwareModel = ({ centre, products }: SoftwareRegister, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const { softwareRegister: own, fields, form, licences, software } = texts[language];
  return {
    language,
    layout: 'report',
    title: own.title,
    sender: { name: centre.name, lines: [...centre.lines] },
    front: [],
    sections: [
      {
        key: 'software',
        level: 1,
        title: own.table,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.product, width: 2.4 },
              { title: fields.licence, width: 1.4 },
              { title: software.seats, width: 1 },
              { title: own.until, width: 1.9 },
              { title: fields.ownerName, width: 1.5 },
              { title: software.lacks, width: 1.8 },
            ],
            rows: products.map((one) => [
              plain(join(join(`${one.name}${one.release ? ` ${one.release}` : ''}`, one.publisher), texts[language].softwareKinds[one.kind])),
              plain(licences[one.licence]),
              plain(seatsOf(one, language)),
              plain(untilOf(one, language)),
              plain(one.ownerName ?? ''),
              plain(lacksOf(one, language)),
            ]),
            empty: own.none,
          },
        ],
      },
      {
        key: 'purchase',
        level: 1,
        title: own.purchase,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.product, width: 2.2 },
              { title: fields.purchasedOn, width: 1.2 },
              { title: form.priceLabel, width: 1.3 },
              { title: own.from, width: 2.4 },
              { title: fields.proofPlace, width: 2 },
            ],
            rows: products
              .filter(({ kind, licence }) => licence !== 'free' && kind !== 'own')
              .map((one) => [
                plain(one.name),
                plain(one.purchasedOn ? short(one.purchasedOn) : ''),
                plain(one.priceCents === null ? '' : euros(one.priceCents, language)),
                plain(join(one.supplierName, one.contractTitle)),
                plain(join(one.proofPlace, one.fileName)),
              ]),
            empty: own.noPurchase,
          },
        ],
      },
    ],
    runningTitle: own.title,
    footer: fill(own.footer, { date: longDate(day, language) }),
    date: day,
  };
};

/** The same as a workbook: one line for each product. */
export const softwareSheet = ({ products }: SoftwareRegister, language: DocumentLanguage): WrittenSheet => {
  const { softwareRegister: own, fields, licences, software, softwareKinds } = texts[language];
  const text = (value: string | null): WrittenCell => ({ value: value ?? undefined, style: 'text' });
  const date = (value: CivilDate | null): WrittenCell => (value ? { value, date: true } : undefined);
  const columns: [string, number, (one: SoftwareFacts) => WrittenCell][] = [
    [fields.name, 30, ({ name }) => text(name)],
    [fields.publisher, 24, ({ publisher }) => text(publisher)],
    [fields.release, 12, ({ release }) => text(release)],
    [fields.kind, 22, ({ kind }) => softwareKinds[kind]],
    [fields.licence, 20, ({ licence }) => licences[licence]],
    [fields.seats, 10, ({ seats }) => seats ?? undefined],
    [fields.used, 10, ({ used }) => used ?? undefined],
    [fields.supportUntil, 14, ({ supportUntil }) => date(supportUntil)],
    [fields.licenceUntil, 14, ({ licenceUntil }) => date(licenceUntil)],
    [fields.purchasedOn, 12, ({ purchasedOn }) => date(purchasedOn)],
    [own.price, 12, ({ priceCents }) => (priceCents === null ? undefined : priceCents / 100)],
    [fields.supplierName, 26, ({ supplierName }) => text(supplierName)],
    [fields.contractTitle, 26, ({ contractTitle }) => text(contractTitle)],
    [fields.ownerName, 22, ({ ownerName }) => text(ownerName)],
    [fields.proofPlace, 30, ({ proofPlace, fileName }) => text(join(proofPlace, fileName))],
    [software.lacks, 34, (one) => text(lacksOf(one, language))],
  ];
  return {
    name: own.title.slice(0, 31),
    columns: columns.map(([, width]) => ({ width })),
    frozenRows: 1,
    rows: [columns.map(([value]) => ({ value, style: 'heading' as const })), ...products.map((one) => columns.map(([, , cell]) => cell(one)))],
  };
};
