import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/language.ts';
import { auditActions, auditedTables, changesOf, roomOfTable } from './audit-words.ts';

type Texts = { fields?: Record<string, unknown>; tables?: Record<string, string>; actions?: Record<string, string> };
const textsOf = (room: string, language: string): Texts => JSON.parse(readFileSync(new URL(`../modules/${room}/locales/${language}.json`, import.meta.url), 'utf8')) as Texts;
// Tables of the installation, which no centre's trail shows.
const elsewhere = [
  'account',
  'backup_run',
  'calendar',
  'framework',
  'framework_mapping',
  'identity_provider',
  'installation_role',
  'mail_settings',
  'personal_token',
  'pool',
  'provider_identity',
  'reminder_setting',
  'second_factor',
];
const audited = readFileSync(new URL('../../test/audited-tables.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    // What is confidential stands in chains that no page shows.
    const found = /^(\w+): ordinary; in: ([^;]*)/.exec(line);
    return found && !elsewhere.includes(found[1]!) ? [{ table: found[1]!, columns: found[2]!.split(', ') }] : [];
  });

describe('the words of the audit trail', () => {
  it('offers every table that leaves entries in the trail of a centre', () => {
    expect([...auditedTables].toSorted()).toEqual(audited.map(({ table }) => table).toSorted());
  });

  it.each(languages)('names every table, action and field in %s', (language) => {
    const own = textsOf('audit', language);
    // The erasure of a text is an entry of the trail about itself.
    expect(Object.keys(own.tables ?? {}).toSorted()).toEqual([...auditedTables, 'audit_entry'].toSorted());
    expect(Object.keys(own.actions ?? {})).toEqual(expect.arrayContaining([...auditActions]));
    const nameless = audited.flatMap(({ table, columns }) => {
      const room = textsOf(roomOfTable[table] ?? 'audit', language).fields ?? {};
      const property = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      return columns.filter((column) => typeof (room[property(column)] ?? own.fields?.[property(column)]) === 'undefined').map((column) => `${table}.${column}`);
    });
    expect(nameless).toEqual([]);
  });
});

describe('the fields of an entry', () => {
  it('says only what changed, groups by their members, what tells records apart first', () => {
    const before = { phone: '1', first_name: 'Zoé', facts: { itSupplier: 'A', websiteUrl: 'https://a.be' } };
    const after = { phone: '2', first_name: 'Zoë', facts: { itSupplier: 'B', websiteUrl: 'https://a.be', incidentPhone: '9' } };
    expect(changesOf({ before, after })).toEqual([
      { path: 'firstName', before: 'Zoé', after: 'Zoë' },
      { path: 'phone', before: '1', after: '2' },
      { path: 'facts.itSupplier', before: 'A', after: 'B' },
      { path: 'facts.incidentPhone', after: '9' },
    ]);
  });

  it('leaves out what was empty and stays so, and tells what was emptied', () => {
    expect(changesOf({ after: { suspensions: [], profile: {}, note: null, kind: 'staff' } })).toEqual([{ path: 'kind', after: 'staff' }]);
    expect(changesOf({ before: { end: '2026-01-01' }, after: { end: null } })).toEqual([{ path: 'end', before: '2026-01-01' }]);
    expect(changesOf({})).toEqual([]);
  });
});
