import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines, type TestServer, testServer } from '../../../../test/harness.ts';
import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord } from '../../../server/db/records.ts';
import { countsOn, type NewRight } from '../grant.ts';
import { endRights, giveRights, heldOn, markForWithdrawal, rightsOfProfile, yearFigures } from './service.ts';

describeOnBothEngines('rights given, marked and ended', (engine) => {
  let server: TestServer;
  let centre: string;
  let people: string[];
  let resources: string[];
  let service: string;
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, work);
  const right = (values: Partial<NewRight>): NewRight => ({ personId: people[0]!, resourceId: resources[0]!, level: 'read', start: '2026-01-10', source: 'hand', ...values });
  beforeAll(async () => {
    server = await testServer({ engine });
    centre = await server.addCentre({ slug: 'valombre' });
    service = await server.addRecord(centre, 'service', { name: 'Accueil', kind: 'social', seesPersonalData: true });
    people = await Promise.all(['Noël', 'Renard', 'Thiry'].map((lastName) => server.addPerson(centre, { lastName })));
    resources = await Promise.all(
      ['Logiciel social', 'Serveur', 'Archives'].map((name) =>
        server.addRecord(centre, 'resource' as never, { name, kind: 'application', levels: '{hold,read,write,validate,administer}', searchText: name }),
      ),
    );
  });
  afterAll(() => server.close());

  test('two who give the same right at once give it once; one that is there stays as it is', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => inCentre((tx) => giveRights(tx, centre, [right({ account: 'noel' })]))));
    expect(first).toEqual(second);
    const [again, temporary, higher] = await inCentre((tx) =>
      giveRights(tx, centre, [right({ start: '2026-02-01', account: 'other' }), right({ start: '2026-02-01', until: '2026-03-01' }), right({ level: 'write' })]),
    );
    expect(again).toEqual(first![0]);
    // The lasting one holds it already.
    expect(temporary).toEqual(first![0]);
    expect(higher).not.toEqual(first![0]);
    expect(await inCentre((tx) => heldOn(tx, centre, '2026-01-10', { personIds: [people[0]!] }))).toEqual([
      { id: first![0]!.id, personId: people[0], resourceId: resources[0], level: 'read', account: 'noel', start: '2026-01-10' },
      { id: higher!.id, personId: people[0], resourceId: resources[0], level: 'write', start: '2026-01-10' },
    ]);
    await inCentre((tx) => markForWithdrawal(tx, centre, [first![0]!.id], { on: '2026-04-01', reason: 'parti' }));
    await inCentre((tx) => endRights(tx, centre, [first![0]!.id, higher!.id], { on: '2026-04-02', because: 'departure' }));
    expect(await inCentre((tx) => heldOn(tx, centre, '2026-04-02'))).toMatchObject([{ withdrawalOn: '2026-04-01', endedOn: '2026-04-02' }, { level: 'write' }]);
    expect(await inCentre((tx) => heldOn(tx, centre, '2026-04-03'))).toEqual([]);
    // The year counts what was given and what ended in it, and what is held on its last day.
    expect(await inCentre((tx) => yearFigures(tx, centre, { from: '2026-02-01', until: '2026-04-02' }))).toEqual({ given: 0, ended: 2, held: 2, holders: 1 });
    expect(await inCentre((tx) => yearFigures(tx, centre, { from: '2026-01-01', until: '2026-12-31' }))).toEqual({ given: 2, ended: 2, held: 0, holders: 0 });
    // Once ended, the same may be given again.
    const [back] = await inCentre((tx) => giveRights(tx, centre, [right({ start: '2026-05-01', resumesId: first![0]!.id })]));
    expect(back).not.toEqual(first![0]);
  });

  test('what was asked for and not given is given; what would begin after its end never comes', async () => {
    const request = await inCentre((tx) => insertRecord(tx, 'accessGrant', centre, { personId: people[1], resourceId: resources[1], level: 'administer', askedOn: '2026-01-02', source: 'hand' }));
    expect(await inCentre((tx) => heldOn(tx, centre, '2026-06-01', { personIds: [people[1]!] }))).toEqual([]);
    const [given] = await inCentre((tx) => giveRights(tx, centre, [right({ personId: people[1]!, resourceId: resources[1]!, level: 'administer', start: '2026-02-01' })]));
    expect(given!.id).toBe(request.id);
    expect(await inCentre((tx) => heldOn(tx, centre, '2026-06-01', { resourceIds: [resources[1]!] }))).toMatchObject([{ id: request.id, start: '2026-02-01' }]);
    const [later] = await inCentre((tx) => giveRights(tx, centre, [right({ personId: people[1]!, start: '2027-01-01' })]));
    await inCentre((tx) => endRights(tx, centre, [later!.id], { on: '2026-06-01', because: 'departure' }));
    expect(await inCentre((tx) => heldOn(tx, centre, '2027-06-01', { personIds: [people[1]!], resourceIds: [resources[0]!] }))).toEqual([]);
  });

  test('the rights of a day are those that a naive count finds', async () => {
    const origin = '2026-01-01';
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(origin, days));
    const life = fc.record({ personId: fc.nat(2), resourceId: fc.nat(2), start: day, lasts: fc.option(fc.nat(15)), ends: fc.option(fc.nat(15)) });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { maxLength: 12 }), fc.array(day, { minLength: 1, maxLength: 5 }), async (lives, days) => {
        const rows = lives.map(({ personId, resourceId, start, lasts, ends }, index) => ({
          personId: people[personId]!,
          resourceId: resources[resourceId]!,
          level: 'write' as const,
          // An account of its own tells the rights of this run from others.
          account: `p${index}`,
          start,
          until: lasts === null ? null : addDays(start, lasts),
          endedOn: ends === null ? null : addDays(start, ends),
          endedBecause: ends === null ? null : 'other',
          source: 'hand' as const,
        }));
        const scratch = await inCentre(async (tx) => {
          await tx.deleteFrom('accessGrant').where('organizationId', '=', centre).execute();
          const kept: typeof rows = [];
          for (const row of rows) {
            const open = row.endedOn === null && kept.some((one) => one.endedOn === null && one.personId === row.personId && one.resourceId === row.resourceId && one.until === row.until);
            if (open) continue;
            kept.push(row);
            await insertRecord(tx, 'accessGrant', centre, row);
          }
          return kept;
        });
        for (const on of days) {
          const found = await inCentre((tx) => heldOn(tx, centre, on as CivilDate));
          expect(found.map(({ account }) => account).toSorted()).toEqual(
            scratch
              .filter((row) => countsOn(row, on))
              .map(({ account }) => account)
              .toSorted(),
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  test('a profile gives each resource once, at its highest level, to the functions and services it names', async () => {
    const profile = async (name: string, functions: string[], serviceId: string | null, rights: [number, string][]) => {
      const id = await inCentre(async (tx) => {
        await tx.insertInto('accessProfile').values({ organizationId: centre, id: crypto.randomUUID(), name, functions, serviceId, libraryId: null, note: null }).execute();
        return (await tx.selectFrom('accessProfile').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
      });
      for (const [resource, level] of rights) await server.addRecord(centre, 'accessProfileRight', { profileId: id, resourceId: resources[resource]!, level });
    };
    await profile('Assistant social', ['assistant social', 'assistante sociale'], null, [
      [0, 'write'],
      [2, 'read'],
    ]);
    await profile('Tout l’accueil', [], service, [
      [0, 'read'],
      [1, 'read'],
    ]);
    const of = async (asked: Parameters<typeof rightsOfProfile>[2]) =>
      (await inCentre((tx) => rightsOfProfile(tx, centre, asked))).map(({ resourceId, level }) => `${resources.indexOf(resourceId)} ${level}`).toSorted();
    expect(await of({ function: 'Assistante sociale' })).toEqual(['0 write', '2 read']);
    expect(await of({ function: 'Assistante sociale', serviceId: service })).toEqual(['0 write', '1 read', '2 read']);
    expect(await of({ serviceId: service })).toEqual(['0 read', '1 read']);
    expect(await of({ function: 'Archiviste' })).toEqual([]);
    expect(await of({})).toEqual([]);
  });
});
