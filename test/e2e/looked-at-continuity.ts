type Add = (register: string, body: object) => Promise<{ id: string }>;

/** What the pages of continuity are looked at with: a backup that fails and is missed, and its runs. */
export const continuityLookedAt = async (add: Add): Promise<{ backupPlan: string; restoreTest: string; exercise: string }> => {
  const schedule = { method: 'mixed', weekdays: [1, 2, 3, 4, 5], times: ['12:30', '22:00'], scheduledSince: '2026-01-05' };
  const planId = (await add('backupPlans', { name: 'Serveur de fichiers', kind: 'server', what: 'Dossiers partagés et messagerie', ...schedule, place: 'NAS du local technique' })).id;
  for (const [plannedOn, result] of [
    ['2026-01-05', 'good'],
    ['2026-01-06', 'failed'],
    ['2026-01-07', 'warning'],
  ])
    await add('backupPlanRuns', { planId, plannedOn, plannedTime: '22:00', result, ...(result === 'good' ? {} : { note: 'Disque presque plein' }) });
  await add('backupReports/read', { from: 'nas@cpas.example', subject: 'Back-uptaak geslaagd', text: 'De back-upbewerking is voltooid.' });
  await add('recoveryObjectives', { restartHours: 24, lossHours: 24, decidedBy: 'council', decidedOn: '2026-01-02', reference: 'Point 7' });
  await add('restoreTests', { planId, testedOn: '2026-01-09', what: 'Le dossier partagé', extent: 'file', readable: true, minutes: 35, lostMinutes: 840 });
  const test = { planId, testedOn: '2026-01-16', what: 'Le serveur entier, sur une machine de réserve', extent: 'system', readable: true, minutes: 1900, lostMinutes: 900 };
  const restoreTest = (await add('restoreTests', test)).id;
  const exercise = (await add('continuityExercises', { heldOn: '2026-01-20', scenario: 'ransomware', form: 'table', title: 'Un lundi sans serveur', participants: 'Direction, informatique' })).id;
  return { backupPlan: planId, restoreTest, exercise };
};
