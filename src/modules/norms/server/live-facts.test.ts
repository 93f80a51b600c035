import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import { languages } from '../../../kernel/language.ts';
import { readFacts } from './live-facts.ts';

const today = '2026-11-22';

describeOnBothEngines('the facts that may prove a norm', (engine) => {
  let server: TestServer;
  let full: string;
  let empty: string;
  let person: string;
  const facts = async (day = today): Promise<LiveFact[]> => server.db.tx({ organizations: [full, empty], actor: { kind: 'command' } }, (tx) => readFacts(tx, [full, empty], day));
  const stateOf = async (id: string, day = today) => {
    const found = (await facts(day)).filter((fact) => fact.id === id);
    return Object.fromEntries(found.map(({ organizationId, state }) => [organizationId === full ? 'full' : 'empty', state]));
  };

  beforeAll(async () => {
    server = await testServer({ engine, now: new Date(`${today}T09:00:00Z`) });
    full = await server.addCentre({ slug: 'plein' });
    empty = await server.addCentre({ slug: 'vide' });
    person = await server.addPerson(full);
  });
  afterAll(() => server?.close());

  test('each is told once of each centre, also where it is missing, and none of another', async () => {
    const told = await facts();
    const ids = [...new Set(told.map(({ id }) => id))];
    for (const id of ids)
      expect(
        told
          .filter((fact) => fact.id === id)
          .map(({ organizationId }) => organizationId)
          .toSorted(),
        id,
      ).toEqual([full, empty].toSorted());
    expect(ids).toEqual(
      expect.arrayContaining([
        'documents.policyApproved',
        'documents.policyVerified',
        'documents.proceduresRead',
        'people.adviserAppointed',
        'people.deputyAppointed',
        'people.dpoAppointed',
        'people.adviserNotified',
        'people.servicesHeaded',
        'platform.meetings',
        'publications.policyRead',
        'backups.beffroi',
        'audit.trail',
      ]),
    );
  });

  test.each([
    ['people.adviserAppointed', 'mandate', { kind: 'adviser', start: '2025-01-01', end: '2027-01-01', decidedOn: '2024-12-17', federalServiceNotifiedOn: '2025-01-10' }],
    ['people.deputyAppointed', 'mandate', { kind: 'deputyAdviser', start: '2025-01-01' }],
    ['people.dpoAppointed', 'mandate', { kind: 'dpo', start: '2025-01-01' }],
  ] as const)('%s holds where somebody is in office', async (id, table, values) => {
    expect(await stateOf(id)).toEqual({ full: 'missing', empty: 'missing' });
    await server.addRecord(full, table, { personId: person, ...values });
    expect(await stateOf(id)).toEqual({ full: 'true', empty: 'missing' });
  });

  test('an appointment that ended proves no more, and neither does its notification', async () => {
    expect(await stateOf('people.adviserNotified')).toEqual({ full: 'true', empty: 'missing' });
    expect(await stateOf('people.adviserAppointed', '2027-01-02')).toEqual({ full: 'missing', empty: 'missing' });
    expect(await stateOf('people.adviserNotified', '2027-01-02')).toEqual({ full: 'missing', empty: 'missing' });
  });

  test('every service has a head that has not left', async () => {
    await server.addRecord(full, 'service', { name: 'Social', kind: 'social', headId: person });
    expect(await stateOf('people.servicesHeaded')).toEqual({ full: 'true', empty: 'missing' });
    await server.addRecord(full, 'contract', { personId: person, kind: 'permanent', function: 'x', start: '2020-01-01', end: '2026-12-31' });
    expect(await stateOf('people.servicesHeaded', '2027-01-01')).toMatchObject({ full: 'missing' });
    await server.addRecord(full, 'service', { name: 'Finances', kind: 'finance' });
    expect(await stateOf('people.servicesHeaded')).toMatchObject({ full: 'missing' });
  });

  test('meetings of the platform turn stale six months after the last', async () => {
    await server.addRecord(full, 'platformMeeting', { year: 2026, number: 1, heldOn: '2026-07-01', preparedOn: '2026-07-02', model: null });
    expect(await stateOf('platform.meetings')).toEqual({ full: 'true', empty: 'missing' });
    expect(await stateOf('platform.meetings', '2027-01-01')).toMatchObject({ full: 'true' });
    expect(await stateOf('platform.meetings', '2027-01-02')).toMatchObject({ full: 'stale' });
  });

  test('the policy is approved in both its parts, and verified for a year', async () => {
    await server.asOwner(
      `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on, decided_on, content_hash) SELECT $1, gen_random_uuid(), $2, 'fr', 1, 'approved', 1, '2025-12-01', $3, 'x'`,
      [full, 'securityPolicyFormal', '2025-12-16'],
    );
    expect(await stateOf('documents.policyApproved')).toMatchObject({ full: 'missing' });
    await server.asOwner(
      `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on, decided_on, content_hash) SELECT $1, gen_random_uuid(), 'securityPolicyOperational', 'fr', 1, 'approved', 1, '2025-12-01', '2025-12-16', 'x'`,
      [full],
    );
    expect(await stateOf('documents.policyApproved')).toEqual({ full: 'true', empty: 'missing' });
    expect(await stateOf('documents.policyVerified', '2026-12-16')).toMatchObject({ full: 'true' });
    expect(await stateOf('documents.policyVerified', '2026-12-17')).toMatchObject({ full: 'stale' });
  });

  test('a policy that was published is read once everybody has confirmed it', async () => {
    const [version] = await server.asOwner<{ id: string }>(`SELECT id FROM document_version WHERE organization_id = $1 AND kind = 'securityPolicyFormal'`, [full]);
    const [publication] = await server.asOwner<{ id: string }>(
      `INSERT INTO publication (organization_id, id, document_version_id, everybody, by_mail, on_paper, confirm, starts_on, published_at) VALUES ($1, gen_random_uuid(), $2, true, false, true, true, '2026-01-05', now()) RETURNING id`,
      [full, version!.id],
    );
    expect(await stateOf('publications.policyRead')).toEqual({ full: 'missing', empty: 'missing' });
    await server.asOwner(
      `INSERT INTO confirmation (organization_id, id, publication_id, person_id, confirmed_on, how, recorded_at) VALUES ($1, gen_random_uuid(), $2, $3, '2026-01-06', 'paper', now())`,
      [full, publication!.id, person],
    );
    expect(await stateOf('publications.policyRead')).toEqual({ full: 'true', empty: 'missing' });
  });

  test('a backup of Beffroi stands for two days, in every centre alike', async () => {
    expect(await stateOf('backups.beffroi')).toEqual({ full: 'missing', empty: 'missing' });
    await server.asOwner(`INSERT INTO backup_run (id, kind, at, state, finished_at) VALUES (gen_random_uuid(), 'scheduled', '2026-11-20T02:00:00Z', 'done', '2026-11-20T02:05:00Z')`);
    expect(await stateOf('backups.beffroi')).toEqual({ full: 'true', empty: 'true' });
    expect(await stateOf('backups.beffroi', '2026-11-23')).toEqual({ full: 'stale', empty: 'stale' });
  });

  test('every fact has its words in four languages, and no name of a person in them', async () => {
    for (const fact of [...(await facts()), ...(await facts('2028-01-01'))]) {
      const room = fact.id.slice(0, fact.id.indexOf('.'));
      expect(JSON.stringify(fact.title)).not.toContain('Lambin');
      for (const language of languages) {
        const texts = JSON.parse(readFileSync(new URL(`../../${room}/locales/facts.${language}.json`, import.meta.url), 'utf8')) as unknown;
        const text = fact.title.key.split('.').reduce<unknown>((group, key) => (group as Record<string, unknown> | undefined)?.[key], texts);
        expect(typeof text, `${room}, ${language}: ${fact.title.key}`).toBe('string');
      }
    }
  });
});
