import { addDays, addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { checksOf, dropCheck, keepCheck } from '../../interventions/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { wordsOf } from '../words.ts';

/**
 * The checks that a backup asks for, kept among the recurring ones: that it can be read (MES 2.8, weekly unless the centre chose otherwise), and that a
 * restore is exercised, of what a machine restores. A backup that is over, or was deleted, asks for none.
 */
export const keepPlanChecks = async (tx: Tx, organizationId: string, id: string, record: Record<string, unknown> | undefined): Promise<void> => {
  const origin = { kind: 'backup' as const, id };
  const language = (await findOrganization(tx, organizationId))?.documentLanguage ?? 'fr';
  const words = wordsOf(language);
  if (!record || record['endedOn']) return dropCheck(tx, organizationId, origin, words.checkEnded);
  const standing = await checksOf(tx, organizationId, [origin]);
  const since = record['scheduledSince'] as CivilDate;
  const resourceId = (record['resourceId'] as string | null) ?? undefined;
  const deviceId = (record['deviceId'] as string | null) ?? undefined;
  const keep = async (rule: 'backupsChecked' | 'restoreExercised', title: string, first: CivilDate): Promise<void> => {
    const known = standing.find((check) => check.rule === rule);
    // Another schedule does not put off a check that waits.
    const firstOn = known && !known.lastOn ? known.nextOn : first;
    await keepCheck(tx, organizationId, { origin, rule, title: title.replace('{{name}}', record['name'] as string).slice(0, 200), firstOn, resourceId, deviceId });
  };
  await keep('backupsChecked', words.checkReadable, addDays(since, 7));
  if (record['kind'] !== 'paper') await keep('restoreExercised', words.checkRestore, addMonths(since, 3));
};
