import { readAllObligations } from '../src/modules/deadlines/server/service.ts';
import { connect } from '../src/server/db/database.ts';
import { type Figures, together } from './measure.ts';
import { centreId, centres, fillCentres, fillPeople } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';

const people = 200;
const years = 10;
const sizes = [1, 18, 100, centres] as const;

/** Ten years of a centre: two hundred people, a seventh of them gone with closed accounts, some about to leave; functions held one after the other; a policy approved and verified every year. */
const fillYears = async (bench: Bench): Promise<void> => {
  await fillCentres(bench, 0);
  await fillPeople(bench, 0, centres * people);
  const statements = [
    `UPDATE organization SET followed_since = current_date - 3650, profile = '{"network": "networked", "wifi": "none", "server": "own"}'`,
    `UPDATE contract SET accounts_closed_on = "end" + 1 WHERE "end" IS NOT NULL`,
    `UPDATE contract SET "end" = current_date - 20 + (right(id::text, 8)::int / ${centres} % 200) WHERE "end" IS NULL AND right(id::text, 8)::int / ${centres} % 20 = 0`,
    `INSERT INTO mandate (organization_id, id, person_id, kind, start, "end", decided_on, federal_service_notified_on, authority_notified_on)
     SELECT o.id, gen_random_uuid(), p.id, kind, current_date - 365 * year, CASE WHEN year > 1 THEN current_date - 365 * (year - 1) - 1 END,
       current_date - 365 * year - 20, current_date - 365 * year, CASE WHEN year > 1 THEN current_date - 365 * year END
     FROM organization o CROSS JOIN LATERAL (SELECT id FROM person WHERE organization_id = o.id LIMIT 1) p, unnest(ARRAY['adviser', 'deputyAdviser', 'dpo', 'directorGeneral', 'president']) kind, generate_series(1, ${years}) year`,
    `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on, decided_on, content_hash)
     SELECT o.id, gen_random_uuid(), kind, 'fr', ${years + 1} - year, CASE WHEN year = 1 THEN 'approved' ELSE 'superseded' END, 1, current_date - 365 * year, current_date - 365 * year + 30, 'x'
     FROM organization o, unnest(ARRAY['securityPolicyFormal', 'securityPolicyOperational', 'undertakingStaff']) kind, generate_series(1, ${years}) year`,
    `INSERT INTO document_verification (organization_id, id, document_version_id, verified_on) SELECT organization_id, gen_random_uuid(), id, decided_on + 200 FROM document_version`,
    // Everybody has signed, but for one in fifty; whoever came or left had a case, but for those of the last weeks.
    `INSERT INTO declaration (organization_id, id, number, person_id, variant, how, signed_on)
     SELECT organization_id, gen_random_uuid(), row_number() OVER (PARTITION BY organization_id), id, CASE kind WHEN 'councilMember' THEN 'council' ELSE 'staff' END, 'earlier', current_date - 700
     FROM person WHERE right(id::text, 8)::int / ${centres} % 50 > 0`,
    `INSERT INTO movement (organization_id, id, kind, person_id, contract_id, day, announced_at, state, closed_at, search_text)
     SELECT organization_id, gen_random_uuid(), 'arrival', person_id, id, start, start, 'closed', start + 10, '' FROM contract
     UNION ALL SELECT organization_id, gen_random_uuid(), 'departure', person_id, id, "end", "end", 'closed', "end" + 10, '' FROM contract WHERE "end" < current_date - 15`,
  ];
  await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica; ${statements.join('; ')}; COMMIT`);
  await bench.sql('VACUUM ANALYZE');
};

/** The statements that one look at so many centres sends, BEGIN and COMMIT of each part among them, and the one that knows the session. */
const statementsOf = async (bench: Bench, count: number): Promise<{ statements: number; obligations: number }> => {
  const db = connect(bench.app, 2);
  let sent = 0;
  db.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...of: unknown[]) => unknown;
    client.query = ((...of: unknown[]) => {
      sent += 1;
      return query(...of);
    }) as typeof client.query;
  });
  try {
    const organizations = Array.from({ length: count }, (_, number) => centreId(number));
    const { obligations } = await readAllObligations({ db, now: () => new Date() }, { organizations, actor: { kind: 'job' } });
    return { statements: sent + 1, obligations: obligations.length };
  } finally {
    await db.close();
  }
};

/** The page of the day of an adviser of 1, 18, 100 and all 565 centres with ten years of data: what it takes, and the counts of the navigation. */
export const measureToday = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    await fillYears(bench);
    const figures: Figures = {};
    let linked = 0;
    for (const size of sizes) {
      await bench.sql(
        `INSERT INTO link (organization_id, id, account_id, granted_roles, start) SELECT id, gen_random_uuid(), '${bench.account.id}', '{adviser}', '2020-01-01' FROM organization ORDER BY id OFFSET ${linked} LIMIT ${size - linked}`,
      );
      linked = size;
      const look = (query: string) => () => bench.call(`/obligations/summary${query}`);
      for (let warm = 0; warm < 8; warm += 1) await look('?first=50')();
      const { length } = (await look('?first=50')()).body;
      const page = await together(1, size > 100 ? 30 : 5, look('?first=50'));
      figures[`centres${size}`] = { ...(await statementsOf(bench, size)), bytes: length, perSecond: page.perSecond, p50ms: page.p50, p99ms: page.p99 };
    }
    return figures;
  } finally {
    await bench.close();
  }
};
