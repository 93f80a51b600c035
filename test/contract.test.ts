import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { apiPrefix } from '../src/server/http/app.ts';
import { routesOf } from './centre.ts';
import { testServer, type TestServer } from './harness.ts';

type Schema = {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
  nullable?: boolean;
  type?: string;
  enum?: unknown[];
};
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema };
type Operation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: Schema; example?: unknown }> }>;
};
type Document = { openapi: string; servers: { url: string }[]; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

let server: TestServer;
let document: Document;
let operations: { name: string; path: string; method: string; operation: Operation }[];

beforeAll(async () => {
  server = await testServer();
  document = (await server.call('GET', '/doc/openapi.json')).json() as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, method, operation })),
  );
});
afterAll(() => server.close());

const lowerCamelCase = /^[a-z][a-zA-Z0-9]*$/;
const upperCamelCase = /^[A-Z][a-zA-Z0-9]*$/;
/** The operations that break a rule, by name. */
const breaking = (breaks: (one: (typeof operations)[number]) => boolean): string[] => operations.filter(breaks).map(({ name }) => name);

/** Every schema inside another, with where it stands. */
const within = (schema: Schema | undefined, place: string): { schema: Schema; place: string }[] => {
  if (!schema || typeof schema !== 'object') return [];
  const parts = [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
  ];
  return [{ schema, place }, ...parts.flatMap((part) => within(part, place)), ...Object.entries(schema.properties ?? {}).flatMap(([key, member]) => within(member, `${place}.${key}`))];
};
const schemas = (): { schema: Schema; place: string }[] => [
  ...Object.entries(document.components.schemas).flatMap(([name, schema]) => within(schema, name)),
  ...operations.flatMap(({ name, operation }) => [
    ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => within(schema, `${name} body`)),
    ...Object.entries(operation.responses).flatMap(([status, response]) => Object.values(response.content ?? {}).flatMap(({ schema }) => within(schema, `${name} ${status}`))),
  ]),
];

test('is OpenAPI 3.0, open to all, in JSON and in YAML alike', async () => {
  expect(document.openapi).toMatch(/^3\.0\.\d+$/);
  expect(document.servers[0]?.url).toBe(`http://localhost:3000${apiPrefix}`);
  const yaml = await server.call('GET', '/doc/openapi.yaml');
  expect(yaml.headers['content-type']).toMatch('application/yaml');
  expect(parse(yaml.body)).toEqual(document);
});

test('documents every route but its own, and no other', () => {
  const documented = operations.map(({ name }) => name).toSorted();
  const registered = routesOf(server, apiPrefix)
    .filter(({ path }) => !path.startsWith('/doc/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(documented).toEqual(registered.toSorted());
});

test('each operation has an own lowerCamelCase id, one tag at least, and a summary', () => {
  expect(breaking(({ operation }) => !lowerCamelCase.test(operation.operationId ?? ''))).toEqual([]);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(breaking(({ operation }) => !operation.tags?.length || !operation.tags.every((tag) => lowerCamelCase.test(tag)))).toEqual([]);
  expect(breaking(({ operation }) => (operation.summary ?? '').length < 6 || operation.summary!.endsWith('.'))).toEqual([]);
});

test('each operation answers a problem by default, and says what it answers else', () => {
  expect(breaking(({ operation }) => !JSON.stringify(operation.responses['default'] ?? {}).includes('/Problem"'))).toEqual([]);
  expect(breaking(({ operation }) => !Object.keys(operation.responses).some((status) => /^[23]\d\d$/.test(status)))).toEqual([]);
});

test('addresses are plural nouns or verbs in lowerCamelCase, without a slash at the end', () => {
  const single = new Set(['health', 'me', 'session', 'setup', 'password', 'check', 'search', 'export', 'pool', 'doc', 'refData']);
  const parts = [...new Set(Object.keys(document.paths).flatMap((path) => path.slice(1).split('/')))];
  expect(Object.keys(document.paths).filter((path) => path.endsWith('/'))).toEqual([]);
  expect(parts.filter((part) => !(part.startsWith('{') ? /^\{[a-z][a-zA-Z0-9]*\}$/ : lowerCamelCase).test(part))).toEqual([]);
  // What follows a collection or record and is no collection itself: a single thing, or an action.
  const collections = Object.keys(document.paths).flatMap((path) => [...path.matchAll(/\/(\w+)\/\{/g)].map((found) => found[1]!));
  expect(collections.filter((part) => !single.has(part) && !/people$/i.test(part) && !part.endsWith('s'))).toEqual([]);
});

test('properties are lowerCamelCase, components UpperCamelCase, and nothing is null', () => {
  const names = schemas().flatMap(({ schema, place }) => Object.keys(schema.properties ?? {}).map((key) => ({ key, place })));
  expect(names.filter(({ key }) => !lowerCamelCase.test(key))).toEqual([]);
  expect(Object.keys(document.components.schemas).filter((name) => !upperCamelCase.test(name))).toEqual([]);
  expect(
    schemas()
      .filter(({ schema, place }) => schema.nullable && !/patch/i.test(place))
      .map(({ place }) => place),
  ).toEqual([]);
  expect(
    schemas()
      .filter(({ schema }) => Array.isArray(schema.type))
      .map(({ place }) => place),
  ).toEqual([]);
});

test('codes are lowerCamelCase', () => {
  const codes = schemas().flatMap(({ schema, place }) => (schema.enum ?? []).map((code) => ({ code, place })));
  // The states of health are those of the guide.
  expect(codes.filter(({ code, place }) => typeof code === 'string' && !lowerCamelCase.test(code) && !place.startsWith('Health') && !place.includes('/health'))).toEqual([]);
});

test('references lead somewhere', () => {
  const refs = schemas().flatMap(({ schema, place }) => (schema.$ref ? [{ name: schema.$ref.replace('#/components/schemas/', ''), place }] : []));
  expect(refs.filter(({ name }) => !document.components.schemas[name])).toEqual([]);
});

test('parameters of an address and of a query are documented, in lowerCamelCase', () => {
  for (const { name, path, operation } of operations) {
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(inPath.map((parameter) => parameter.name).toSorted(), name).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!).toSorted());
    expect(
      inPath.every((parameter) => parameter.required),
      name,
    ).toBe(true);
    for (const parameter of operation.parameters ?? []) {
      expect(parameter.schema, `${name} ${parameter.name}`).toBeTruthy();
      if (parameter.in !== 'header') expect(parameter.name, name).toMatch(lowerCamelCase);
    }
  }
});

test('names and national numbers stand in no address', () => {
  const parameters = operations.flatMap(({ name, operation }) => (operation.parameters ?? []).map((parameter) => ({ name, parameter: parameter.name })));
  const personal = parameters.filter(({ name, parameter }) => /^(?:ssin|firstName|lastName|email|name|q)$/.test(parameter) || (parameter === 'text' && name.includes('/people')));
  expect(personal).toEqual([]);
});

test('a list pages by key and tells its parts', () => {
  const lists = operations.filter(({ method, operation }) => method === 'get' && operation.parameters?.some(({ name }) => name === 'after'));
  expect(lists.length).toBeGreaterThan(5);
  for (const { name, operation } of lists) {
    const parameters = operation.parameters!.map((parameter) => parameter.name);
    expect(parameters, name).toEqual(expect.arrayContaining(['after', 'pageSize', 'sort']));
    const [body] = Object.values(operation.responses['200']!.content ?? {});
    const schema = body?.schema?.$ref ? document.components.schemas[body.schema.$ref.replace('#/components/schemas/', '')] : body?.schema;
    expect(Object.keys(schema?.properties ?? {}), name).toEqual(expect.arrayContaining(['self', 'items', 'total', 'pageSize', 'next']));
  }
});

test('a change is a JSON Merge Patch', () => {
  expect(breaking(({ method, operation }) => method === 'patch' && Object.keys(operation.requestBody?.content ?? {}).join() !== 'application/merge-patch+json')).toEqual([]);
});

test('problems are answered as the guide says', async () => {
  for (const [method, path] of [
    ['GET', '/nowhere'],
    ['GET', '/me'],
    ['POST', '/session'],
    ['GET', '/organizations/x/people'],
    ['PUT', '/me'],
  ] as const) {
    const answer = await server.call(method, path, method === 'POST' ? { body: {} } : {});
    expect(answer.headers['content-type'], path).toMatch(/^application\/problem\+json/);
    expect(answer.json(), path).toMatchObject({
      type: expect.stringMatching(/^urn:problem-type:/),
      status: answer.statusCode,
      title: expect.any(String),
      detail: expect.any(String),
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    });
    expect(answer.headers['belgov-trace-id'], path).toBeTruthy();
  }
});

test('health is UP while the database answers, and DOWN without a word more when it does not', async () => {
  expect((await server.call('GET', '/health')).json()).toEqual({ status: 'UP' });
  const lost = await testServer();
  expect((await lost.call('GET', '/health')).statusCode).toBe(200);
  await lost.db.close();
  const answer = await lost.call('GET', '/health');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ status: 'DOWN' });
  await lost.close();
});
