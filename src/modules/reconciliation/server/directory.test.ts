import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DirectoryServer, reader, startDirectoryServer } from '../../../../test/directory-server.ts';
import { testServer } from '../../../../test/harness.ts';
import { directoryPrograms } from '../../../../test/tools.ts';
import { askDirectories, workReconciliations } from './work.ts';
import { type Directory, DirectoryError, readDirectory } from './directory.ts';

const nothing = { columns: [], levels: [] };
const people = Array.from({ length: 2345 }, (_, index) => ({ uid: `u${index}`, givenName: 'Zoé', sn: `Numéro ${index}`, mail: `u${index}@example.be`, employeeNumber: String(index) }));

describe.skipIf(!directoryPrograms())('a directory', () => {
  let server: DirectoryServer;
  let elsewhere: DirectoryServer;
  let mute: Server;
  const held = new Set<Socket>();
  beforeAll(async () => {
    server = await startDirectoryServer(people);
    elsewhere = await startDirectoryServer([], { host: 'other.example.be' });
    // It takes the call and says nothing.
    mute = createServer((socket) => void held.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    for (const socket of held) socket.destroy();
    mute.close();
    await server.stop();
    await elsewhere.stop();
  });
  const directory = (more: Partial<Directory> = {}): Directory => ({
    local: true,
    host: '127.0.0.1',
    port: server.tlsPort,
    security: 'tls',
    authority: server.certificate,
    filter: null,
    ...reader,
    ...more,
  });
  const fault = async (more: Partial<Directory>): Promise<string> =>
    readDirectory(directory(more), nothing, { connectMs: 1000, answerMs: 1500 }).then(
      () => 'read',
      (error: unknown) => (error instanceof DirectoryError ? error.code : String(error)),
    );

  test.each(['tls', 'startTls'] as const)('that gives a thousand at once is read whole, over %s', async (security) => {
    const { accounts, faults } = await readDirectory(directory({ security, port: security === 'tls' ? server.tlsPort : server.port }), nothing);
    expect(accounts).toHaveLength(people.length);
    expect(accounts.find(({ account }) => account === 'u7')).toMatchObject({ email: 'u7@example.be', reference: '7', name: 'Zoé Numéro 7' });
    expect(faults).toEqual([]);
  });

  test('is asked with a filter of one’s own', async () => {
    expect((await readDirectory(directory({ filter: '(uid=u23*)' }), nothing)).accounts).toHaveLength(1 + 10 + 100 - 55);
  });

  test.each<[string, () => Partial<Directory>, string]>([
    ['a wrong password', () => ({ password: 'faux' }), 'credentials'],
    ['an account that does not exist', () => ({ bindDn: 'cn=nobody,dc=example,dc=be' }), 'credentials'],
    ['a branch that does not exist', () => ({ baseDn: 'ou=nowhere,dc=example,dc=be' }), 'branch'],
    ['a branch that is none', () => ({ baseDn: 'anything' }), 'branch'],
    ['a branch without accounts', () => ({ baseDn: 'ou=empty,dc=example,dc=be' }), 'nothing'],
    ['a filter that is none', () => ({ filter: '(uid=' }), 'filter'],
    ['a certificate that nobody vouches for', () => ({ authority: null }), 'certificate'],
    ['a certificate of another authority', () => ({ authority: elsewhere.certificate }), 'certificate'],
    ['a certificate of another name', () => ({ port: elsewhere.tlsPort, authority: elsewhere.certificate }), 'certificate'],
    ['a port without TLS', () => ({ port: server.port }), 'noTls'],
    ['a server that refuses', () => ({ port: 1 }), 'refused'],
    ['a server that hangs', () => ({ port: (mute.address() as { port: number }).port }), 'silent'],
    ['a server that hangs before StartTLS', () => ({ port: (mute.address() as { port: number }).port, security: 'startTls' }), 'silent'],
    ['a name that nobody has', () => ({ host: 'directory.invalid' }), 'host'],
    ['the address where a cloud tells its secrets', () => ({ host: '169.254.169.254' }), 'forbidden'],
    ['everywhere', () => ({ host: '0.0.0.0' }), 'forbidden'],
    ['this machine, where that is not allowed', () => ({ local: false }), 'forbidden'],
    ['this machine by its name', () => ({ local: false, host: 'localhost' }), 'forbidden'],
    ['this machine by a number', () => ({ local: false, host: '2130706433' }), 'forbidden'],
  ])('%s is named', async (_what, more, code) => {
    expect(await fault(more())).toBe(code);
  });

  test('set on the page is tried, read and compared; its password is shown nowhere', async () => {
    const app = await testServer();
    await workReconciliations(app.services);
    const centre = await app.addCentre({ slug: 'valombre' });
    const adviser = await app.addAccount({ centre, roles: ['adviser'] });
    const resource = await app.addRecord(centre, 'resource', { name: 'Domaine', kind: 'domain', levels: '{read}', accountSource: 'ldap', searchText: 'domaine' });
    const path = `/organizations/${centre}/accountLists/${resource}`;
    const { authority, filter: _filter, local: _local, ...door } = directory({ authority: server.certificate });
    const put = (given: object, version: number) => app.call('PUT', path, { as: adviser, body: { directory: given }, headers: { 'if-match': `"${version}"` } });
    expect((await put({ ...door, authority: '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----' }, 0)).json().issues).toMatchObject([{ code: 'invalidCertificate' }]);
    const kept = await put({ ...door, authority, every: 'month' }, 0);
    expect(kept.statusCode, kept.body).toBe(200);
    expect(kept.body).not.toContain(reader.password);
    const { password: _password, ...without } = door;
    const { version } = kept.json<{ version: number }>();
    expect((await put({ ...without, authority, host: 'elsewhere.example.be' }, version)).json().issues).toMatchObject([{ name: 'directory.password', code: 'passwordNeeded' }]);
    expect((await put({ ...without, authority, every: 'month' }, version)).statusCode).toBe(200);
    for (const table of ['account_source', 'audit_entry']) expect(JSON.stringify(await app.asOwner(`SELECT t::text AS line FROM ${table} t`)), table).not.toContain(reader.password);
    expect((await app.call('POST', `${path}/tryDirectory`, { as: adviser })).json()).toEqual({ fault: 'forbidden' });
    app.services.localDirectories = true;
    expect((await app.call('POST', `${path}/tryDirectory`, { as: adviser })).json()).toEqual({ accounts: people.length });
    const accepted = await app.call('POST', `${path}/readDirectory`, { as: adviser });
    const task = async () => (await app.call('GET', String(accepted.headers['location']), { as: adviser })).json<{ state: string; report?: object }>();
    await expect.poll(async () => (await task()).state, { timeout: 60_000, interval: 100 }).toBe('done');
    expect((await task()).report).toMatchObject({ outcome: 'compared', counts: { accounts: people.length, found: people.length } });
    await app.asOwner("UPDATE account_source SET base_dn = 'ou=nowhere,dc=example,dc=be', every = 'week', next_on = '2020-01-01'");
    await askDirectories(app.services);
    await expect.poll(async () => (await app.call('GET', path, { as: adviser })).json<{ fault?: string }>().fault, { timeout: 60_000, interval: 100 }).toBe('branch');
    await app.close();
  });
});
