import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeOnBothEngines, testServer, type TestServer } from '../../../test/harness.ts';
import { forgedEntry, rechained } from '../../../test/rechain.ts';
import { newId } from '../../kernel/id.ts';
import type { Scope, Tx } from './database.ts';

describeOnBothEngines('the audit trail', (engine) => {
  let server: TestServer;
  let centre: string;
  let actor: string;
  let count = 0;

  beforeAll(async () => {
    server = await testServer({ engine });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    count += 1;
    centre = await server.addCentre({ slug: `audit-${count}` });
    actor = newId();
  });

  const scope = (...centres: string[]): Scope => ({ organizations: centres, actor: { kind: 'account', id: actor } });
  const addService = async (tx: Tx, organizationId: string, name: string): Promise<string> => {
    const id = newId();
    await sql`INSERT INTO service (organization_id, id, name, kind) VALUES (${organizationId}, ${id}, ${name}, 'social')`.execute(tx);
    return id;
  };
  type Entry = {
    id: string;
    action: string;
    record_id: string;
    record_version: number | null;
    actor_id: string;
    actor_kind: string;
    position: number;
    transaction_id: string;
    fields: { before?: Record<string, unknown>; after?: Record<string, unknown> };
  };
  const entries = (organizationId = centre): Promise<Entry[]> =>
    server.asOwner<Entry>(
      `SELECT e.* FROM audit_entry e JOIN audit_link l USING (organization_id, class, transaction_id) WHERE e.organization_id = $1 AND table_name = 'service' ORDER BY l.number, e.position`,
      [organizationId],
    );
  const links = (organizationId = centre): Promise<{ number: string; transaction_id: string; entries: number; hash: Buffer }[]> =>
    server.asOwner('SELECT number, transaction_id, entries, hash FROM audit_link WHERE organization_id = $1 ORDER BY number', [organizationId]);
  const faults = (): Promise<{ organization_id: string; number: string | null; fault: string; entry_id: string | null }[]> =>
    server.asOwner('SELECT * FROM audit_verify() WHERE organization_id = $1', [centre]);
  /** What the check finds after harm done with the owner's rights: fault, number of the link, entry. */
  const faultsAfter = async (harm: string, values: unknown[]): Promise<string[]> => {
    await server.asOwner(harm, values);
    return (await faults()).map(({ fault, number, entry_id }) => [fault, number, entry_id].filter(Boolean).join(' '));
  };

  test('an added, changed and deleted row leave who, what and which version', async () => {
    const id = await server.db.tx(scope(centre), (tx) => addService(tx, centre, 'Accueil'));
    await server.db.tx(scope(centre), (tx) => sql`UPDATE service SET name = 'Guichet' WHERE id = ${id}`.execute(tx));
    await server.db.tx(scope(centre), (tx) => sql`DELETE FROM service WHERE id = ${id}`.execute(tx));
    const found = await entries();
    expect(found.map(({ action, record_id, record_version, actor_id, actor_kind }) => ({ action, record_id, record_version, actor_id, actor_kind }))).toEqual(
      (['insert', 'update', 'delete'] as const).map((action, index) => ({ action, record_id: id, record_version: [1, 2, 2][index], actor_id: actor, actor_kind: 'account' })),
    );
    expect(found[0]?.fields.after).toEqual({ name: 'Accueil', kind: 'social', sees_personal_data: true });
    expect(found[1]?.fields).toEqual({ before: { name: 'Accueil' }, after: { name: 'Guichet' } });
    expect(found[2]?.fields.before).toMatchObject({ name: 'Guichet' });
    expect(await faults()).toEqual([]);
  });

  test('a value that becomes absent, or ceases to be, stands in the entry', async () => {
    const id = await server.db.tx(scope(centre), (tx) => addService(tx, centre, 'Accueil'));
    const above = await server.db.tx(scope(centre), (tx) => addService(tx, centre, 'Direction'));
    await server.db.tx(scope(centre), (tx) => sql`UPDATE service SET parent_id = ${above} WHERE id = ${id}`.execute(tx));
    await server.db.tx(scope(centre), (tx) => sql`UPDATE service SET parent_id = NULL WHERE id = ${id}`.execute(tx));
    const [, , given, taken] = await entries();
    expect(given?.fields).toEqual({ before: { parent_id: null }, after: { parent_id: above } });
    expect(taken?.fields).toEqual({ before: { parent_id: above }, after: { parent_id: null } });
  });

  test('one link per transaction, whatever it did, and one per centre that it touched', async () => {
    const other = await server.addCentre({ slug: `beside-${count}` });
    const before = (await links()).length;
    await server.db.tx(scope(centre, other), async (tx) => {
      for (const name of ['A', 'B', 'C']) await addService(tx, centre, name);
      await sql`UPDATE service SET kind = 'other' WHERE organization_id = ${centre}`.execute(tx);
      await addService(tx, other, 'A');
    });
    const ours = await links();
    expect(ours.slice(before)).toMatchObject([{ entries: 6 }]);
    expect((await links(other)).at(-1)).toMatchObject({ entries: 1, transaction_id: ours.at(-1)?.transaction_id });
    const positions = (await entries()).map(({ position }) => position);
    expect(new Set(positions).size).toBe(positions.length);
    expect(await faults()).toEqual([]);
  });

  test('a transaction rolled back leaves nothing, and a number is not lost', async () => {
    const before = await links();
    await expect(
      server.db.tx(scope(centre), async (tx) => {
        await addService(tx, centre, 'Accueil');
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await links()).toEqual(before);
    expect(await entries()).toEqual([]);
    expect(await server.asOwner('SELECT * FROM audit_pending')).toEqual([]);
    await server.db.tx(scope(centre), (tx) => addService(tx, centre, 'Accueil'));
    expect((await links()).map(({ number }) => Number(number))).toEqual(before.concat(before[0]!).map((_, index) => index + 1));
  });

  test('transactions over the same centres in opposite orders neither wait in a circle nor fork a chain', async () => {
    const other = await server.addCentre({ slug: `crossed-${count}` });
    const rounds = Array.from({ length: 12 }, (_, round) =>
      Promise.all([
        server.db.tx(scope(centre, other), async (tx) => {
          await addService(tx, centre, `one ${round}`);
          await addService(tx, other, `one ${round}`);
        }),
        server.db.tx(scope(centre, other), async (tx) => {
          await addService(tx, other, `two ${round}`);
          await addService(tx, centre, `two ${round}`);
        }),
      ]),
    );
    await Promise.all(rounds);
    const numbers = (await links()).map(({ number }) => Number(number));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBe(1 + 24);
    expect(await faults()).toEqual([]);
  });

  const story = async (): Promise<{ linked: Awaited<ReturnType<typeof links>>; written: Entry[] }> => {
    for (const name of ['A', 'B', 'C']) {
      await server.db.tx(scope(centre), async (tx) => {
        await addService(tx, centre, name);
        await addService(tx, centre, `${name}${name}`);
      });
    }
    expect(await faults()).toEqual([]);
    return { linked: await links(), written: await entries() };
  };

  test('an altered text is found, at its entry', async () => {
    const { written } = await story();
    expect(await faultsAfter(`UPDATE audit_entry SET fields = jsonb_set(fields, '{after,name}', '"X"') WHERE id = $1`, [written[2]!.id])).toEqual([`altered ${written[2]!.id}`]);
  });

  test('a text altered under cover of an erasure is found', async () => {
    const { written } = await story();
    expect(await faultsAfter(`UPDATE audit_entry SET erased_at = now(), fields = '{"after": {"name": "X"}}' WHERE id = $1`, [written[2]!.id])).toContain(`altered ${written[2]!.id}`);
  });

  test('a text erased by the recorded function leaves the chain whole; one blanked without a record is found', async () => {
    const { written } = await story();
    const erased = await server.asOwner(`SELECT audit_erase($1, 'ordinary', $2, 'retention ended')`, [centre, [written[2]!.id]]);
    expect(erased).toEqual([{ audit_erase: 1 }]);
    expect((await entries()).find(({ id }) => id === written[2]!.id)).toMatchObject({ fields: null });
    expect(await faults()).toEqual([]);
    expect(await faultsAfter('UPDATE audit_entry SET erased_at = now(), fields = NULL, salt = NULL WHERE id = $1', [written[3]!.id])).toEqual([`erasedUnrecorded ${written[3]!.id}`]);
  });

  test('another actor, action or time is found, at its link', async () => {
    const { written } = await story();
    expect(await faultsAfter('UPDATE audit_entry SET actor_id = gen_random_uuid() WHERE id = $1', [written[2]!.id])).toEqual(['broken 3']);
  });

  test('a removed entry is found, at its link', async () => {
    const { written } = await story();
    expect(await faultsAfter('DELETE FROM audit_entry WHERE id = $1', [written[2]!.id])).toEqual(['entryRemoved 3']);
  });

  test('a removed link is found, and the entries that it sealed', async () => {
    const { linked } = await story();
    const found = await faultsAfter('DELETE FROM audit_link WHERE transaction_id = $1', [linked[2]!.transaction_id]);
    expect(found).toContain('missingLink 4');
    expect(found).toContain('unsealed');
  });

  test('a whole transaction removed from the midst is found', async () => {
    const { linked } = await story();
    const transaction = linked[2]!.transaction_id;
    await server.asOwner('DELETE FROM audit_entry WHERE transaction_id = $1', [transaction]);
    await server.asOwner('DELETE FROM audit_link WHERE transaction_id = $1', [transaction]);
    expect((await faults()).map(({ fault }) => fault)).toContain('missingLink');
    await server.asOwner('UPDATE audit_link SET number = number - 1 WHERE organization_id = $1 AND number > 3', [centre]);
    expect((await faults()).map(({ fault }) => fault)).toContain('broken');
  });

  test('transactions put in another order are found', async () => {
    await story();
    await server.asOwner('UPDATE audit_link SET number = -number WHERE organization_id = $1 AND number IN (2, 3)', [centre]);
    await server.asOwner('UPDATE audit_link SET number = CASE number WHEN -2 THEN 3 ELSE 2 END WHERE organization_id = $1 AND number < 0', [centre]);
    expect((await faults()).map(({ fault }) => fault)).toContain('broken');
  });

  test('entries put in another order within their transaction are found', async () => {
    const { written } = await story();
    const [first, second] = [written[2]!, written[3]!];
    expect(await faultsAfter('UPDATE audit_entry SET position = CASE id WHEN $1 THEN $4::int ELSE $3::int END WHERE id IN ($1, $2)', [first.id, second.id, first.position, second.position])).toContain(
      'broken 3',
    );
  });

  test('an entry written by hand is found, however sound in itself: in a transaction that was, or in one of its own', async () => {
    const { linked } = await story();
    expect(await faultsAfter(forgedEntry(centre, linked[2]!.transaction_id), [])).toEqual(['broken 3']);
    await server.asOwner('DELETE FROM audit_entry WHERE organization_id = $1 AND position = 99', [centre]);
    expect(await faultsAfter(forgedEntry(centre, newId()), [])).toEqual(['unsealed']);
  });

  // The limit of a chain that lies where its changer works: the heads kept elsewhere find these (test/audit-tampering.test.ts).
  test('a chain made anew by the owner after a change, or cut at its end, is sound in itself', async () => {
    const { linked, written } = await story();
    await server.asOwner(`UPDATE audit_entry SET fields = '{}' WHERE id = $1`, [written[2]!.id]);
    expect(await faultsAfter(rechained(centre), [])).toEqual([]);
    expect((await server.asOwner<{ hash: Buffer }>('SELECT hash FROM audit_link WHERE organization_id = $1 AND number = 4', [centre]))[0]?.hash).not.toEqual(linked[3]!.hash);
    await server.asOwner('DELETE FROM audit_entry WHERE transaction_id = $1', [linked[3]!.transaction_id]);
    expect(await faultsAfter('DELETE FROM audit_link WHERE transaction_id = $1', [linked[3]!.transaction_id])).toEqual([]);
  });

  test('any sequence of operations, done or undone, verifies clean and is told whole', async () => {
    const operation = fc.record({ kind: fc.constantFrom('insert', 'update', 'delete', 'updateAll'), at: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ operations: fc.array(operation, { minLength: 1, maxLength: 5 }), kept: fc.boolean() }), { minLength: 1, maxLength: 6 }), async (transactions) => {
        count += 1;
        centre = await server.addCentre({ slug: `any-${count}` });
        for (const { operations, kept } of transactions) {
          await server.db
            .tx(scope(centre), async (tx) => {
              for (const { kind, at } of operations) {
                const name = `service ${at}`;
                if (kind === 'insert') await sql`INSERT INTO service (organization_id, id, name, kind) VALUES (${centre}, ${newId()}, ${name}, 'social') ON CONFLICT DO NOTHING`.execute(tx);
                if (kind === 'update') await sql`UPDATE service SET kind = kind || 'x' WHERE name = ${name}`.execute(tx);
                if (kind === 'updateAll') await sql`UPDATE service SET sees_personal_data = NOT sees_personal_data`.execute(tx);
                if (kind === 'delete') await sql`DELETE FROM service WHERE name = ${name}`.execute(tx);
              }
              if (!kept) throw new Error('undone');
            })
            .catch((error: Error) => {
              if (error.message !== 'undone') throw error;
            });
        }
        expect(await faults()).toEqual([]);
        // The trail told again from its beginning gives the rows of today.
        const told = new Map<string, Record<string, unknown>>();
        for (const { action, record_id: id, fields } of await entries()) {
          if (action === 'delete') told.delete(id);
          else told.set(id, { ...told.get(id), ...fields.after });
        }
        const rows = await server.asOwner<{ id: string } & Record<string, unknown>>('SELECT id, name, kind, sees_personal_data FROM service WHERE organization_id = $1', [centre]);
        expect(told).toEqual(new Map(rows.map(({ id, ...values }) => [id, values])));
      }),
      { numRuns: 25 },
    );
  });
});
