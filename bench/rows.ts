import type { Bench } from './server.ts';

/** As many as there are centres in Belgium. */
export const centres = 565;

/** Identifiers that say their number: centre 7 is …0007. */
export const centreId = (number: number): string => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const centreSql = (number: string): string => `('01990000-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;

/** The rows go in as the superuser, without the triggers of the audit trail and of the foreign keys: what is measured comes after. */
const untriggered = async (bench: Bench, statements: readonly string[]): Promise<void> => {
  await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL maintenance_work_mem = '256MB'; ${statements.join('; ')}; COMMIT`);
};

/** 565 centres with four services each; our account is the adviser of the first twelve of them, as one of a pool is. */
export const fillCentres = async (bench: Bench, ofAccount = 12): Promise<void> => {
  await untriggered(bench, [
    `INSERT INTO organization (id, slug, name, document_language, municipality, region, search_text)
     SELECT ${centreSql('n')}, 'centre-' || n, jsonb_build_object('fr', 'CPAS de Centre ' || n), 'fr', 'Centre ' || n, 'wallonia', 'centre ' || n FROM generate_series(0, ${centres - 1}) n`,
    `INSERT INTO service (organization_id, id, name, kind) SELECT ${centreSql('n')}, ('02990000-0000-7000-8000-' || lpad(n::text, 8, '0') || lpad(s::text, 4, '0'))::uuid, 'Service ' || s, 'social'
     FROM generate_series(0, ${centres - 1}) n, generate_series(1, 4) s`,
    `INSERT INTO link (organization_id, id, account_id, granted_roles, start) SELECT ${centreSql('n')}, gen_random_uuid(), '${bench.account.id}', '{adviser}', '2020-01-01' FROM generate_series(0, ${ofAccount - 1}) n`,
  ]);
};

/** Takes the indexes away that no key needs, and gives back what makes them anew: to build one at the end is many times faster than to keep it right. */
const withoutIndexes = async (bench: Bench, tables: readonly string[], work: () => Promise<void>): Promise<void> => {
  const { rows } = await bench.sql(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid::regclass::text = ANY ($1) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = indexrelid)`,
    [tables],
  );
  const indexes = rows as { name: string; definition: string }[];
  for (const { name } of indexes) await bench.sql(`DROP INDEX ${name}`);
  await work();
  await bench.sql(`BEGIN; SET LOCAL maintenance_work_mem = '256MB'; ${indexes.map(({ definition }) => definition).join('; ')}; COMMIT`);
};

/** People `from` … `to` - 1, each with a contract, dealt out over so many centres, and stored centre by centre, as imports do. */
export const fillPeople = async (bench: Bench, from: number, to: number, over = centres): Promise<void> => {
  const numbers = `FROM generate_series(${from}, ${to - 1}) i ORDER BY i % ${over}, i`;
  const id = (kind: string): string => `('${kind}990000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid`;
  await withoutIndexes(bench, ['person', 'contract'], () =>
    untriggered(bench, [
      `INSERT INTO person (organization_id, id, last_name, first_name, kind, reference, email, search_text)
       SELECT ${centreSql(`i % ${over}`)}, ${id('03')}, 'Nom' || lpad((i::bigint * 7919 % 1000003)::text, 7, '0'), 'Prénom' || i % 97,
         CASE WHEN i / ${over} % 9 = 0 THEN 'councilMember' ELSE 'staff' END, 'P' || i, 'p' || i || '@centre.example.be', 'nom' || i || ' prenom' || i % 97 ${numbers}`,
      `INSERT INTO contract (organization_id, id, person_id, service_id, kind, function, start, "end")
       SELECT ${centreSql(`i % ${over}`)}, ${id('04')}, ${id('03')},
         ('02990000-0000-7000-8000-' || lpad((i % ${over})::text, 8, '0') || lpad((i / ${over} % 4 + 1)::text, 4, '0'))::uuid, 'permanent', 'Travailleur social', '2015-01-01'::date + i % 3000,
         CASE WHEN i / ${over} % 7 = 0 THEN '2024-12-31'::date END ${numbers}`,
    ]),
  );
  await bench.sql('VACUUM ANALYZE');
};

/** A centre with what it has as often as there are centres, under other names; our account is the adviser of all. Their ids, the first one's among them. */
export const cloneCentre = async (bench: Bench, first: string): Promise<string[]> => {
  const others = `generate_series(1, ${centres - 1}) n`;
  const columnsOf = async (table: string, but: string): Promise<string> =>
    (await bench.sql(`SELECT string_agg(quote_ident(column_name), ', ') AS list FROM information_schema.columns WHERE table_name = $1 AND column_name <> ALL ($2)`, [table, but.split(' ')])).rows[0]
      .list;
  const statements: string[] = [];
  const own = await columnsOf('organization', 'id slug name');
  statements.push(
    `INSERT INTO organization (id, slug, name, ${own}) SELECT ${centreSql('n')}, 'centre-' || n, jsonb_build_object('fr', 'CPAS de Centre ' || n), ${own} FROM organization, ${others} WHERE id = '${first}'`,
  );
  for (const table of ['person', 'service', 'contract', 'mandate']) {
    const list = await columnsOf(table, 'organization_id');
    statements.push(`INSERT INTO ${table} (organization_id, ${list}) SELECT ${centreSql('n')}, ${list} FROM ${table}, ${others} WHERE organization_id = '${first}'`);
  }
  statements.push(
    `INSERT INTO link (organization_id, id, account_id, granted_roles, start) SELECT ${centreSql('n')}, gen_random_uuid(), '${bench.account.id}', '{adviser}', '2020-01-01' FROM ${others}`,
  );
  await untriggered(bench, statements);
  await bench.sql('VACUUM ANALYZE');
  return [first, ...Array.from({ length: centres - 1 }, (_, index) => centreId(index + 1))];
};
