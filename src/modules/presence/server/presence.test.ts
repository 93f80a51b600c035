import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { newId } from '../../../kernel/id.ts';
import { purgeEditing } from './store.ts';

describeOnBothEngines('who has a form open', (engine) => {
  let server: TestServer;
  let centre: string;
  let anne: Account;
  let bart: Account;
  let now = new Date('2026-11-23T09:42:00Z');
  const record = newId();
  type Others = { name: string; since: string; fields: string[] }[];

  const tell = (as: Account, body: object, where = centre) => server.call('POST', `/organizations/${where}/editing`, { as, body: { register: 'person', recordId: record, ...body } });
  const others = async (as: Account, body: object = {}): Promise<Others> => {
    const answer = await tell(as, body);
    expect(answer.statusCode, answer.body).toBe(200);
    return (answer.json() as { others: Others }).others;
  };
  const later = (seconds: number): void => {
    now = new Date(now.getTime() + seconds * 1000);
  };

  beforeAll(async () => {
    server = await testServer({ engine, now: () => now });
    centre = await server.addCentre({ slug: 'presence' });
    anne = await server.addAccount({ centre, roles: ['adviser'] });
    bart = await server.addAccount({ centre, roles: ['directorGeneral'] });
  });
  afterAll(() => server.close());

  test('the second is told who, since when and which fields; the first learns of the second', async () => {
    expect(await others(anne)).toEqual([]);
    later(60 * 5);
    await others(anne, { fields: ['phone'] });
    later(10);
    await others(anne, { fields: ['phone', 'note'] });
    const [first] = await others(bart);
    // Since the change began, not since the page was opened.
    expect(first).toMatchObject({ fields: ['phone', 'note'], since: '2026-11-23T09:47:00.000Z' });
    expect(first?.name).toBeTruthy();
    expect(await others(anne)).toMatchObject([{ fields: [] }]);
  });

  test('whoever closes the form, or falls silent, is there no more, and is forgotten', async () => {
    await others(anne, { fields: ['phone'] });
    await others(anne, { done: true });
    expect(await others(bart)).toEqual([]);
    await others(anne);
    later(31);
    expect(await others(bart)).toEqual([]);
    later(31);
    await purgeEditing(server.db.kysely, now);
    expect(await server.asOwner('SELECT * FROM editing')).toEqual([]);
  });

  test('another record, another centre and whoever may not read the register are told nothing', async () => {
    await others(anne, { fields: ['phone'] });
    expect(await others(bart, { recordId: newId() })).toEqual([]);
    const reception = await server.addAccount({ centre, roles: ['reception'] });
    expect((await tell(reception, {})).statusCode).toBe(403);
    const elsewhere = await server.addCentre({ slug: 'elsewhere' });
    const stranger = await server.addAccount({ centre: elsewhere, roles: ['adviser'] });
    expect((await tell(stranger, {})).statusCode).toBe(404);
    expect((await tell(stranger, {}, elsewhere)).json()).toEqual({ others: [] });
    expect((await tell(anne, { fields: ['<b>'] })).statusCode).toBe(400);
  });
});
