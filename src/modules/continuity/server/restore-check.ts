import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { checksOf, correctRecorded, recordIntervention } from '../../interventions/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { checkResult, type RestoreTestInput } from '../restore.ts';
import { wordsOf } from '../words.ts';
import { objectiveOn } from './restore-store.ts';

/** What the table of interventions says of a test: what was done, how it stands against what was decided by its day, and what is to be done. */
const told = async (tx: Tx, organizationId: string, test: RestoreTestInput, words: ReturnType<typeof wordsOf>) => ({
  ...checkResult(test, await objectiveOn(tx, organizationId, test.planId, test.testedOn), words),
  result: [test.what, typeof test.minutes === 'number' ? words.minutes.replace('{{count}}', String(test.minutes)) : undefined].filter(Boolean).join(' · '),
});
const wordsOfCentre = async (tx: Tx, organizationId: string) => wordsOf((await findOrganization(tx, organizationId))?.documentLanguage ?? 'fr');

/**
 * A restore test is an intervention, and closes the recurring check of its backup: as good only where it met what was decided. The id of the intervention.
 * `at` is the instant at which it is entered, where that is not now.
 */
export const enterIntervention = async (tx: Tx, organizationId: string, values: Record<string, unknown>, at?: Date): Promise<string> => {
  const test = values as RestoreTestInput;
  const plan = (await findRecord(tx, 'backupPlan', organizationId, test.planId))!;
  const origin = { kind: 'backup' as const, id: test.planId };
  const check = (await checksOf(tx, organizationId, [origin])).find(({ rule }) => rule === 'restoreExercised');
  const words = await wordsOfCentre(tx, organizationId);
  const { id } = await recordIntervention(tx, organizationId, {
    nature: 'check',
    subject: words.checkRestore.replace('{{name}}', plan['name'] as string).slice(0, 200),
    start: test.testedOn,
    ...(await told(tx, organizationId, test, words)),
    checkId: check?.id,
    origin,
    byPersonId: test.personId,
    supplierId: test.supplierId,
    deviceId: (plan['deviceId'] as string | null) ?? undefined,
    resourceId: (plan['resourceId'] as string | null) ?? undefined,
    at,
  });
  return id;
};

/** What the intervention of a test says follows the test where that was corrected; the correction is seen in its table. */
export const followIntervention = async (tx: Tx, organizationId: string, record: Record<string, unknown>, at: Date): Promise<void> => {
  if (!record['interventionId']) return;
  const test = record as unknown as RestoreTestInput;
  const words = await wordsOfCentre(tx, organizationId);
  const { outcome, result, followUp } = await told(tx, organizationId, test, words);
  const changes = { outcome, result, followUp: followUp ?? null, start: test.testedOn, end: test.testedOn };
  await correctRecorded(tx, organizationId, record['interventionId'] as string, { because: words.corrected, changes, at });
};
