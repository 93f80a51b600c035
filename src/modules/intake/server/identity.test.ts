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

const workbook = (municipality: string, population?: number) =>
  writeWorkbook(
    intakeTemplate('fr', { ...smallCentre, answers: [], centre: [{ ...smallCentre.centre[0], 'name.fr': `CPAS de ${municipality}`, municipality, ...(population ? { population } : {}) }] }),
  );
const run = async (bytes: Uint8Array, organizationId: string, options: { dryRun?: boolean; confirmed?: boolean }) =>
  runIntake(server.services.db, { kind: 'command' }, bytes, { organizationId }, { dryRun: false, today, ...options });

test('the workbook of another centre is not entered unless it is confirmed', async () => {
  const { organizationId = '' } = await runIntake(server.services.db, { kind: 'command' }, await workbook('Valombre'), { slug: 'valombre' }, { dryRun: false, today });
  // The same centre, with one more fact, needs no word.
  expect(await run(await workbook('Valombre', 9400), organizationId, {})).toMatchObject({ written: true, report: { organization: 'changed', identity: [] } });
  const other = await workbook('Orneval', 120);
  const identity = [
    { field: 'name.fr', from: 'CPAS de Valombre', to: 'CPAS de Orneval' },
    { field: 'municipality', from: 'Valombre', to: 'Orneval' },
  ];
  expect((await run(other, organizationId, { dryRun: true })).report?.identity).toEqual(identity);
  const refused = await run(other, organizationId, {});
  expect(refused).toMatchObject({
    written: false,
    issues: [
      { code: 'otherCentre', severity: 'error', parameters: { from: 'CPAS de Valombre' } },
      { code: 'otherCentre', value: 'Orneval' },
    ],
  });
  expect(refused.report).toBeUndefined();
  // Nothing was written: it still differs, and so it does for the population.
  expect(await run(await workbook('Valombre', 9400), organizationId, { dryRun: true })).toMatchObject({ report: { organization: 'unchanged' } });
  expect((await run(other, organizationId, { confirmed: true })).written).toBe(true);
  expect(await run(other, organizationId, {})).toMatchObject({ written: true, report: { organization: 'unchanged', identity: [] } });
});
