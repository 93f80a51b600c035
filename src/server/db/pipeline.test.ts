import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../test/harness.ts';
import type { Scope, Tx } from './database.ts';
import { statementNames } from './prepared.ts';

describeOnBothEngines('transactions', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  beforeAll(async () => {
    server = await testServer({ engine });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());
  const scope = (organizations = [centre]): Scope => ({ organizations, actor: { kind: 'command' } });
  const names = async (tx: Tx): Promise<string[]> => (await sql<{ lastName: string }>`SELECT last_name FROM person ORDER BY last_name`.execute(tx)).rows.map((row) => row.lastName);
  const add = (tx: Tx, name: string) =>
    sql`INSERT INTO person (organization_id, id, last_name, first_name, kind, search_text) VALUES (${centre}, gen_random_uuid(), ${name}, 'Ida', 'staff', 'x')`.execute(tx);

  test('what was written before an error is gone, and the connection serves the next as if nothing had been', async () => {
    for (let n = 0; n < 10; n += 1) {
      const failed = server.db.tx(scope(), async (tx) => {
        await add(tx, 'Perdue');
        throw new Error('after the statement');
      });
      await expect(failed).rejects.toThrow('after the statement');
      await expect(server.db.tx(scope(), (tx) => sql`SELECT 1 / 0`.execute(tx))).rejects.toThrow('division by zero');
      expect(await server.db.tx(scope(), names)).not.toContain('Perdue');
    }
  });

  test('an error that the work swallows does not let the rest be acknowledged', async () => {
    const done = server.db.tx(scope(), async (tx) => {
      await add(tx, 'Perdue');
      await sql`SELECT 1 / 0`.execute(tx).catch(() => undefined);
      return 'done';
    });
    await expect(done).rejects.toThrow();
    expect(await server.db.tx(scope(), names)).not.toContain('Perdue');
  });

  test('statements sent together are done in their order, each with its own answer', async () => {
    const answers = await server.db.tx(scope(), (tx) => Promise.all([add(tx, 'Une'), names(tx), add(tx, 'Deux'), names(tx)]));
    expect([answers[1].includes('Une'), answers[1].includes('Deux'), answers[3].includes('Deux')]).toEqual([true, false, true]);
  });

  test('a branch that goes on after another has failed does nothing more, on this connection or in another’s transaction', async () => {
    const late = Promise.withResolvers<void>();
    const branches: Promise<unknown>[] = [];
    const failed = server.db.tx(scope(), async (tx) => {
      await names(tx);
      branches.push(late.promise.then(() => add(tx, 'Trop tard')));
      await Promise.all([...branches, sql`SELECT 1 / 0`.execute(tx)]);
    });
    await expect(failed).rejects.toThrow('division by zero');
    late.resolve();
    await expect(branches[0]).rejects.toThrow('The transaction is over');
    expect(await server.db.tx(scope(), names)).not.toContain('Trop tard');
  });

  test('where the transaction cannot begin, what would write outside of it is not sent', async () => {
    const write = server.db.tx({ organizations: [centre], actor: { kind: 'command', id: 'no id' } }, (tx) => sql`UPDATE account SET name = 'x'`.execute(tx));
    await expect(write).rejects.toThrow();
    await expect(server.db.tx({ organizations: [centre], actor: { kind: 'command', id: 'a\0b' } }, names)).rejects.toThrow('NUL');
    expect(await server.asOwner('SELECT 1 FROM account WHERE name = $1', ['x'])).toEqual([]);
  });

  test('where the scope cannot be entered nothing is done, and it is said why', async () => {
    const seen: string[] = [];
    const entered = server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, async (tx) => void seen.push(...(await names(tx))), { seconds: -3 });
    await expect(entered).rejects.toThrow('statement_timeout');
    expect(seen).toEqual([]);
  });

  test('a scope is a value, whatever is in it', async () => {
    await expect(server.db.tx(scope([`${centre}}', false), set_config('beffroi.scope', '{${centre}`]), names)).rejects.toThrow(/malformed array literal|invalid input syntax/);
    await expect(server.db.tx(scope([]), names)).resolves.toEqual([]);
    await expect(server.db.tx(scope(), names)).resolves.toContain('Une');
  });

  test('a list that is asked often bears a column that a newer node adds', async () => {
    const list = async (): Promise<number> => (await server.call('GET', `/organizations/${centre}/people`, { as: adviser })).statusCode;
    for (let n = 0; n < 8; n += 1) expect(await list()).toBe(200);
    await server.asOwner('ALTER TABLE person ADD COLUMN of_tomorrow text');
    for (let n = 0; n < 8; n += 1) expect(await list()).toBe(200);
  });
});

test('a statement is kept from the fifth asking on, under one name, unless what it answers may change', () => {
  const statementName = statementNames();
  const asked = (text: string): (string | undefined)[] => Array.from({ length: 6 }, () => statementName(text));
  const [first, ...more] = asked('SELECT count(*) FROM kept WHERE id = $1').toReversed();
  expect(first).toMatch(/^often\d+$/);
  expect(more).toEqual([first, undefined, undefined, undefined, undefined]);
  for (const text of ['SELECT * FROM kept WHERE id = $1', 'select "kept".* from kept where id = $1', 'insert into kept values ($1) returning *']) expect(asked(text).at(-1)).toBeUndefined();
});
