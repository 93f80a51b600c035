import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../kernel/language.ts';
import { nearest, normalize, personKey } from './normalize.ts';
import { exampleText } from './example.ts';
import { columnTexts } from './sheet.ts';
import { intakeSheets, sheetKeys } from './sheets.ts';
import { intakeTexts } from './texts.ts';
import { parseDate, readValue } from './values.ts';

const dates = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('dates', () => {
  it('reads every date in every way of writing it', () => {
    fc.assert(
      fc.property(dates, fc.boolean(), (date, zeros) => {
        const [year, month, day] = date.split('-') as [string, string, string];
        const [m, d] = zeros ? [month, day] : [String(Number(month)), String(Number(day))];
        for (const text of [`${year}-${m}-${d}`, `${d}/${m}/${year}`, `${d}.${m}.${year}`, `${d}-${m}-${year}`]) expect(parseDate(text)).toBe(date);
      }),
    );
  });

  it.each(['24/11/26', '11/24/2026', '29/02/2026', '24/11.2026', '2026-13-01', 'hier', '', '1899-12-31', '24 novembre 2026'])('refuses %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('numbers', () => {
  const read = (kind: 'integer' | 'hours', raw: string | number) => readValue({ key: 'x', kind }, raw, new Map());
  it.each([
    ['9 400', 9400],
    ['9.400', 9400],
    ['9\u202f400', 9400],
    ['12', 12],
    [12, 12],
  ])('whole number %s', (raw, value) => {
    expect(read('integer', raw)).toEqual({ value });
  });
  it.each([['9,4'], ['9.40'], [9.4], ['douze']])('refuses %s as a whole number', (raw) => {
    expect(read('integer', raw)).toEqual({ code: 'invalidInteger' });
  });
  it.each([
    [38, 3800],
    ['30,4', 3040],
    ['30.4 h', 3040],
    ['7h36', 760],
    ['7:36', 760],
    ['38u', 3800],
  ])('hours %s', (raw, value) => {
    expect(read('hours', raw)).toEqual({ value });
  });
  it.each([[0], [61], ['7h61'], ['plein']])('refuses %s hours', (raw) => {
    expect(read('hours', raw)).toEqual({ code: 'invalidHours' });
  });
});

describe('names', () => {
  it('compares without accents, case, punctuation or kinds of apostrophe', () => {
    expect(personKey('D’Hooghe-Noël', 'Émile')).toBe(personKey("D'HOOGHE NOEL", 'emile'));
    expect(normalize('Cœur & Straße *')).toBe('coeur strasse');
    expect(personKey('Martin', 'Luc')).not.toBe(personKey('Martin', 'Lucie'));
  });
  it('proposes a name that is near, never one that is far', () => {
    expect(nearest('Service socail', ['Service social', 'Service des finances'])).toBe('Service social');
    expect(nearest('Piscine', ['Service social'])).toBeUndefined();
  });
});

describe('definitions', () => {
  it.each(sheetKeys)('%s has every text in four languages, and no label that could be taken for another', (key) => {
    const definition = intakeSheets[key];
    for (const language of languages) {
      expect(Object.keys(definition.texts[language].columns)).toEqual(Object.keys(definition.texts.fr.columns));
      expect(definition.texts[language].name.length).toBeLessThanOrEqual(31);
      const labels = definition.columns.map((column) => normalize(columnTexts(definition, column.key, language).label));
      expect(new Set(labels).size).toBe(labels.length);
      for (const column of definition.columns) {
        const { help, choices = {} } = columnTexts(definition, column.key, language);
        expect(help).not.toBe('');
        expect(Object.keys(choices).sort()).toEqual([...(column.choices ?? [])].sort());
      }
    }
    for (const column of definition.columns) {
      const owners = new Map<string, string>();
      for (const choice of column.choices ?? []) {
        for (const label of [choice, ...languages.map((language) => columnTexts(definition, column.key, language).choices?.[choice] ?? '')]) {
          expect([choice, undefined]).toContain(owners.get(normalize(label)));
          owners.set(normalize(label), choice);
        }
      }
    }
  });

  it('writes the same placeholders in every language', () => {
    const placeholders = (value: unknown): string[] => [...JSON.stringify(value).matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();
    for (const language of languages) {
      for (const [code, issue] of Object.entries(intakeTexts[language].issues)) {
        expect([code, placeholders(issue)]).toEqual([code, placeholders(intakeTexts.fr.issues[code as keyof typeof intakeTexts.fr.issues])]);
      }
    }
  });

  it('gives examples that would be read', () => {
    const centre = intakeSheets.centre;
    for (const column of centre.columns) expect([column.key, exampleText(centre, column, 'fr')]).not.toEqual([column.key, '']);
  });
});
