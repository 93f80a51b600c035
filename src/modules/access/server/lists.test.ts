import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, type TestServer, testServer } from '../../../../test/harness.ts';
import { freezeList } from './service.ts';

type List = { id: string; number: number; rights: number; people: number; on: string; reason: string; contentHash: string };

describeOnBothEngines('frozen lists of access rights', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let person: string;
  let resource: string;
  let grant: string;
  beforeAll(async () => {
    server = await testServer({ engine, now: new Date('2026-11-23T09:00:00Z') });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    person = await server.addPerson(centre, { firstName: 'Amélie', lastName: 'Renard' });
    resource = await server.addRecord(centre, 'resource', { name: 'Logiciel social', kind: 'application', levels: '{read,write}', socialData: true, searchText: 'x' });
    grant = await server.addRecord(centre, 'accessGrant', { personId: person, resourceId: resource, level: 'write', start: '2025-01-01', account: 'renard', source: 'hand' });
  });
  afterAll(() => server.close());
  const lists = () => `/organizations/${centre}/accessLists`;
  const freeze = (body: Record<string, unknown> = {}) => server.call('POST', lists(), { as: adviser, body });

  test('a list is frozen with its documents, is never changed, and says what changed since', async () => {
    const made = await freeze({ note: 'Avant le contrôle' });
    expect(made.statusCode).toBe(201);
    const list = made.json<List>();
    expect(list).toMatchObject({ number: 1, rights: 1, people: 1, on: '2026-11-23', reason: 'demand' });
    for (const [format, head] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ] as const) {
      const file = await server.call('GET', `${lists()}/${list.id}/file?format=${format}`, { as: adviser });
      expect(file.rawPayload.subarray(0, head.length).toString('latin1')).toBe(head);
      expect(file.headers['content-disposition']).toContain(`valombre-droits-acces-2026-11-23-1.${format}`);
    }
    await expect(server.asOwner('UPDATE access_list SET note = NULL')).rejects.toThrow('a frozen list does not change');
    await expect(server.asOwner('DELETE FROM access_list')).rejects.toThrow('a frozen list does not change');
    const since = async (query = '') => (await server.call('GET', `${lists()}/${list.id}/differences${query}`, { as: adviser })).json<{ items: object[] }>().items;
    expect(await since()).toEqual([]);
    await server.asOwner(`UPDATE access_grant SET level = 'read' WHERE id = $1`, [grant]);
    expect(await since()).toMatchObject([
      { change: 'came', person: 'Amélie Renard', resource: 'Logiciel social', level: 'read' },
      { change: 'went', level: 'write' },
    ]);
    // Another freezes it at a review, of a day before: compared with that one, the same right is there.
    const scope = { organizations: [centre], actor: { kind: 'account' as const, id: adviser.id } };
    const review = await freezeList(server.services, scope, centre, { reason: 'review', on: '2026-01-05', language: 'de' });
    expect(review.number).toBe(2);
    expect(await since(`?with=${review.id}`)).toHaveLength(2);
    const all = (await server.call('GET', lists(), { as: adviser })).json<{ items: List[] }>().items;
    expect(all.map(({ number, reason, on }) => [number, reason, on])).toEqual([
      [1, 'demand', '2026-11-23'],
      [2, 'review', '2026-01-05'],
    ]);
  });

  test('two who freeze at once have versions of different numbers; a day to come is refused', async () => {
    const made = await Promise.all([freeze(), freeze()]);
    expect(new Set(made.map((one) => one.json<List>().number)).size).toBe(2);
    expect((await freeze({ on: '2027-01-01' })).statusCode).toBe(400);
  });
});
