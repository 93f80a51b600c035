import { describe, expect, it } from 'vitest';
import { deviceName } from './device.ts';
import { changesOf, differingPaths, laidOver, mergePatch, sameValue, withoutEmpty, withValueAt } from './form-values.ts';
import { formatsFor } from './format.ts';
import { keyed } from './idempotency.ts';
import { nextSort, parseSearch, stringifySearch } from './list-state.ts';
import { codeOf, fieldPath, problemFrom, zodIssueCode } from './problem.ts';

describe('values of a form', () => {
  it('sends an emptied field as null and leaves untouched ones out', () => {
    expect(mergePatch({ name: 'A', phone: '1', note: 'x' }, { name: 'A', phone: '', note: 'y' })).toEqual({ phone: null, note: 'y' });
  });
  it('patches inside objects but sends lists whole', () => {
    expect(mergePatch({ name: { fr: 'a', nl: 'b' }, marks: ['x'] }, { name: { fr: 'a', nl: '' }, marks: ['x', 'y'] })).toEqual({ name: { nl: null }, marks: ['x', 'y'] });
  });
  it('keeps false and zero, drops blanks and empty objects', () => {
    expect(withoutEmpty({ a: false, b: 0, c: '  ', d: { e: '' }, f: ' x ' })).toEqual({ a: false, b: 0, f: 'x' });
  });
  it('does not take an empty field for a change', () => {
    expect(sameValue({ phone: '' }, {})).toBe(true);
    expect(sameValue({ at: ['a', 'b'] }, { at: ['b', 'a'] })).toBe(false);
  });
  it('writes inside lists without touching the old values', () => {
    const before = { periods: [{ start: '1' }, { start: '2' }] };
    expect(withValueAt(before, 'periods.1.start', '3')).toEqual({ periods: [{ start: '1' }, { start: '3' }] });
    expect(before.periods[1]).toEqual({ start: '2' });
  });
});

describe('problems', () => {
  it('names the field of a form by the issue of the server', () => expect(fieldPath('people[3].contract.end')).toBe('people.3.contract.end'));
  it('takes the code from the end of the type', () => expect(codeOf('urn:problem-type:beffroi:wrongCredentials')).toBe('wrongCredentials'));
  it('makes a problem of a broken line and of a page of a proxy', () => {
    expect(codeOf(problemFrom(undefined, 0).type)).toBe('offline');
    expect(codeOf(problemFrom('<html>', 503).type)).toBe('serviceUnavailable');
  });
  it('keeps our own codes and turns those of zod into few words', () => {
    expect(zodIssueCode({ message: 'endBeforeStart', path: ['end'] })).toBe('endBeforeStart');
    expect(zodIssueCode({ code: 'too_small', origin: 'string', message: 'Too small: expected string', path: [] })).toBe('required');
    expect(zodIssueCode({ code: 'too_small', origin: 'number', message: 'Too small: expected number', path: [] })).toBe('tooSmall');
  });
});

describe('keys of what is sent', () => {
  const post = (path: string, body: BodyInit) => new Request(`http://localhost/api/beffroi/v1${path}`, { method: 'POST', body });
  const keyOf = async (request: Request, status: number | undefined): Promise<string | null> => {
    const answered = await keyed(request);
    if (status !== undefined) answered(status);
    return request.headers.get('Idempotency-Key');
  };
  it('are kept while nobody knows what became of the request, and new after an answer', async () => {
    const first = await keyOf(post('/organizations/1/people', '{"a":1}'), undefined);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(await keyOf(post('/organizations/1/people', '{"a":2}'), 201)).not.toBe(first);
    expect(await keyOf(post('/organizations/1/services', '{"a":1}'), 201)).not.toBe(first);
    expect(await keyOf(post('/organizations/1/people', '{"a":1}'), 503)).toBe(first);
    expect(await keyOf(post('/organizations/1/people', '{"a":1}'), 201)).toBe(first);
    expect(await keyOf(post('/organizations/1/people', '{"a":1}'), 201)).not.toBe(first);
  });
  it('know a form again whatever its boundary', async () => {
    const form = () => {
      const body = new FormData();
      body.append('file', new Blob(['PK']), 'a.xlsx');
      return body;
    };
    expect(await keyOf(post('/organizations/1/intakes?dryRun=true', form()), 504)).toBe(await keyOf(post('/organizations/1/intakes?dryRun=true', form()), 202));
  });
  it('belong to what makes something only', async () => {
    for (const path of ['/organizations/1/people/search', '/session', '/me/password', '/setup']) expect(await keyOf(post(path, '{}'), undefined)).toBeNull();
  });
});

describe('addresses of lists', () => {
  it('keeps texts as they are, numbers too', () => expect(parseSearch('?sort=-date&year=2026')).toEqual({ sort: '-date', year: '2026' }));
  it('leaves empty filters out', () => expect(stringifySearch({ kind: '', sort: 'name' })).toBe('?sort=name'));
  it('sorts up, down, then not', () => expect(['', 'name', '-name'].map((current) => nextSort(current, 'name'))).toEqual(['name', '-name', '']));
});

describe('times', () => {
  it('shows a civil date as that day, whatever the zone of the browser', () => expect(formatsFor('fr').date('2026-11-24')).toBe('24 novembre 2026'));
});

describe('devices', () => {
  it('tells browsers apart that name each other', () => {
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0')).toBe('Edge, Windows');
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari, iPhone');
  });
});

describe('drafts', () => {
  const record = { lastName: 'Dubois', phone: '1', ssin: '85073003328', name: { fr: 'a', nl: 'b' }, marks: ['x'] };
  it('hold what was changed and from what, as deep as objects go, and never a national number or a secret', () => {
    const changed = { ...record, phone: '2', ssin: '', name: { fr: 'c', nl: 'b' }, marks: ['x', 'y'], newPassword: 'sept girafes' };
    expect(changesOf(record, changed)).toEqual([
      { path: 'phone', from: '1', to: '2' },
      { path: 'name.fr', from: 'a', to: 'c' },
      { path: 'marks', from: ['x'], to: ['x', 'y'] },
    ]);
  });
  it('laid over a record that others changed since, keep what others wrote elsewhere', () => {
    const { values, from } = laidOver({ ...record, lastName: 'Martin', phone: '9' }, changesOf(record, { ...record, phone: '2', name: { fr: 'c', nl: 'b' } }));
    expect(values).toMatchObject({ lastName: 'Martin', phone: '2', name: { fr: 'c', nl: 'b' }, ssin: record.ssin });
    expect(from).toMatchObject({ lastName: 'Martin', phone: '1', name: { fr: 'a', nl: 'b' } });
  });
  it('say nothing of what was not changed', () => {
    expect(differingPaths(record, { ...record, phone: ' 1 ', extra: '' })).toEqual([]);
    expect(differingPaths({}, { name: { fr: 'a' } })).toEqual(['name.fr']);
    expect(differingPaths({ name: { fr: 'a' } }, {})).toEqual(['name.fr']);
  });
});
