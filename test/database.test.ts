import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filled, fillCentre } from './centre.ts';
import { describeOnBothEngines, testServer, type TestServer } from './harness.ts';
import { expectTable } from './table.ts';

/** Tables with a centre that the server's role cannot touch at all. */
const outOfReach = ['audit_pending'];

describeOnBothEngines('the database itself', (engine) => {
  let server: TestServer;
  let one: Filled;
  let other: Filled;
  let tables: string[];
  let centreTables: { name: string; column: string }[];

  beforeAll(async () => {
    server = await testServer({ engine });
    one = await fillCentre(server, 'one', 'Ambre');
    other = await fillCentre(server, 'other', 'Zibeline');
    const all = await server.asOwner<{ name: string; rls: boolean; centre: boolean }>(`
      SELECT c.relname AS name, c.relrowsecurity AS rls, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id') AS centre
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`);
    tables = all.filter((table) => table.rls).map(({ name }) => name);
    centreTables = [{ name: 'organization', column: 'id' }, ...all.filter((table) => table.centre && !outOfReach.includes(table.name)).map(({ name }) => ({ name, column: 'organization_id' }))];
  });
  afterAll(() => server.close());

  // Confidential records exist where the scope says so: here it does, for the centres that it names.
  const scope = (...organizations: string[]) => ({
    organizations,
    actor: { kind: 'command' as const },
    confidential: organizations.map((organizationId) => ({ organizationId, as: 'adviser' as const })),
  });
  const rows = async (table: string, organizations: string[]): Promise<Record<string, unknown>[]> =>
    server.db.tx(scope(...organizations), async (tx) => (await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(tx)).rows);

  test('every table that has a centre has row-level security', async () => {
    const unprotected = centreTables.filter(({ name }) => !tables.includes(name));
    expect(unprotected).toEqual([]);
    const reach = await server.asOwner<{ name: string }>(`SELECT name FROM unnest($1::text[]) name WHERE has_table_privilege('beffroi_app', quote_ident(name), 'SELECT, INSERT, UPDATE, DELETE')`, [
      outOfReach,
    ]);
    expect(reach).toEqual([]);
  });

  test('a query without scope returns nothing, from any protected table', async () => {
    for (const table of tables) {
      const [held] = await server.asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`);
      expect(held?.n, `test/centre.ts puts nothing in ${table}`).toBeGreaterThan(0);
      const withoutScope = await sql`SELECT * FROM ${sql.table(table)}`.execute(server.db.kysely);
      expect(withoutScope.rows, table).toEqual([]);
      expect(await rows(table, []), table).toEqual([]);
    }
  });

  test('the scope of a centre shows its rows and no other’s, in every table', async () => {
    for (const { name, column } of centreTables) {
      const key = column === 'id' ? 'id' : 'organizationId';
      const seen = await rows(name, [one.organizationId]);
      expect(seen.length, name).toBeGreaterThan(0);
      expect(new Set(seen.map((row) => row[key])), name).toEqual(new Set([one.organizationId]));
      const both = await rows(name, [one.organizationId, other.organizationId]);
      expect(new Set(both.map((row) => row[key])), name).toEqual(new Set([one.organizationId, other.organizationId]));
    }
  });

  test('a row of another centre is neither added, changed nor deleted under a scope', async () => {
    for (const { name, column } of centreTables) {
      if (name.startsWith('audit_')) continue;
      const copy = server.db.tx(scope(one.organizationId), (tx) =>
        sql`INSERT INTO ${sql.table(name)} SELECT (jsonb_populate_record(NULL::${sql.table(name)}, to_jsonb(t) || jsonb_build_object(${column}::text, ${other.organizationId}::text, 'id', CASE WHEN ${column} = 'id' THEN ${other.organizationId} ELSE gen_random_uuid()::text END))).* FROM ${sql.table(name)} t LIMIT 1`.execute(
          tx,
        ),
      );
      await expect(copy, `insert into ${name}`).rejects.toThrow(/row-level security|permission denied/);
      const moved = server.db.tx(scope(one.organizationId), (tx) => sql`UPDATE ${sql.table(name)} SET ${sql.ref(column)} = ${other.organizationId}`.execute(tx));
      await expect(moved, `update ${name}`).rejects.toThrow(/row-level security|permission denied/);
      const deleted = await server.db
        .tx(scope(one.organizationId), async (tx) => Number((await sql`DELETE FROM ${sql.table(name)} WHERE ${sql.ref(column)} = ${other.organizationId}`.execute(tx)).numAffectedRows))
        .catch((error: Error) => (expect(error.message).toMatch(/permission denied/), 0));
      expect(deleted, `delete from ${name}`).toBe(0);
    }
  });

  test('policies read the scope once per query: only in a sub-select', async () => {
    const policies = await server.asOwner<{ name: string; text: string }>(
      `SELECT tablename || '.' || policyname AS name, coalesce(qual, '') || ' ' || coalesce(with_check, '') AS text FROM pg_policies WHERE schemaname = 'public'`,
    );
    expect(policies.length).toBeGreaterThan(10);
    const bare = policies.filter(({ text }) => /(?<!SELECT )\b(?:scope|confidential_scope|confidential_classes|current_setting)\(/.test(text));
    expect(bare).toEqual([]);
  });

  test('the centre leads every key, and every reference between tables of a centre', async () => {
    const keys = await server.asOwner<{ table: string; key: string; columns: string[]; target: string | null; targetHasCentre: boolean }>(`
      SELECT c.relname AS table, k.conname AS key, k.contype, ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.n ORDER BY u.i) AS columns,
        t.relname AS target, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'organization_id') AS "targetHasCentre"
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_class t ON t.oid = k.confrelid
      WHERE k.contype IN ('p', 'u', 'f') AND c.relnamespace = 'public'::regnamespace AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id')`);
    const unique = await server.asOwner<{ table: string; key: string; columns: string[] }>(`
      SELECT c.relname AS table, i.relname AS key, ARRAY(SELECT a.attname::text FROM unnest(x.indkey::int[]) WITH ORDINALITY u(n, o) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.n ORDER BY u.o) AS columns
      FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      WHERE x.indisunique AND c.relnamespace = 'public'::regnamespace AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id')`);
    // A reference to what belongs to no centre (an account, a pool) names only that.
    const counted = keys.filter(({ target, targetHasCentre }) => target === null || targetHasCentre);
    const wrong = [...counted, ...unique].filter(({ table, columns }) => columns[0] !== 'organization_id' && !outOfReach.includes(table));
    expect(counted.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('the server’s role owns nothing, bypasses nothing, and cannot write the audit trail', async () => {
    const powers = await server.asOwner(`SELECT rolname FROM pg_roles WHERE rolname IN ('beffroi_app', 'beffroi_server') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`);
    expect(powers).toEqual([]);
    const owned = await server.asOwner(`
      SELECT relname AS name FROM pg_class WHERE relowner IN ('beffroi_app'::regrole, 'beffroi_server'::regrole) AND relnamespace = 'public'::regnamespace
      UNION ALL SELECT proname FROM pg_proc WHERE proowner IN ('beffroi_app'::regrole, 'beffroi_server'::regrole) AND pronamespace = 'public'::regnamespace
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner IN ('beffroi_app'::regrole, 'beffroi_server'::regrole)`);
    expect(owned).toEqual([]);
    const mine = { ...server.owner, user: 'beffroi_server', options: '-c role=beffroi_app' };
    const client = new pg.Client(mine);
    await client.connect();
    const refused = [
      `INSERT INTO audit_entry (organization_id, class, position, transaction_id, at, actor_kind, action, table_name, record_id, digest) VALUES ('${one.organizationId}', 'ordinary', 1, gen_random_uuid(), now(), 'x', 'x', 'x', gen_random_uuid(), '')`,
      `UPDATE audit_entry SET actor_kind = 'x'`,
      'DELETE FROM audit_entry',
      'DELETE FROM audit_link',
      'UPDATE audit_link SET entries = 0',
      'SELECT * FROM audit_pending',
      'DELETE FROM audit_pending',
      `SELECT audit_append('[]')`,
      'SELECT * FROM audit_verify()',
      'TRUNCATE person',
      'ALTER TABLE person DISABLE TRIGGER audit_delete',
      'ALTER TABLE person DISABLE ROW LEVEL SECURITY',
      'DROP POLICY scope ON person',
      'CREATE TABLE mine (n int)',
      'CREATE FUNCTION scope2() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'SET ROLE beffroi_owner',
      `SET session_replication_role = 'replica'`,
      `SELECT audit_event('${other.organizationId}', 'x', 'x', gen_random_uuid(), '{}')`,
    ];
    const answers: string[] = [];
    for (const statement of refused) {
      answers.push(
        await client.query(statement).then(
          () => `done: ${statement}`,
          (error: Error) => error.message,
        ),
      );
    }
    await client.end();
    expect(answers.filter((answer) => !/permission denied|must be owner|outside the scope/.test(answer))).toEqual([]);
  });

  test('functions that run with the owner’s rights fix where they look up names', async () => {
    expect(
      await server.asOwner(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef AND NOT coalesce(array_to_string(proconfig, ',') LIKE 'search_path=%', false)`),
    ).toEqual([]);
  });

  test('what the trail keeps of each table, and what it leaves out, is as reviewed', async () => {
    const listed = await server.asOwner<{ name: string; columns: string[]; args: string | null; triggers: number }>(`
      SELECT c.relname AS name, ARRAY(SELECT attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum) AS columns,
        (SELECT encode(tgargs, 'escape') FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'audit_insert') AS args,
        (SELECT count(*)::int FROM pg_trigger WHERE tgrelid = c.oid AND tgname IN ('audit_insert', 'audit_update', 'audit_delete') AND tgenabled = 'O') AS triggers
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`);
    const always = ['organization_id', 'id', 'version', 'search_text'];
    const lines = listed.flatMap(({ name, columns, args, triggers }) => {
      const content = columns.filter((column) => !always.includes(column));
      if (args === null) return [`${name}: not in the trail (${content.join(', ')})`];
      expect(triggers, name).toBe(3);
      const [kind = '', left = ''] = args.split('\\000');
      const out = left.split(',').filter(Boolean);
      expect(
        out.filter((column) => !columns.includes(column)),
        `${name} leaves out columns it has not`,
      ).toEqual([]);
      return [`${name}: ${kind}; in: ${content.filter((column) => !out.includes(column)).join(', ')}${out.length > 0 ? `; out: ${out.join(', ')}` : ''}`];
    });
    expectTable('audited-tables.txt', '# What the audit trail keeps of each table. Its keys and version stand in every entry; search_text in none.\n', lines);
  });
});
