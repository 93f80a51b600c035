// What somebody with the owner's rights on the database does to the trail, against the command that looks for it, on a data directory of its own.
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../src/kernel/id.ts';
import { OrganizationInput } from '../src/modules/organizations/organization.ts';
import { insertOrganization } from '../src/modules/organizations/server/store.ts';
import { insertRecord } from '../src/server/db/records.ts';
import { keptFaults, readKept } from '../src/cli/audit-heads.ts';
import { readConfig } from '../src/server/config.ts';
import { type Prepared, prepareDatabase } from '../src/server/start.ts';
import { forgedEntry, rechained } from './rechain.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-audit-'));
const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, BEFFROI_DATA: join(folder, 'data'), DATABASE_URL: '', NO_COLOR: '1' };
const heads = join(folder, 'heads');

type Outcome = { code: number; out: string; err: string };
const verify = (...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'src/cli/main.ts'), 'audit', 'verify', ...args], { cwd: folder, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });

let prepared: Prepared;
let owner: pg.Client;
let centre: string;
/** The numbers of the links that were kept of this centre, over time. */
let kept: number[];

const run = <T>(text: string): Promise<T[]> => owner.query(text).then(({ rows }) => rows as T[]);
const work = async (name: string): Promise<void> => {
  await prepared.db.tx({ organizations: [centre], actor: { kind: 'command' } }, (tx) => insertRecord(tx, 'service', centre, { name, kind: 'social' }));
};
const ofCentre = (condition: string): string => `organization_id = '${centre}' AND class = 'ordinary' AND ${condition}`;
const transactionOf = async (number: number): Promise<string> => (await run<{ id: string }>(`SELECT transaction_id AS id FROM audit_link WHERE ${ofCentre(`number = ${number}`)}`))[0]!.id;

beforeAll(async () => {
  prepared = await prepareDatabase(readConfig(env), 'command');
  owner = new pg.Client(prepared.database.owner);
  await owner.connect();
  centre = newId();
  const values = OrganizationInput.parse({ slug: 'valombre', name: { fr: 'CPAS de Valombre' }, documentLanguage: 'fr', municipality: 'Valombre', region: 'wallonia' });
  await prepared.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, (tx) => insertOrganization(tx, centre, values));
  for (const round of ['mai', 'juin', 'juillet']) {
    for (const name of ['Accueil', 'Guichet', 'Archives']) await work(`${name} ${round}`);
    expect(await verify('--heads', heads)).toMatchObject({ code: 0 });
  }
  await work('Après');
  kept = (await readFile(heads, 'utf8')).split('\n').flatMap((line) => (line.startsWith('valombre ') ? [Number(line.split(' ')[2])] : []));
  await run('CREATE TABLE link_as_it_was AS TABLE audit_link');
  await run('CREATE TABLE entry_as_it_was AS TABLE audit_entry');
});
afterAll(async () => {
  await owner.end();
  await prepared.close();
  await rm(folder, { recursive: true, force: true });
});
const restored = async (): Promise<void> => {
  await run('TRUNCATE audit_link, audit_entry');
  await run('INSERT INTO audit_link TABLE link_as_it_was');
  await run('INSERT INTO audit_entry TABLE entry_as_it_was');
};
beforeEach(restored);

/** What the command says of the kept heads; each run of it takes a second or more, so that most tests ask what it asks. */
const byHeads = async (file = heads): Promise<string> => (await keptFaults(owner, await readKept(file))).join('\n');
/** Nothing in the trail itself betrays it; the words with which the kept heads do. */
const onlyByHeads = async (): Promise<string> => {
  expect(await run('SELECT * FROM audit_verify()')).toEqual([]);
  return byHeads();
};
const inside = () => run('SELECT number::int, fault FROM audit_verify()');
const change = (number: number) =>
  run(`UPDATE audit_entry SET fields = '{"after": {"name": "X"}}' WHERE ${ofCentre(`transaction_id = (SELECT transaction_id FROM audit_link WHERE ${ofCentre(`number = ${number}`)})`)}`);

test('heads are added to the file as the chains grow, and the trail holds all of them', async () => {
  expect(kept).toEqual([4, 7, 10]);
  expect(await verify('--anchor', heads)).toMatchObject({ code: 0, err: '' });
  const before = await readFile(heads, 'utf8');
  const copy = join(folder, 'copy');
  await writeFile(copy, before);
  expect(await verify('--anchor', copy, '--heads', copy)).toMatchObject({ code: 0 });
  const added = (await readFile(copy, 'utf8')).slice(before.length);
  expect(added).toMatch(/^valombre ordinary 11 [0-9a-f]{64} \S+Z [0-9a-f-]{36}\n$/);
  expect(await verify('--heads', copy)).toMatchObject({ code: 0 });
  expect(await readFile(copy, 'utf8')).toBe(before + added);
});

test('an entry altered, and the chain made anew from it to the end: the heads say between which links', async () => {
  await change(6);
  await run(rechained(centre));
  expect(await verify()).toMatchObject({ code: 0, err: '' });
  const found = await verify('--anchor', heads);
  expect(found).toMatchObject({ code: 1, out: '' });
  expect(found.err).toContain('The audit trail has 1 fault');
  expect(found.err).toMatch(/^valombre \(ordinary\): it was changed after link 4, kept on \S+Z, which is as it was, and before link 7, kept on \S+Z or at it, which is not$/m);
});

test('the same before the first head: the heads say so', async () => {
  await change(2);
  await run(rechained(centre));
  expect(await onlyByHeads()).toMatch(/valombre \(ordinary\): it was changed at link 4, kept on \S+Z, or before it/);
});

test('what came after the last head can be made anew unseen, until the next one is kept', async () => {
  await change(11);
  await run(rechained(centre));
  expect(await onlyByHeads()).toBe('');
});

test('the end of a chain cut off: the heads say what is gone', async () => {
  for (const table of ['audit_entry', 'audit_link']) await run(`DELETE FROM ${table} WHERE ${ofCentre(`transaction_id IN (SELECT transaction_id FROM audit_link WHERE ${ofCentre('number > 8')})`)}`);
  await run(`DELETE FROM audit_link WHERE ${ofCentre('number > 8')}`);
  await run(`DELETE FROM audit_entry e WHERE ${ofCentre('NOT EXISTS (SELECT FROM audit_link l WHERE l.transaction_id = e.transaction_id)')}`);
  expect(await onlyByHeads()).toMatch(/valombre \(ordinary\): the chain ends at link 8: link 10, kept on \S+Z, is gone/);
});

test('a transaction taken out of the midst and the chain closed over it', async () => {
  const transaction = await transactionOf(9);
  for (const table of ['audit_entry', 'audit_link']) await run(`DELETE FROM ${table} WHERE transaction_id = '${transaction}'`);
  await run(rechained(centre));
  expect(await onlyByHeads()).toMatch(/changed after link 7, .* before link 10/);
});

test('two transactions exchanged and the chain made anew', async () => {
  await run(`UPDATE audit_link SET number = -number WHERE ${ofCentre('number IN (5, 6)')}`);
  await run(`UPDATE audit_link SET number = 11 + number WHERE ${ofCentre('number < 0')}`);
  expect(await inside()).toContainEqual({ number: 5, fault: 'broken' });
  await run(rechained(centre));
  expect(await onlyByHeads()).toMatch(/changed after link 4, .* before link 7/);
});

test('a whole chain removed', async () => {
  await run(`DELETE FROM audit_link WHERE ${ofCentre('true')}`);
  await run(`DELETE FROM audit_entry WHERE ${ofCentre('true')}`);
  expect(await onlyByHeads()).toMatch(/valombre \(ordinary\): the whole chain is gone, with link 4/);
});

test('an entry written by hand, sound in itself: found at its link, or as one that no link covers, and made one by the heads alone', async () => {
  await run(forgedEntry(centre, await transactionOf(6)));
  expect(await inside()).toEqual([{ number: 6, fault: 'broken' }]);
  await run(rechained(centre));
  expect(await onlyByHeads()).toMatch(/changed after link 4, .* before link 7/);
  await restored();
  await run(forgedEntry(centre, centre));
  expect(await inside()).toEqual([{ number: null, fault: 'unsealed' }]);
});

test('no heads are kept of a trail that has a fault', async () => {
  const file = join(folder, 'none');
  await change(6);
  const found = await verify('--heads', file);
  expect(found.code).toBe(1);
  expect(found.err).toMatch(/valombre \(ordinary\), entry [0-9a-f-]{36}: an entry was altered/);
  expect(found.err).toContain('No heads were written');
  await expect(readFile(file)).rejects.toThrow(/ENOENT/);
});

test('a head copied from a document, cut to sixteen digits, is one too; a centre that was renamed is no fault', async () => {
  const line = (await readFile(heads, 'utf8')).split('\n').find((one) => one.startsWith('valombre '));
  const [, , number, hash = ''] = line!.split(' ');
  const printed = join(folder, 'printed');
  await writeFile(printed, `valombre ordinary ${number} ${hash.slice(0, 16)}\n`);
  expect(await byHeads(printed)).toBe('');
  await writeFile(printed, `valombre ordinary ${number} ${hash.slice(0, 15)}${hash[15] === '0' ? '1' : '0'}\n`);
  expect(await byHeads(printed)).toContain('changed at link 4');
  const rename = (slug: string) => prepared.db.tx({ organizations: [centre], actor: { kind: 'command' } }, (tx) => tx.updateTable('organization').set({ slug }).where('id', '=', centre).execute());
  await rename('orneval');
  expect(await byHeads()).toBe('');
  await rename('valombre');
});

test.each([
  ['a line that is no head', 'valombre ordinary four abc\n'],
  ['a line with the id of nothing', `valombre ordinary 4 ${'0'.repeat(64)} now x';DROP\n`],
])('%s is refused', async (_what, text) => {
  const file = join(folder, 'wrong');
  await writeFile(file, text);
  await expect(readKept(file)).rejects.toThrow('has a line that is no head');
});

test('a confidential chain is checked like the others, and neither counted nor named: what is kept of it does not say whose it is', async () => {
  const file = join(folder, 'confidential');
  const before = await verify();
  const notice = newId();
  await run(`INSERT INTO infringement (organization_id, id, addressee, author_name, subject) VALUES ('${centre}', '${notice}', 'directorGeneral', 'x', 'x')`);
  const after = await verify('--heads', file);
  expect(after).toEqual(before);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  expect(lines.filter((line) => !line.includes(' ordinary '))).toEqual([expect.stringMatching(/^- [0-9a-f]{32} 1 [0-9a-f]{64} \S+Z$/)]);
  expect(lines.join()).not.toMatch(/confidential|infringement/);
  expect(await byHeads(file)).toBe('');
  await run(`UPDATE infringement SET subject = 'y' WHERE id = '${notice}'`);
  expect((await verify('--heads', file)).code).toBe(0);
  expect((await readFile(file, 'utf8')).match(/^- /gm)).toHaveLength(2);
  await run(`DELETE FROM audit_link WHERE class = 'confidential' AND number = 2`);
  expect(await byHeads(file)).toMatch(/^a confidential chain: the chain ends at link 1: link 2, kept on \S+Z, is gone/);
  await run(`DELETE FROM infringement WHERE id = '${notice}'`);
});
