import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import pino from 'pino';
import { describe, inject } from 'vitest';
import { newId } from '../src/kernel/id.ts';
import { type CentreRole, compellingRoles, type InstallationRole } from '../src/kernel/permissions.ts';
import { searchText } from '../src/kernel/search.ts';
import { insertAccount, insertInstallationRole, insertLink } from '../src/modules/accounts/server/service.ts';
import { OrganizationInput } from '../src/modules/organizations/organization.ts';
import { insertOrganization } from '../src/modules/organizations/server/store.ts';
import { PersonInput } from '../src/modules/people/person.ts';
import { makeAuth } from '../src/server/auth/auth.ts';
import type { Secrets } from '../src/server/auth/session-cookie.ts';
import { hashPassword } from '../src/server/auth/passwords.ts';
import { connect, type Database, installationId } from '../src/server/db/database.ts';
import { insertRecord, type RecordTable } from '../src/server/db/records.ts';
import { apiPrefix, buildApp } from '../src/server/http/app.ts';
import { startJobs } from '../src/server/jobs.ts';
import { storedMail } from '../src/modules/mail/server/service.ts';
import { makeSeal } from '../src/server/auth/seal.ts';
import { type Mail, makeMail, type MailService, type MailSettings } from '../src/server/mail.ts';
import { type Services, today } from '../src/server/services.ts';
import { type Engine, templateDatabase } from './clusters.ts';

const secrets: Secrets = [{ value: 'a-secret-for-the-tests-of-forty-characters' }];
/** The address and the password of every account of the tests. */
export const url = 'http://localhost:3000';
export const password = 'sept girafes violettes au marché';

export type Account = { id: string; email: string; cookie: string };
export type Call = { as?: Account | string | undefined; body?: unknown; headers?: Record<string, string>; from?: string; payload?: string | Buffer };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

export type TestServer = {
  app: FastifyInstance;
  services: Services;
  db: Database;
  /** The role that owns the tables, on this test's database. */
  owner: pg.ClientConfig;
  /** The structured log so far, one object per line. */
  log: () => Record<string, unknown>[];
  /** Calls the API: `path` after `/api/beffroi/v1`, or a whole link of an answer. */
  call: (method: Method, path: string, options?: Call) => Promise<LightMyRequestResponse>;
  /** A session of an account as after a sign-in with its second factor; the cookie. */
  signIn: (account: { id: string }) => Promise<string>;
  addCentre: (values: Partial<OrganizationInput> & { slug: string }) => Promise<string>;
  addRecord: (centre: string, table: RecordTable, values: Record<string, unknown>) => Promise<string>;
  addPerson: (centre: string, values?: Partial<PersonInput>) => Promise<string>;
  addAccount: (who: { centre?: string; roles?: readonly CentreRole[]; personId?: string; installation?: readonly InstallationRole[]; email?: string; language?: string }) => Promise<Account>;
  /** One query as the owner of the tables, for which there is no scope. */
  asOwner: <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
  close: () => Promise<void>;
};

const superuserOf = (engine: Engine): pg.ClientConfig => {
  const place = inject('engines')[engine];
  if (!place) throw new Error(`No ${engine} PostgreSQL runs for the tests`);
  return { ...place, user: 'postgres', database: 'postgres' };
};

/** A new database with the program's tables; `config` is its superuser's, `drop` removes it. */
export const testDatabase = async (
  engine: Engine = 'embedded',
  template: string | undefined = templateDatabase,
): Promise<{ config: pg.ClientConfig; owner: pg.ClientConfig; app: pg.ClientConfig; drop: () => Promise<void> }> => {
  const superuser = superuserOf(engine);
  const database = `test_${randomBytes(6).toString('hex')}`;
  const once = async (text: string): Promise<void> => {
    const client = new pg.Client(superuser);
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await once(`CREATE DATABASE ${database} OWNER beffroi_owner TEMPLATE ${template ?? 'template0'}`);
  const config = { ...superuser, database };
  return {
    config,
    owner: { ...config, user: 'beffroi_owner' },
    app: { ...config, user: 'beffroi_server', options: '-c role=beffroi_app' },
    drop: () => once(`DROP DATABASE ${database} WITH (FORCE)`),
  };
};

let knownHash: Promise<string> | undefined;
let addresses = 0;
// Each call comes from an address of its own, unless the test says otherwise: the limits by address are tested on purpose only.
const nextAddress = (): string => {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
};

/** Mail into a list or a function, by given settings, or by those of the page. */
const mailOf = ({ mails, mail }: { mails?: Mail[] | ((mail: Mail) => Promise<void>); mail?: MailSettings }, stored: () => Promise<MailSettings | undefined>): MailService =>
  mails ? { ...makeMail(undefined, stored), configured: async () => true, send: async (one) => void (await (typeof mails === 'function' ? mails(one) : mails.push(one))) } : makeMail(mail, stored);

/** The application on a database of its own. `now` fixes the clock, in instants or as a function. */
export const testServer = async (
  options: { engine?: Engine; now?: Date | (() => Date); logLevel?: string; pages?: string; mails?: Mail[] | ((mail: Mail) => Promise<void>); mail?: MailSettings; demonstration?: boolean } = {},
): Promise<TestServer> => {
  const database = await testDatabase(options.engine);
  const db = connect(database.app, 8);
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-server-'));
  const { now } = options;
  const lines: string[] = [];
  const mailSeal = makeSeal(secrets, 'mail');
  const services: Services = {
    db,
    auth: makeAuth(db, url, secrets, options.demonstration ? [] : compellingRoles),
    factorSeal: makeSeal(secrets, 'second factor'),
    jobs: await startJobs(database.app, () => undefined),
    logger: pino({ level: options.logLevel ?? 'info' }, { write: (line: string) => lines.push(line) }),
    url,
    demonstration: options.demonstration ?? false,
    trustProxy: false,
    now: typeof now === 'function' ? now : () => now ?? new Date(),
    // No backup at night; one that is asked for goes to a folder of this test.
    backups: { directory: join(folder, 'backups'), owner: database.owner, scratch: join(folder, 'scratch') },
    mail: mailOf(options, () => storedMail(db, mailSeal)),
    mailSeal,
    providerSeal: makeSeal([{ value: 'a-secret-for-the-tests-of-forty-characters' }], 'provider'),
    directorySeal: makeSeal(secrets, 'directory'),
    localDirectories: false,
    mailboxSeal: makeSeal(secrets, 'mailbox'),
    localMailboxes: false,
    ...(options.pages ? { pages: options.pages } : {}),
  };
  const app = await buildApp(services);
  const owner = new pg.Pool({ ...database.owner, max: 2 });
  owner.on('error', () => undefined);

  const call: TestServer['call'] = (method, path, { as, body, headers = {}, from = nextAddress(), payload } = {}) => {
    const cookie = typeof as === 'string' ? as : as?.cookie;
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const content = payload ?? (body === undefined ? undefined : JSON.stringify(body));
    return app.inject({
      method,
      url: path.startsWith(url) ? path.slice(url.length) : `${apiPrefix}${path}`,
      remoteAddress: from,
      headers: { 'x-beffroi': '1', ...(cookie ? { cookie } : {}), ...(content === undefined || payload ? {} : { 'content-type': type }), ...headers },
      ...(content === undefined ? {} : { payload: content }),
    });
  };
  const signIn: TestServer['signIn'] = async ({ id }) => (await services.auth.openSession({ accountId: id, proof: 'totp', now: services.now(), day: today(services) })).setCookie.split(';')[0]!;
  const asSetup = (organization: string) => ({ organizations: [organization], actor: { kind: 'setup' as const } });
  const addRecord: TestServer['addRecord'] = async (centre, table, values) => (await db.tx(asSetup(centre), (tx) => insertRecord(tx, table, centre, values))).id;

  return {
    app,
    services,
    db,
    owner: database.owner,
    log: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    call,
    signIn,
    addRecord,
    addCentre: async (values) => {
      const id = newId();
      const input = OrganizationInput.parse({ name: { fr: `CPAS de ${values.slug}` }, documentLanguage: 'fr', municipality: values.slug, region: 'wallonia', ...values });
      await db.tx(asSetup(id), (tx) => insertOrganization(tx, id, input));
      return id;
    },
    addPerson: async (centre, values = {}) => {
      const input = PersonInput.parse({ lastName: 'Lambin', firstName: 'Odile', kind: 'staff', ...values });
      return addRecord(centre, 'person', { ...input, searchText: searchText(input.lastName, input.firstName, input.email) });
    },
    addAccount: async ({ centre, roles = [], personId, installation = [], email = `a${randomBytes(5).toString('hex')}@example.be`, language = 'fr' }) => {
      knownHash ??= hashPassword(password);
      const passwordHash = await knownHash;
      const id = await db.tx({ organizations: [installationId, ...(centre ? [centre] : [])], actor: { kind: 'setup' } }, async (tx) => {
        const account = await insertAccount(tx, { name: 'Odile Lambin', email, language, passwordHash }, services.now());
        if (centre) await insertLink(tx, { organizationId: centre, accountId: account, roles, start: '2000-01-01', ...(personId ? { personId } : {}) });
        for (const role of installation) await insertInstallationRole(tx, account, role);
        return account;
      });
      return { id, email, cookie: await signIn({ id }) };
    },
    asOwner: async <T>(text: string, values?: unknown[]) => (await owner.query(text, values)).rows as T[],
    close: async () => {
      await app.close();
      await services.jobs.stop();
      await db.close();
      await owner.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Runs a suite on each PostgreSQL that is there: our own, and the system's. */
export const describeOnBothEngines = (name: string, suite: (engine: Engine) => void): void => {
  for (const engine of ['embedded', 'system'] as const) describe.skipIf(!inject('engines')[engine])(`${name}, ${engine} PostgreSQL`, () => suite(engine));
};
