import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../test/harness.ts';
import { StartupError } from '../server/errors.ts';
import { makePool } from './centre.ts';
import { loadDemonstration } from './load.ts';
import { demonstrationPassword, personas } from './personas.ts';

const seed = 'beffroi';
const today = '2026-11-22';
const centers = 4;

// Its SQL is that of the rooms, which their own tests try on both engines.
describe('the demonstration', () => {
  let server: TestServer;
  const existing = async (): Promise<string[]> => (await server.asOwner<{ id: string }>('SELECT id FROM organization')).map((row) => row.id);
  const load = async (count: number, with_: { seed?: string; today?: string } = {}) => loadDemonstration(server.services, { centers: count, seed, today, ...with_, existing: await existing() });
  const count = async (table: string): Promise<number> => (await server.asOwner<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

  beforeAll(async () => {
    server = await testServer({ now: new Date(`${today}T09:00:00Z`), demonstration: true });
    await load(centers);
  });
  afterAll(() => server.close());

  test('every record of the pool is in the database, and the audit trail holds', async () => {
    const pool = [...makePool(centers, seed, today)];
    for (const [table, key] of [
      ['person', 'people'],
      ['service', 'services'],
      ['contract', 'contracts'],
      ['mandate', 'mandates'],
      ['candidacy', 'candidacies'],
    ] as const) {
      expect(await count(table)).toBe(pool.reduce((sum, centre) => sum + centre[key].length, 0));
    }
    expect(await count('pool_membership')).toBe(centers);
    expect(await server.asOwner('SELECT * FROM audit_verify()')).toEqual([]);
  });

  test('a charter of the centre’s own is published to everybody, and four of five have confirmed it', async () => {
    const [published] = await server.asOwner<{ centres: number; confirmed: number; plans: number }>(
      `SELECT (SELECT count(*)::int FROM publication) AS centres, (SELECT count(*)::int FROM confirmation) AS confirmed, (SELECT count(*)::int FROM document_version WHERE kind = 'own' AND state = 'draft') AS plans`,
    );
    expect(published!.centres).toBeGreaterThan(0);
    expect(published!.plans).toBe(published!.centres);
    expect(published!.confirmed).toBeGreaterThan(20);
  });

  test('each centre with resources has given account lists: what contradicts is open, closed with a reason, a step, or gone', async () => {
    const centres = await server.asOwner<{ lists: number; open: number; closed: number; steps: number; gone: number }>(
      `SELECT (SELECT count(*)::int FROM reconciliation r WHERE r.organization_id = o.id) AS lists, count(*) FILTER (WHERE gone_on IS NULL AND state = 'open')::int AS open,
        count(*) FILTER (WHERE state = 'closed')::int AS closed, count(*) FILTER (WHERE state = 'step')::int AS steps, count(*) FILTER (WHERE gone_on IS NOT NULL)::int AS gone
       FROM organization o JOIN account_finding f ON f.organization_id = o.id GROUP BY o.id`,
    );
    expect(centres).toHaveLength(centers);
    for (const one of centres) {
      expect(one.lists).toBeGreaterThanOrEqual(4);
      for (const count of [one.open, one.closed, one.steps, one.gone]) expect(count).toBeGreaterThan(0);
      expect(one.open).toBeLessThan(15);
    }
  });

  test('the policies that the councils approved stand there as their story tells, frozen and verified', async () => {
    for (const { id, policy } of makePool(centers, seed, today)) {
      const stored = await server.asOwner<{ kind: string; decided: string; state: string; frozen: boolean }>(
        `SELECT kind, decided_on::text AS decided, state, pdf_file_id IS NOT NULL AND docx_file_id IS NOT NULL AS frozen FROM document_version WHERE organization_id = $1 AND kind <> 'own' AND kind LIKE 'securityPolicy%' AND state <> 'draft' ORDER BY kind, number`,
        [id],
      );
      const last = policy.approvals.length - 1;
      expect(stored).toEqual(
        ['securityPolicyFormal', 'securityPolicyOperational'].flatMap((kind) =>
          policy.approvals.map(({ decidedOn }, at) => ({ kind, decided: decidedOn, state: at === last ? 'approved' : 'superseded', frozen: true })),
        ),
      );
      const verified = await server.asOwner<{ day: string }>('SELECT DISTINCT verified_on::text AS day FROM document_verification WHERE organization_id = $1 ORDER BY day', [id]);
      expect(verified.map(({ day }) => day)).toEqual(policy.verifications);
    }
  });

  test('the interventions of several rooms are numbered by their days, without a gap, and the mails of the first centre belong to some', async () => {
    const years = await server.asOwner<{ centre: string; numbers: number[]; days: string[]; natures: number }>(
      `SELECT organization_id AS centre, array_agg(number ORDER BY number) AS numbers, array_agg(announced_on::text ORDER BY number) AS days, count(DISTINCT nature)::int AS natures
       FROM intervention GROUP BY organization_id, year`,
    );
    expect(new Set(years.map(({ centre }) => centre)).size).toBe(centers);
    for (const { numbers, days } of years) {
      expect(numbers).toEqual(numbers.map((_, place) => place + 1));
      expect(days).toEqual(days.toSorted());
    }
    expect(Math.max(...years.map(({ natures }) => natures))).toBeGreaterThan(4);
    const taken = await server.asOwner<{ said: boolean }>(
      "SELECT m.subject LIKE '%' || i.subject AND i.how = 'mail' AS said FROM incoming_mail m JOIN intervention i ON i.id = m.intervention_id WHERE m.state = 'taken'",
    );
    expect(taken.length).toBeGreaterThan(6);
    expect(taken.every(({ said }) => said)).toBe(true);
    expect(await server.asOwner('SELECT enabled FROM mailbox')).toEqual([{ enabled: false }]);
  });

  test('its personas sign in and are in their centres what the list says', async () => {
    for (const persona of personas(centers, seed, today)) {
      const answer = await server.call('POST', '/session', { body: { email: persona.email, password: demonstrationPassword } });
      const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
      const me = (await server.call('GET', '/me', { as: cookie })).json() as { account: { name: string }; installation: string[]; organizations: { roles: string[]; pool?: string }[] };
      expect(me.account.name).toBe(persona.name);
      expect(me.organizations).toHaveLength(persona.shared ? centers : persona.link ? 1 : 0);
      expect([...me.installation, ...me.organizations.flatMap((organization) => organization.roles)]).toContain(persona.role);
      expect(me.organizations.every((organization) => organization.pool)).toBe(true);
    }
  });

  test('the same demonstration again, another day: nothing is done; a larger one adds what is missing', async () => {
    const entries = await count('audit_entry');
    expect(await load(centers, { today: '2027-01-05' })).toMatchObject({ loaded: 0, present: centers });
    expect(await count('audit_entry')).toBe(entries);
    const links = await count('link');
    expect(await load(centers + 1)).toMatchObject({ loaded: 1, present: centers });
    // The shared adviser, deputy and data-protection officer reach the new centre too.
    expect(await count('link')).toBe(links + 3);
  });

  test('a database with other centres is refused, and nothing is written', async () => {
    const before = [await count('organization'), await count('account'), await count('pool')];
    await expect(load(2, { seed: 'other' })).rejects.toThrow(StartupError);
    expect([await count('organization'), await count('account'), await count('pool')]).toEqual(before);
  });
});
