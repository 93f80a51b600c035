import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../../../test/harness.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { smallCentre } from '../fixture.ts';
import { intakeTemplate } from '../template.ts';
import { runIntake } from './service.ts';

let server: TestServer;
const today = '2026-11-24';
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

type Actions = (typeof smallCentre)['actions'];
const done = { title: 'Former l’accueil', owner: 'A1', doneOn: '2026-10-05', doneHow: 'Liste des présences', dueOn: '2026-10-31' };
const workbook = (actions: Actions) => writeWorkbook(intakeTemplate('fr', { ...smallCentre, answers: [], actions }));
const run = async (organizationId: string, actions: Actions, dryRun = false) =>
  (await runIntake(server.services.db, { kind: 'command' }, await workbook(actions), { organizationId }, { dryRun, today })).report?.actions;

test('actions enter the plan once, and are left alone afterwards', async () => {
  const actions = [...smallCentre.actions, done];
  const { organizationId = '' } = await runIntake(server.services.db, { kind: 'command' }, await workbook([]), { slug: 'valombre' }, { dryRun: false, today });
  const plan = () =>
    server.services.db.tx({ organizations: [organizationId], actor: { kind: 'command' } }, (tx) =>
      tx
        .selectFrom('planAction')
        .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'planAction.organizationId').onRef('person.id', '=', 'planAction.ownerId'))
        .where('planAction.organizationId', '=', organizationId)
        .select(['number', 'planAction.title', 'state', 'progress', 'lastName', 'ownerRole', 'costs'])
        .orderBy('number')
        .execute(),
    );
  expect(await run(organizationId, actions, true)).toEqual({ created: 2, changed: 0, unchanged: 0 });
  expect(await plan()).toEqual([]);
  expect(await run(organizationId, actions)).toEqual({ created: 2, changed: 0, unchanged: 0 });
  expect(await plan()).toMatchObject([
    { number: 1, title: 'Chiffrer les portables', state: 'planned', progress: 0, lastName: null, ownerRole: 'itHead', costs: [{ amount: 125_050 }, { amount: 18_000 }] },
    { number: 2, title: 'Former l’accueil', state: 'done', progress: 100, lastName: 'Legrand', ownerRole: null, costs: [] },
  ]);
  expect(await run(organizationId, actions)).toEqual({ created: 0, changed: 0, unchanged: 2 });
  // Put off within its year it is the same action; the same words for another year are another.
  const moved = actions.map((action, index) => ({ ...action, dueOn: index === 0 ? '2027-09-30' : '2027-10-31' }));
  expect(await run(organizationId, moved, true)).toEqual({ created: 1, changed: 0, unchanged: 1 });
});
