import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../src/kernel/id.ts';
import { problemTypes } from '../src/kernel/problem.ts';
import { makeOneTimeLink } from '../src/modules/accounts/server/service.ts';
import { workBundles } from '../src/modules/council/server/bundle-routes.ts';
import { workIntakes } from '../src/modules/intake/server/routes.ts';
import { workDeviceImports } from '../src/modules/inventories/server/import-work.ts';
import { workInventoryReviews } from '../src/modules/inventories/server/review-work.ts';
import { workReconciliations } from '../src/modules/reconciliation/server/work.ts';
import { apiPrefix } from '../src/server/http/app.ts';
import { checksumOf, type Filled, fillCentre, routesOf } from './centre.ts';
import { type Account, password, testServer, type TestServer } from './harness.ts';
import { fitting, hostileTexts, rawBody, type Schema, spoiled, spoiledEverywhere } from './hostile-values.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Operation = { parameters?: { name: string; in: string; schema: Schema }[]; requestBody?: { content: Record<string, { schema: Schema }> }; responses: Record<string, unknown> };
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };
type Route = { name: string; method: Method; path: string; operation: Operation };
type Content = { value: unknown } | { bytes: Buffer; type: string | undefined } | undefined;
type Request = {
  as: 'adviser' | 'administrator' | 'nobody' | 'forged';
  path: Record<string, string>;
  query: string[];
  match: string | undefined;
  headers: Record<string, string>;
  content: Content;
  cookie: string;
};

let server: TestServer;
let ours: Filled;
let theirs: Filled;
let schemas: Record<string, Schema>;
let routes: Route[];
let accounts: Record<'adviser' | 'administrator', Account>;
let setUpToken: string;

beforeAll(async () => {
  server = await testServer();
  ours = await fillCentre(server, 'ours', 'Ambre');
  theirs = await fillCentre(server, 'theirs', 'Zibeline');
  // A pool belongs to nobody: whoever manages the pools sees it.
  await server.asOwner(`UPDATE pool SET name = 'Commun' WHERE id = $1`, [theirs.ids['pools']]);
  await workIntakes(server.services);
  await workDeviceImports(server.services);
  await workInventoryReviews(server.services);
  await workBundles(server.services);
  await workReconciliations(server.services);
  await server.services.jobs.work('dossier', async () => undefined);
  accounts = { adviser: await server.addAccount({ centre: ours.organizationId, roles: ['adviser'] }), administrator: await server.addAccount({ installation: ['administrator'] }) };
  await server.asOwner('UPDATE task SET account_id = $1 WHERE organization_id = $2', [accounts.adviser.id, ours.organizationId]);
  setUpToken = await makeOneTimeLink(server.db.kysely, 'setup', new Date());
  const document = (await server.call('GET', '/doc/openapi.json')).json() as Document;
  schemas = document.components.schemas;
  routes = [
    ...Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase() as Method, path, operation })),
    ),
    ...['/doc/openapi.json', '/doc/openapi.yaml'].map((path) => ({ name: `GET ${path}`, method: 'GET' as const, path, operation: { responses: { 200: {} } } })),
    // What goes away is wanted by the others first.
  ].toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
});
afterAll(() => server.close());

/** Routes that end a session or change a password: each call has an account of its own. */
const ending = ['DELETE /session', 'POST /session/lock', 'DELETE /me/sessions', 'DELETE /me/sessions/{id}', 'POST /me/password'];
/** What an administrator reaches in every centre by right. */
const administered = ['/organizations/{organizationId}', '/organizations/{organizationId}/pool'];
/** Where an administrator sees the whole installation: the names of its centres and accounts, and nothing from within a centre. */
const ofInstallation = /^\/(?:organizations|accounts(?:\/.*)?|linkRequests(?:\/.*)?|tokens(?:\/.*)?)$/;
/** What nobody but an administrator may do. */
const managed = ['POST /pools', 'PUT /organizations/{organizationId}/pool'];
const collections: Record<string, string> = { personId: 'people', headId: 'people', serviceId: 'services', parentId: 'services', poolId: 'pools', recordId: 'people', actorId: 'accounts' };

const idOf = (collection: string): fc.Arbitrary<string> => {
  const own = ours.ids[collection] ?? ours.organizationId;
  return fc.oneof({ weight: 12, arbitrary: fc.constant(own) }, fc.constant(theirs.ids[collection] ?? theirs.organizationId), fc.constant(newId()), fc.constant(own.toUpperCase()));
};
const idFor = (name: string): fc.Arbitrary<string> => idOf(collections[name] ?? 'people');

const pathOf = ({ path }: Route): fc.Arbitrary<Record<string, string>> => {
  const parts = path.split('/');
  const names = parts.filter((part) => part.startsWith('{'));
  const value = (name: string): fc.Arbitrary<string> => {
    const sound =
      name === '{organizationId}' ? idOf('organizations') : name === '{kind}' ? fc.constantFrom('securityPolicyFormal', 'adviserAppointmentLetter') : idOf(parts[parts.indexOf(name) - 1] ?? '');
    return fc.oneof({ weight: 14, arbitrary: sound.map(encodeURIComponent) }, hostilePart);
  };
  return fc.record(Object.fromEntries(names.map((name) => [name, value(name)])));
};
/** A text as a part of an address, and what no encoder makes. */
const hostilePart = fc.oneof(
  fc.constantFrom(...hostileTexts.map((text) => encodeURIComponent(text.toWellFormed()))),
  fc.constantFrom('%', '%zz', '%00', '%ED%A0%80', '%FF', '%C0%AE%C0%AE', '[]', ';', '&&=&', '%2e%2e%2f', '__proto__'),
);

const ownPath = ({ path }: Route): Record<string, string> =>
  Object.fromEntries(
    path.split('/').flatMap((part, index, parts) => {
      const own = part === '{kind}' ? 'securityPolicyFormal' : part === '{organizationId}' ? ours.organizationId : (ours.ids[parts[index - 1] ?? ''] ?? newId());
      return part.startsWith('{') ? [[part, own]] : [];
    }),
  );

const queryOf = ({ operation }: Route): fc.Arbitrary<string[]> => {
  const known = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const fits = known.map(({ name, schema }) => fitting(schema, { schemas, idFor }, name).map((value) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`));
  const spoils = known.map(({ name }) => fc.tuple(fc.constantFrom('', '[]', '[__proto__]', '.a'), hostilePart).map(([suffix, value]) => `${name}${suffix}=${value}`));
  const other = fc.tuple(hostilePart, hostilePart).map(([key, value]) => `${key}=${value}`);
  const one = (parts: fc.Arbitrary<string>[]) => (parts.length > 0 ? fc.oneof(...parts) : other);
  return fc.oneof(fc.uniqueArray(one(fits), { maxLength: 4, selector: (part) => part.split('=')[0] }), fc.array(fc.oneof(one(fits), one(spoils), other), { maxLength: 4 }));
};

const headersOf = ({ operation }: Route): fc.Arbitrary<Record<string, string>> => {
  const known = (operation.parameters ?? []).filter((parameter) => parameter.in === 'header' && parameter.name !== 'if-match');
  const value = (name: string, schema: Schema) => fc.oneof(fitting(schema, { schemas, idFor }, name).map(String), fc.uuid(), fc.constantFrom('', '*', '"', '%00', '__proto__', 'é', 'a'.repeat(5000)));
  return fc.record(Object.fromEntries(known.map(({ name, schema }) => [name, value(name, schema)])), { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>;
};

const boundary = 'hostile';
const multipart: fc.Arbitrary<Content> = fc
  .record({
    field: fc.constantFrom('file', 'file', 'file', 'other', '__proto__', ''),
    name: fc.constantFrom('a.xlsx', ...hostileTexts),
    bytes: fc.uint8Array({ maxLength: 500 }),
    end: fc.constantFrom('--', '--', ''),
  })
  .map(({ field, name, bytes, end }) => ({
    bytes: Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}${end}\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }));

const contentOf = ({ name, operation }: Route): fc.Arbitrary<Content> => {
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  if (operation.requestBody === undefined && /^(?:POST|PUT) .*\/(?:intakes|versions|sheets|file|frameworkImports|compare)$/.test(name)) return fc.oneof({ weight: 3, arbitrary: multipart }, rawBody);
  if (!schema) return fc.option(rawBody, { nil: undefined, freq: 2 });
  // What a stranger cannot know is given, so that the rules behind it are reached too.
  const known = { ...(name === 'POST /setup' && { token: setUpToken }), ...(name === 'POST /me/password' && { current: password, password: 'huit tortues sous la pluie douce' }) };
  const fits = fitting(schema, { schemas, idFor }).map((value) => ({ ...(value as object), ...known }));
  return fc.oneof(
    { weight: 2, arbitrary: fits.map((value) => ({ value })) },
    { weight: 4, arbitrary: spoiled(fits).map((value) => ({ value })) },
    { weight: 1, arbitrary: rawBody },
    fc.constant(undefined),
  );
};

const requestOf = (route: Route): fc.Arbitrary<Request> =>
  fc.record({
    as: fc.oneof(
      { weight: 7, arbitrary: fc.constant(managed.includes(route.name) ? ('administrator' as const) : ('adviser' as const)) },
      { weight: 2, arbitrary: fc.constant('administrator' as const) },
      fc.constantFrom('nobody', 'forged'),
    ),
    path: pathOf(route),
    query: queryOf(route),
    match: fc.oneof({ weight: 5, arbitrary: fc.constant('current') }, fc.constantFrom('"1"', '"0"', '"999999999"', '"9999999999"', '*', 'W/"1"', '"-1"', '"__proto__"', '', undefined)),
    headers: headersOf(route),
    content: contentOf(route),
    cookie: fc.constantFrom(
      'beffroi.session_token=%',
      'beffroi.session_token=a.b',
      'beffroi.session_token=',
      ';;;=',
      '__proto__=1',
      `beffroi.session_token=${'%ff'.repeat(500)}`,
      'beffroi.session_token=a; beffroi.session_token=b',
    ),
  });

/** Sends a request as the generator made it. `known` remembers the version of the record between requests to one route, as long as none was carried out. */
const send = async (route: Route, request: Request, known: { version?: string } = {}) => {
  const path = route.path.replace(/\{\w+\}/g, (name) => request.path[name] ?? name);
  const account = ending.includes(route.name)
    ? await server.addAccount({ centre: ours.organizationId, roles: ['adviser'] })
    : request.as === 'administrator'
      ? accounts.administrator
      : accounts.adviser;
  const record = path.replace(/\/(approve|verify)$/, '');
  const versioned = ['PATCH', 'DELETE'].includes(route.method) || record !== path;
  const read = async (): Promise<string> => String((await server.call('GET', record, { as: accounts.adviser })).headers['etag'] ?? '"1"');
  const current = versioned && request.match === 'current' ? (known.version ??= await read()) : '"1"';
  const version = request.match === 'current' ? current : request.match;
  const { content } = request;
  const type = Object.keys(route.operation.requestBody?.content ?? {})[0] ?? 'application/json';
  const sent = content === undefined ? undefined : 'value' in content ? { payload: JSON.stringify(content.value) ?? '', type } : { payload: content.bytes, type: content.type };
  const address = `${path}${request.query.length > 0 ? `?${request.query.join('&')}` : ''}`;
  const answer = await server.call(route.method, address, {
    ...(request.as === 'nobody' ? {} : { as: request.as === 'forged' ? request.cookie : account }),
    headers: { ...request.headers, ...(sent?.type === undefined ? {} : { 'content-type': sent.type }), ...(version === undefined ? {} : { 'if-match': version }) },
    ...(sent ? { payload: sent.payload } : {}),
  });
  if (answer.statusCode < 400 || answer.statusCode === 412) delete known.version;
  return { answer, said: `${address} ${sent?.payload.toString() ?? ''}`, as: request.as };
};

/** What belongs to no centre, and is shown to all. */
const ofEverybody = ['pools', 'providers', 'signInProviders', 'frameworks', 'versions', 'mappings'];
const problems = Object.values(problemTypes);
/** The words around the first place where an answer has it, to see at once what leaked. */
const around = (text: string, part: string): string | undefined => {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  return at < 0 ? undefined : `${part}: …${text.slice(Math.max(0, at - 400), at + 200)}…`;
};

/** What an answer to anything must be: no failure of ours, nothing of the other centre, and a problem in the form of problems. */
const inspect = (route: Route, { answer, said, as }: Awaited<ReturnType<typeof send>>): void => {
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  const whole = as === 'administrator' && ofInstallation.test(route.path);
  if (!whole) expect(around(answer.body, theirs.mark)).toBeUndefined();
  const seen = whole ? [...ofEverybody, 'organizations', 'accounts', 'linkRequests', 'tokens'] : ofEverybody;
  const open = new Set(seen.map((collection) => theirs.ids[collection]));
  const leaked = Object.values(theirs.ids).filter((id) => answer.body.includes(id) && !open.has(id) && !said.includes(id));
  expect(leaked.map((id) => around(answer.body, id))).toEqual([]);
  if (answer.statusCode < 400) {
    expect(Object.keys(route.operation.responses)).toContain(String(answer.statusCode));
    return;
  }
  expect(answer.headers['content-type']).toContain('application/problem+json');
  const { issues = [], ...problem } = answer.json() as { type: string; status: number; title: string; issues?: { name: string; code: string }[] };
  expect(problems).toContainEqual({ type: problem.type, status: answer.statusCode, title: problem.title });
  expect(JSON.stringify([problem, issues.map(({ code }) => code)])).not.toMatch(/\bat \S+:\d+|node_modules|\.ts\b|SELECT|INSERT|UPDATE|violates|constraint|column|syntax|Unexpected/);
  expect(answer.body.length).toBeLessThan(50_000);
};

const inSeconds = async <T>(seconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => (timer = setTimeout(() => reject(new Error(`No answer in ${seconds} seconds`)), seconds * 1000)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

test('the document names every route, and every route is tried', () => {
  const registered = routesOf(server, apiPrefix).map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(routes.map(({ name }) => name).toSorted()).toEqual(registered.toSorted());
});

/** What a sound request says, whole, then with each of its places spoiled in turn. */
const sweep = (route: Route): Pick<Request, 'query' | 'content'>[] => {
  const schema = Object.values(route.operation.requestBody?.content ?? {})[0]?.schema;
  const one = (part: Schema, name?: string): unknown =>
    fc.sample(fitting(part, { schemas, idFor: (key) => fc.constant(ours.ids[collections[key] ?? 'people']!), whole: true }, name), { numRuns: 1, seed: 1 })[0];
  const queries = (route.operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return [
    ...queries.flatMap(({ name, schema: part }) => spoiledEverywhere(one(part, name)).map((value) => ({ query: [`${name}=${encodeURIComponent(String(value).toWellFormed())}`], content: undefined }))),
    ...(schema ? [one(schema), ...spoiledEverywhere(one(schema))] : []).map((value) => ({ query: [], content: { value } })),
  ];
};

test('no route shows an administrator anything from within a centre', async () => {
  const failures: string[] = [];
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const request: Request = { as: 'administrator', path: ownPath(route), query: [], match: 'current', headers: {}, content: undefined, cookie: '' };
    await send(route, request)
      .then((sent) => inspect(route, sent))
      .catch((error: Error) => failures.push(`${route.name}: ${error.message.slice(0, 300)}`));
  }
  expect(failures.join('\n')).toBe('');
});

test('every field of every body and every word of every query, spoiled in turn, is answered as documented', async () => {
  const failures: string[] = [];
  for (const route of routes) {
    const known = {};
    for (const said of sweep(route)) {
      const as = managed.includes(route.name) ? 'administrator' : 'adviser';
      const request: Request = { as, path: ownPath(route), match: 'current', headers: {}, cookie: '', ...said };
      await inSeconds(20, send(route, request, known))
        .then((sent) => inspect(route, sent))
        .catch((error: Error) => failures.push(`${route.name} ${JSON.stringify(said).slice(0, 500)}: ${error.message.slice(0, 300)}`));
    }
  }
  expect(failures.join('\n')).toBe('');
}, 400_000);

test('whatever is sent to whichever route, it is answered, as documented, and touches nothing of another centre', async () => {
  const before = await checksumOf(server, theirs.organizationId);
  const failures: string[] = [];
  for (const route of routes) {
    const property = fc.asyncProperty(requestOf(route), async (request) => {
      fc.pre(request.as !== 'administrator' || !administered.includes(route.path) || request.path['{organizationId}'] !== theirs.organizationId);
      inspect(route, await inSeconds(20, send(route, request)));
    });
    const found = await fc.check(property, { numRuns: ending.includes(route.name) ? 4 : route.operation.requestBody ? 10 : 5 });
    if (found.failed) failures.push(`${route.name}: ${String(found.errorInstance)}\n${fc.defaultReportMessage(found)?.slice(0, 4000)}`);
  }
  expect(failures.join('\n\n')).toBe('');
  await expect.poll(() => server.asOwner(`SELECT id FROM task WHERE kind = 'intake' AND state NOT IN ('done', 'failed')`), { timeout: 60_000 }).toEqual([]);
  expect(await server.asOwner(`SELECT DISTINCT result ->> 'code' AS code FROM task WHERE kind = 'intake' AND state = 'failed'`)).toEqual([]);
  expect(await checksumOf(server, theirs.organizationId)).toBe(before);
}, 400_000);
