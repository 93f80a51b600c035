import fc from 'fast-check';
import { expect, test } from 'vitest';
import { posterTexts } from '../../documents/poster.ts';
import { documentLanguages } from '../../kernel/language.ts';
import { sheetLibrary } from './server/sheet-library.ts';
import { changed, dangers, factsOf, lacking, type SheetFacts, WordingInput } from './sheet.ts';
import { sheetPoster } from './sheet-model.ts';

const facts: SheetFacts = {
  address: 'Place du Marché 1, 4999 Valombre',
  assemblyPoint: 'Parking de l’église',
  extinguishers: ['Couloir', 'Accueil'],
  electricityCut: 'Cave',
  waterCut: 'Cave, à gauche',
  gasCut: 'Cour',
  keysAt: 'Secrétariat',
  contacts: [{ label: 'Alarme', phone: '081 00 00 00' }],
  adviser: { name: 'Claire Delvaux', phone: '081 11 11 11' },
  own: [
    { kind: 'do', language: 'nl', text: 'Neem het register mee.' },
    { kind: 'never', language: 'fr', text: 'N’ouvrez pas la cave.' },
  ],
};
const texts = (danger: (typeof dangers)[number], language: (typeof documentLanguages)[number], known: SheetFacts) =>
  posterTexts(sheetPoster(sheetLibrary(), { danger, facts: known, language, paper: 'a4', place: 'Siège', centre: 'CPAS de Valombre', day: '22/11/2026' }));

test('each sheet says what one does, in the three languages, with or without the facts of the centre', () => {
  for (const danger of dangers)
    for (const language of documentLanguages) {
      const bare = texts(danger, language, {});
      const full = texts(danger, language, facts);
      expect(bare.join(' ')).not.toMatch(/undefined|\{\{|null/);
      expect(full.length).toBeGreaterThan(bare.length);
      expect(bare).toContain('112');
      for (const fact of factsOf[danger]) {
        const value = facts[fact as keyof SheetFacts];
        if (typeof value === 'string') expect(full.join('\n'), `${danger} ${fact}`).toContain(value);
      }
    }
  expect(texts('fire', 'nl', facts)).toContain('Neem het register mee.');
  expect(texts('fire', 'fr', facts)).toContain('N’ouvrez pas la cave.');
  expect(texts('fire', 'fr', facts)).not.toContain('Neem het register mee.');
  // Who has no gas reads nothing of gas.
  expect(texts('fire', 'fr', { ...facts, gasCut: undefined } as never).join(' ')).not.toContain('gaz');
});

test('a sheet asks for what it cannot do without, and is out of date by its own facts alone', () => {
  for (const danger of dangers) {
    expect(lacking(danger, facts)).toEqual([]);
    expect(lacking(danger, {}).length).toBeGreaterThan(0);
  }
  fc.assert(
    fc.property(fc.constantFrom(...dangers), fc.constantFrom('address', 'assemblyPoint', 'electricityCut', 'waterCut', 'gasCut', 'keysAt'), fc.string({ minLength: 1 }), (danger, fact, value) => {
      const now = { ...facts, [fact]: `${value}x${facts[fact as 'address']}` };
      expect(changed(danger, facts, now)).toEqual(factsOf[danger].includes(fact as never) ? [fact] : []);
    }),
  );
});

test('no sheet takes more lines of its own than one reads: those of all buildings count with those of one', () => {
  const lines = (count: number, more: object = {}) => Array.from({ length: count }, (_, at) => ({ kind: 'do', language: 'fr', text: `Ligne ${at}`, ...more }));
  const fits = (...all: object[][]) => WordingInput.safeParse({ danger: 'fire', lines: all.flat() }).success;
  expect(fits(lines(4), lines(4, { language: 'nl' }))).toBe(true);
  expect(fits(lines(5))).toBe(false);
  expect(fits(lines(2), lines(2, { building: 'Annexe' }), lines(2, { building: 'Siège', kind: 'never' }))).toBe(true);
  expect(fits(lines(3), lines(2, { building: 'Annexe' }))).toBe(false);
});
