// `beffroi accounts reconcile`, as whoever runs the machine calls it: its answer in words, its exit code. Once as a process for each way of ending; the rest
// runs the command itself, which a process would only load once more.
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gone, here, loginOf, planted } from '../examples/accounts.ts';
import { reconcileAccounts } from '../src/cli/accounts.ts';
import { findOrganizationId } from '../src/cli/database.ts';
import { importWorkbook } from '../src/cli/import.ts';
import { UsageError } from '../src/cli/usage.ts';
import { makeSeal } from '../src/server/auth/seal.ts';
import { readConfig } from '../src/server/config.ts';
import { insertRecord } from '../src/server/db/records.ts';
import { StartupError } from '../src/server/errors.ts';
import { keptSecrets } from '../src/server/secret.ts';
import { type Prepared, prepareDatabase } from '../src/server/start.ts';
import { type DirectoryServer, reader, startDirectoryServer } from './directory-server.ts';
import { directoryPrograms } from './tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-accounts-'));
const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, BEFFROI_DATA: join(folder, 'data'), DATABASE_URL: '', NO_COLOR: '1' };
const list = join(root, 'examples/ad-valombre.csv');

type Outcome = { code: number; out: string; err: string };
const beffroi = (args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { cwd: folder, env, maxBuffer: 1e8 }, (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }));
  });
/** The command in this process: what it writes, and the code that its ending stands for. */
const inProcess = async (work: () => Promise<void>, more: Record<string, string> = {}): Promise<Outcome> => {
  let out = '';
  const { write } = process.stdout;
  const before = Object.fromEntries(Object.keys({ ...env, ...more }).map((name) => [name, process.env[name]]));
  Object.assign(process.env, env, more);
  process.stdout.write = ((text: string) => Boolean((out += text))) as typeof write;
  try {
    await work();
    return { code: 0, out, err: '' };
  } catch (error) {
    // Anything else is a fault of the program, which a test may not take for an answer.
    if (!(error instanceof UsageError || error instanceof StartupError)) throw error;
    return { code: error instanceof UsageError ? 2 : 1, out, err: error.message };
  } finally {
    process.stdout.write = write;
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
};
const reconcile = (args: string[], more?: Record<string, string>): Promise<Outcome> => inProcess(() => reconcileAccounts(args), more);
const ofDomain = ['--organization', 'valombre', '--resource', 'domaine valombre'];

describe('accounts reconcile', () => {
  let prepared: Prepared;
  let centre: string;
  const countOf = async (table: string): Promise<number> =>
    prepared.db.tx({ organizations: [centre], actor: { kind: 'command' } }, async (tx) =>
      Number(
        (
          await tx
            .selectFrom(table as 'reconciliation')
            .select(({ fn }) => fn.countAll().as('count'))
            .executeTakeFirstOrThrow()
        ).count,
      ),
    );

  beforeAll(async () => {
    // Held here, so that each command joins the running database instead of starting it.
    prepared = await prepareDatabase(readConfig(env), 'server');
    const entered = await inProcess(() => importWorkbook([join(root, 'examples/valombre.xlsx'), '--organization', 'valombre']));
    expect(entered.code, entered.err).toBe(0);
    centre = (await findOrganizationId(prepared, 'valombre'))!;
  });
  afterAll(async () => {
    await prepared?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('as a process: says how it is called, and ends with the code of what is wrong', async () => {
    const [help, wrong, absent] = await Promise.all(
      [['--help'], [...ofDomain, '--ldap', '--password', 'deux-hiboux'], [...ofDomain, '/nowhere/list.csv']].map((args) => beffroi(['accounts', 'reconcile', ...args])),
    );
    expect([help!.code, help!.err]).toEqual([0, '']);
    expect(help!.out).toMatch(/accounts reconcile --organization SLUG --resource NAME FILE\|--ldap/);
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^Unknown option '--password'.*\nUsage: .*accounts reconcile/) as string });
    expect(absent).toEqual({ code: 1, out: '', err: 'The file /nowhere/list.csv cannot be read.\n' });
  });

  test.each<[string, string[], number, RegExp]>([
    ['no file', ofDomain, 2, /Name one file/],
    ['a centre that is not there', ['--organization', 'elsewhere', '--resource', 'x', list], 1, /There is no centre "elsewhere" here\. There are: valombre\./],
    ['a resource that is not there', ['--organization', 'valombre', '--resource', 'Nulle part', list], 1, /has no resource called "Nulle part"\. There are: Accès à distance, .*Domaine VALOMBRE/],
    ['a list whose columns are its own', [...ofDomain, '--lang', 'nl', join(root, 'examples/logiciel-social-valombre.csv')], 1, /\(Code agent, Intervenant, Accès ouvert, Vu le\)/],
    ['a directory that nobody set', [...ofDomain, '--ldap'], 1, /No directory is set for "Domaine VALOMBRE"/],
  ])('%s is refused in words', async (_what, args, code, words) => {
    const { code: ended, out, err } = await reconcile(args);
    expect([ended, out]).toEqual([code, '']);
    expect(err).toMatch(words);
  });

  test('refuses without having written anything', async () => {
    expect(await countOf('reconciliation')).toBe(0);
  });

  test('compares the list of a domain, names its accounts, and nobody without being asked', async () => {
    const compared = await beffroi(['accounts', 'reconcile', ...ofDomain, list]);
    expect([compared.code, compared.err]).toEqual([0, '']);
    const lines = compared.out.split('\n');
    expect(lines).toContain('compte sans personne – ivolvert');
    expect(lines.filter((line) => line.startsWith('compte d’une personne partie – '))).toEqual([
      expect.stringMatching(new RegExp(`^compte d’une personne partie – ${loginOf(gone[0]!)} – 2026-06-30 \\(\\d+\\)$`)),
    ]);
    // The two who administer it have a right on it in the register: every other account in use is one too many.
    expect(lines.filter((line) => line.startsWith('droit non prévu – '))).toHaveLength(here.length - 2 - 2);
    expect(lines).toContain('compte partagé – accueil');
    expect(compared.out).toContain(`${here.length - 1 + 3} comptes comparés`);
    for (const { lastName } of [...here, ...gone]) expect(compared.out).not.toContain(lastName);

    const again = await reconcile([...ofDomain, '--names', '--lang', 'nl', list]);
    expect(again.code).toBe(0);
    expect(again.out).toContain('Deze lijst is dezelfde als de vorige');
    expect(again.out).toContain(` – ${planted.ad.unforeseen.firstName} ${planted.ad.unforeseen.lastName}`);
    expect(await countOf('reconciliation')).toBe(1);
  });

  describe.skipIf(!directoryPrograms())('from a directory', () => {
    let server: DirectoryServer;
    beforeAll(async () => {
      server = await startDirectoryServer(Array.from({ length: 1200 }, (_, index) => ({ uid: `u${index}`, givenName: 'Zoé', sn: `Numéro ${index}` })));
      const sealed = makeSeal(await keptSecrets(env.BEFFROI_DATA), 'directory').seal(reader.password);
      await prepared.db.tx({ organizations: [centre], actor: { kind: 'command' } }, async (tx) => {
        const { id } = await tx.selectFrom('resource').select('id').where('name', '=', 'Accès à distance').executeTakeFirstOrThrow();
        await insertRecord(tx, 'accountSource', centre, {
          resourceId: id,
          columns: '[]',
          levels: '[]',
          host: '127.0.0.1',
          port: server.tlsPort,
          security: 'tls',
          authority: server.certificate,
          bindDn: reader.bindDn,
          baseDn: reader.baseDn,
          password: sealed,
        } as never);
      });
    });
    afterAll(() => server?.stop());
    const remote = ['--organization', 'valombre', '--resource', 'Acces a distance', '--ldap'];

    test('of this very machine: only where the environment allows it; then it is read whole, and its password told nowhere', async () => {
      const refused = await reconcile(remote);
      expect([refused.code, refused.out]).toEqual([1, '']);
      expect(refused.err).toContain('Cette adresse n’est pas permise');
      const read = await reconcile(remote, { BEFFROI_LOCAL_DIRECTORY: 'allow' });
      expect(read.code, read.err).toBe(0);
      expect(read.out).toContain('1200 comptes comparés');
      expect(read.out).toContain('compte sans personne – u1199');
      expect(read.out + read.err).not.toContain(reader.password);
    });

    test('that is gone: a sentence, and the list of before stays', async () => {
      const before = await countOf('accountFinding');
      await server.stop();
      const { code, out, err } = await reconcile(remote, { BEFFROI_LOCAL_DIRECTORY: 'allow' });
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('Le serveur refuse la connexion');
      expect(await countOf('accountFinding')).toBe(before);
    });
  });
});
