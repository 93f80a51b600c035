import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, separatorOf } from './decode.ts';
import { columnsOf } from './headings.ts';
import { type Account, identifierOf } from './account.ts';
import { readRows } from './read.ts';
import { readList } from './server/read-file.ts';
import { dateFormatOf, levelOf, readDate, readYes } from './values.ts';

describe('the encoding of a file', () => {
  const text = 'Compte;Prénom\r\nélise;Zoë\r\n';
  const utf16 = (order: 'le' | 'be', mark: boolean): Buffer => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  test.each([
    ['UTF-8', Buffer.from(text), 'utf8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf8'],
    ['UTF-16, as Windows writes it', utf16('le', true), 'utf16le'],
    ['UTF-16 the other way round', utf16('be', true), 'utf16be'],
    ['UTF-16 without its mark', utf16('le', false), 'utf16le'],
    ['UTF-16 the other way round without its mark', utf16('be', false), 'utf16be'],
    ['Latin-1', Buffer.from(text, 'latin1'), 'windows1252'],
  ])('%s is found', (_name, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  test('signs that Windows has and Latin-1 has not', () => {
    expect(decode(Buffer.from([0x4c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x80])).text).toBe('L’été €');
  });

  test.each([
    ['a;b\n1;2\n', 'semicolon'],
    ['Liste des comptes, au 3 novembre\n\na;b;c\n1;2;3\n4;5;6\n', 'semicolon'],
    ['"a","b;c;d"\n"1","2;3;4"\n', 'comma'],
    ['a\tb\n1,5\t2,5\n', 'tab'],
    ['a|b|c\n1|2|3\n', 'bar'],
  ])('the separator of %j', (content, separator) => {
    expect(separatorOf(content)).toBe(separator);
  });
});

describe('dates and words', () => {
  test.each([
    [['2026-03-01', '2026-11-22 08:15:00'], 'iso'],
    [['01/03/2026', '22/11/2026'], 'dmy'],
    [['1/03/2026 8:15:00', '3/4/2026'], 'dmy'],
    [['11/22/2026 8:15 AM', '3/1/2026'], 'mdy'],
    [['134084736000000000', '0'], 'filetime'],
    [['20261122071500.0Z'], 'generalized'],
    [['', 'never'], undefined],
  ])('%j is written as %s', (values, format) => {
    expect(dateFormatOf(values)).toBe(format);
  });

  test.each([
    ['22/11/2026', 'dmy', '2026-11-22'],
    ['11/22/2026 8:15 AM', 'mdy', '2026-11-22'],
    ['22.11.26', 'dmy', '2026-11-22'],
    // In the night of the last day of the year, Belgium is an hour ahead.
    ['2025-12-31T23:30:00Z', 'iso', '2026-01-01'],
    ['2025-12-31 23:30:00', 'iso', '2025-12-31'],
    ['20251231233000.0Z', 'generalized', '2026-01-01'],
    // 116444736000000000 is the first of January 1970 (Microsoft, FILETIME).
    ['116444736000000000', 'filetime', '1970-01-01'],
    ['132223104000000000', 'filetime', '2020-01-01'],
    ['9223372036854775807', 'filetime', 'never'],
    ['0', 'filetime', 'never'],
    ['1/01/1601 1:00:00', 'dmy', 'never'],
    ['Jamais', 'dmy', 'never'],
    ['(nooit)', 'dmy', 'never'],
    ['31/02/2026', 'dmy', undefined],
    ['hier', 'dmy', undefined],
  ] as const)('%s (%s) is %s', (value, format, day) => {
    expect(readDate(value, format)).toBe(day);
  });

  test.each([
    ['True', true],
    ['VRAI', true],
    ['Ja', true],
    ['Désactivé', false],
    ['uitgeschakeld', false],
    ['peut-être', undefined],
  ])('%s', (word, means) => {
    expect(readYes(word)).toBe(means);
  });

  test.each([
    ['Administrateur', 'administer'],
    ['Beheerder', 'administer'],
    ['Lecture et écriture', 'write'],
    ['Lecture seule', 'read'],
    ['Raadplegen', 'read'],
    ['Goedkeuren', 'validate'],
    ['Profil 7', undefined],
  ])('%s says %s', (word, level) => {
    expect(levelOf(word)).toBe(level);
  });
});

const rows = (text: string) => text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split(';') }));
const nothing = { columns: [], levels: [] };
const read = (text: string, said: Parameters<typeof readRows>[1] = nothing) => {
  const reading = readRows(rows(text), said);
  if ('unknown' in reading) throw new Error('its columns are not known');
  return reading;
};

describe('a list', () => {
  test('of Active Directory, with a title above and a count below', () => {
    const { accounts, faults, format } = read(
      'Comptes du domaine au 03/11/2026\n\nSamAccountName;GivenName;Surname;Enabled;LastLogonDate;EmployeeID\ncdelvaux;Claire;Delvaux;True;02/11/2026 8:01:12;1024\nold;;;False;;\n;;;;;\n;Sans;Compte;True;;\nCDELVAUX;Claire;Delvaux;True;;\nbad;B;Ad;peut-être;demain;\nlong;a;b;True;;1;en trop\n5 lignes',
    );
    expect(accounts).toEqual([
      { line: 4, account: 'cdelvaux', reference: '1024', name: 'Claire Delvaux', first: 'Claire', last: 'Delvaux', lastUsed: '2026-11-02' },
      { line: 5, account: 'old', disabled: true },
      { line: 9, account: 'bad', name: 'B Ad', first: 'B', last: 'Ad' },
    ]);
    expect(faults).toEqual([
      { line: 7, code: 'noAccount', text: 'Sans Compte True' },
      { line: 8, code: 'twice', text: 'CDELVAUX', column: '4' },
      { line: 9, code: 'date', text: 'demain', column: 'LastLogonDate', kept: true },
      { line: 9, code: 'state', text: 'peut-être', column: 'Enabled', kept: true },
      { line: 10, code: 'cells', text: 'long a b True  1 en trop' },
      { line: 11, code: 'total', text: '5 lignes' },
    ]);
    expect(format).toMatchObject({ titleLines: 1, heading: 3, dates: 'dmy' });
  });

  test('of Microsoft 365 knows accounts by the principal name, and who is blocked', () => {
    expect(read('Block credential;Display name;User principal name\nTrue;Claire Delvaux;claire@example.be').accounts).toEqual([
      { line: 2, account: 'claire@example.be', email: 'claire@example.be', name: 'Claire Delvaux', disabled: true },
    ]);
  });

  test('of a directory has both names: the short one names the account', () => {
    expect([...columnsOf(['UserPrincipalName', 'SamAccountName'])].toSorted()).toEqual([
      [0, 'email'],
      [1, 'account'],
    ]);
  });

  test('of an application in Dutch, with a level; words nobody knows are asked, and remembered', () => {
    const text = 'Gebruikersnaam;Voornaam;Achternaam;Rol;Laatste aanmelding\njp;Jan;Peeters;Beheerder;3/11/2026\nan;An;Claes;Type 7;nooit\nlo;Lo;Maes;Gebruiker;';
    expect(read(text)).toMatchObject({ words: ['Type 7'], accounts: [{ level: 'administer', lastUsed: '2026-11-03' }, { right: 'Type 7', lastUsed: 'never' }, { account: 'lo' }] });
    expect(read(text, { columns: [], levels: [{ word: 'type 7', level: 'read' }] })).toMatchObject({ words: [], accounts: [{}, { level: 'read' }, {}] });
  });

  test('whose columns nobody knows is asked about, with its first rows; once said, it is read', () => {
    const text = 'Exporté le 3/11\nCode agent;Libellé;X\nA1;Claire Delvaux;3\nA2;Jan Peeters;4';
    expect(readRows(rows(text), nothing)).toEqual({
      unknown: {
        line: 2,
        headings: ['Code agent', 'Libellé', 'X'],
        samples: [
          ['A1', 'Claire Delvaux', '3'],
          ['A2', 'Jan Peeters', '4'],
        ],
        guessed: [],
      },
    });
    const said = {
      columns: [
        { heading: 'CODE AGENT', field: 'account' as const },
        { heading: 'Libellé', field: 'name' as const },
        { heading: 'X', field: 'ignored' as const },
      ],
      levels: [],
    };
    expect(read(text, said).accounts).toEqual([
      { line: 3, account: 'A1', name: 'Claire Delvaux' },
      { line: 4, account: 'A2', name: 'Jan Peeters' },
    ]);
  });

  test('says of every filled row what became of it: an account, or a fault that is named', () => {
    const cell = fc.oneof(fc.constantFrom('', ' ', 'cdelvaux', 'x', 'True', '3/11/2026', 'Total'), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 }), (lines) => {
        const body = lines.map((cells, index) => ({ line: index + 2, cells }));
        const reading = readRows([{ line: 1, cells: ['SamAccountName', 'Enabled', 'LastLogonDate', 'Surname'] }, ...body], nothing);
        if ('unknown' in reading) throw new Error('the first row names the columns');
        // A row with more words that are known would be the heading: there is none.
        const told = new Set([...reading.accounts.map(({ line }: Account) => line), ...reading.faults.map(({ line }) => line)]);
        for (const { line, cells } of body) expect(told.has(line), JSON.stringify(cells)).toBe(cells.some((text) => text.trim() !== ''));
        const names = reading.accounts.map(({ account }) => identifierOf(account));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

test('a list of 20,000 accounts, in Latin-1, with semicolons and a title, is read whole: each row is an account or a named fault', async () => {
  const row = (i: number): string => (i % 1000 === 7 ? `;Zoé;Évrard${i};True` : i % 1000 === 8 ? `u${i - 2};Zoé;Évrard${i};True` : `u${i};Zoé;Évrard${i};${i % 3 === 0 ? 'False' : 'True'}`);
  const text = ['Comptes du domaine, édités le 22/11/2026 ; tous services', '', 'SamAccountName;GivenName;Surname;Enabled', ...Array.from({ length: 20_000 }, (_, i) => row(i)), ''].join('\r\n');
  const { reading, format } = await readList(Buffer.from(text, 'latin1'), { columns: [], levels: [] });
  if ('unknown' in reading) throw new Error('Its columns are not known');
  expect([format.encoding, format.separator, reading.format.titleLines]).toEqual(['windows1252', 'semicolon', 1]);
  expect(reading.accounts).toHaveLength(19_960);
  expect(Map.groupBy(reading.faults, ({ code }) => code)).toEqual(
    new Map([
      ['noAccount', expect.objectContaining({ length: 20 })],
      ['twice', expect.objectContaining({ length: 20 })],
    ]),
  );
  expect(reading.accounts.at(-1)).toMatchObject({ line: 20_003, account: 'u19999', name: 'Zoé Évrard19999' });
});
