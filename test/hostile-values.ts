import fc from 'fast-check';

/** As much of a schema of OpenAPI 3.0 as our document uses. */
export type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  example?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
};

/** What a text must never be taken for: code of some kind, a text that no column can hold, a date that is none, a name that JavaScript knows. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  "'; DROP TABLE person; --",
  "' OR '1'='1",
  '%_\\%',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.be")',
  '@SUM(1)',
  '{{centre.name}}',
  '${7*7}',
  '#set text(red)',
  '../../../../etc/passwd',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\u202egnp.exe',
  '\ufeff',
  '\u0007\u001b[31m',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '9223372036854775808',
  '0000-00-00',
  '9999-12-31',
  '2026-02-30',
  '2026-13-01',
  '+002026-01-01',
  'infinity',
  '2026-11-24T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'a'.repeat(300),
  'é'.repeat(70_000),
  `${'a.'.repeat(20_000)}@`,
];

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1);

/** A value that fits nowhere, of every type that JSON has. */
const misfit: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...hostileTexts) },
  fc.constantFrom<unknown>(null, true, false, 0, -1, -0.5, 2 ** 31, 2 ** 53, 1e308, -1e308, [], {}, [[]], [null], deep(19), deep(21), deep(3000)),
  fc.constantFrom<unknown>(
    Array.from({ length: 20_000 }, () => 0),
    Array.from({ length: 60 }, () => ({})),
    Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, index])),
    Object.fromEntries([['__proto__', { admin: true }]]),
    { constructor: { prototype: { admin: true } } },
    { toJSON: 'x', length: 1e9 },
  ),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
);

/** What a value of this kind must above all not be exchanged for, unnoticed. */
const fears = (value: unknown): unknown[] => {
  if (typeof value === 'number') return [-1, 1.5, 2 ** 31, 2 ** 53, 1e308, '1', null];
  if (typeof value === 'boolean') return ['true', 0, null];
  if (typeof value !== 'string') return [null, [], {}, 'x', [null], deep(25)];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return ['0000-00-00', '0001-01-01', '9999-12-31', '2026-02-30', '2026-13-01', 'infinity', 20260101];
  if (/^[0-9a-f]{8}-/.test(value)) return ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', "' OR '1'='1", '', 1];
  return ['', 'a\0b', 'a\ud800', '\u202ea\u0007', 'é'.repeat(70_000), "{{x}}<b>'", '=1+1', 1, {}];
};

type Place = readonly (string | number)[];
const placesOf = (value: unknown, at: Place = []): Place[] => [
  at,
  ...(value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, item]) => placesOf(item, [...at, Array.isArray(value) ? Number(key) : key])) : []),
];
/** The value with what `change` makes of the one at that place; undefined takes it away. */
const changed = (value: unknown, place: Place, change: (old: unknown) => unknown): unknown => {
  const [first, ...rest] = place;
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === first ? changed(item, rest, change) : item));
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, key === first ? changed(item, rest, change) : (item as unknown)]));
};
const withMember = (old: unknown, key: string, value: unknown): unknown =>
  old !== null && typeof old === 'object' && !Array.isArray(old) ? Object.fromEntries([...Object.entries(old), [key, value]]) : value;

/** The value spoiled in each of its places with each of what is feared there. */
export const spoiledEverywhere = (value: unknown): unknown[] =>
  placesOf(value).flatMap((place) => fears(place.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value)).map((wrong) => changed(value, place, () => wrong)));

/** A value of `fitting` with one place spoiled: another value there, nothing there, or a member that nobody asked for. */
export const spoiled = (fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(fitting, fc.nat(), misfit, fc.constantFrom('other', 'other', 'nothing', 'more'), fc.constantFrom(...hostileTexts, 'id', 'organizationId', 'version')).map(([value, at, wrong, how, key]) => {
    const places = placesOf(value);
    return changed(value, places[at % places.length] ?? [], (old) => (how === 'nothing' ? undefined : how === 'more' ? withMember(old, key, wrong) : wrong));
  });

/** A body that is no JSON object at all, or not in the encoding that it says, with the type it claims to be. */
export const rawBody: fc.Arbitrary<{ bytes: Buffer; type: string | undefined }> = fc.record({
  bytes: fc.oneof(
    fc
      .constantFrom('', '{', 'null', '[]', '"x"', '0', '1e999', '{"a":1,"a":2}', '\ufeff{}', '{"a":\u0000}', '{}{}', "{'a':1}", `${'['.repeat(100_000)}`, 'a=1&b[c]=2', '--x\r\n\r\n--x--')
      .map((text) => Buffer.from(text)),
    fc.constantFrom(Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), Buffer.from('{"lastName":"\xff\xfe"}', 'latin1'), Buffer.from('{"name":"\xed\xa0\x80"}', 'latin1'), Buffer.alloc(2_000_000, 0x20)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  ),
  type: fc.constantFrom(
    'application/json',
    'application/merge-patch+json',
    'application/json; charset=utf-16',
    'application/json;;;=',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
    '/',
    '__proto__',
    undefined,
  ),
});

/** Where the schemas of a document stand, what ids to put under a name, and whether what may be absent never is. */
type Means = { schemas: Record<string, Schema>; idFor: (name: string) => fc.Arbitrary<string>; whole?: boolean };

/** Values that a schema accepts, or nearly: rules between fields are for the server to know. */
export const fitting = (schema: Schema, means: Means, name = ''): fc.Arbitrary<unknown> => {
  const { schemas, idFor, whole = false } = means;
  const inner = (part: Schema, key = name): fc.Arbitrary<unknown> => fitting(part, means, key);
  const record = (properties: Record<string, fc.Arbitrary<unknown>>, required: string[]) => fc.record(properties, { requiredKeys: whole ? Object.keys(properties) : required });
  if (schema.$ref) {
    const target = schema.$ref.split('/').at(-1) ?? '';
    // A patch takes any part of what the record takes whole, and `null` for what shall go.
    const complete = schemas[target.replace(/PatchInput$/, 'DataInput')] ?? {};
    const found = schemas[target] ?? {};
    if (!target.endsWith('PatchInput') || found.properties) return inner(found);
    return record(Object.fromEntries(Object.entries(complete.properties ?? {}).map(([key, part]) => [key, whole ? inner(part, key) : fc.option(inner(part, key), { freq: 6 })])), []);
  }
  const alternatives = schema.allOf ?? schema.anyOf;
  if (alternatives) return fc.oneof(...alternatives.map((part) => inner(part)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') return record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, inner(part, key)])), schema.required ?? []);
  if (schema.type === 'array') return fc.array(inner(schema.items ?? {}), { minLength: whole ? 1 : 0, maxLength: Math.min(schema.maxItems ?? 3, 3) });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
  if (schema.format === 'uuid') return idFor(name);
  // What has a start has an end after it, most of the time.
  if (schema.format === 'date') return fc.constantFrom(...(name === 'start' ? ['1900-01-01', '2020-02-29', '2025-01-01'] : ['2024-12-31', '2026-01-01', '2199-12-31']));
  return text(schema);
};

const text = (schema: Schema): fc.Arbitrary<string> => {
  if (schema.format === 'email') return fc.nat(1e6).map((number) => `p${number}@example.be`);
  if (schema.format === 'uri') return fc.webUrl();
  if (schema.example !== undefined) return fc.constant(String(schema.example));
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  const shortest = schema.minLength ?? 0;
  return fc.string({ unit: 'grapheme-composite', minLength: shortest, maxLength: Math.max(shortest, Math.min(schema.maxLength ?? 40, 40)) });
};
