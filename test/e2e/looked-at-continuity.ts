type Add = (register: string, body: object) => Promise<{ id: string }>;

/** What the pages of continuity are looked at with: a backup that fails and is missed, and its runs. */
export const continuityLookedAt = async (add: Add): Promise<{ backupPlan: string }> => {
  const schedule = { method: 'mixed', weekdays: [1, 2, 3, 4, 5], times: ['12:30', '22:00'], scheduledSince: '2026-01-05' };
  const planId = (await add('backupPlans', { name: 'Serveur de fichiers', kind: 'server', what: 'Dossiers partagés et messagerie', ...schedule, place: 'NAS du local technique' })).id;
  for (const [plannedOn, result] of [
    ['2026-01-05', 'good'],
    ['2026-01-06', 'failed'],
    ['2026-01-07', 'warning'],
  ])
    await add('backupPlanRuns', { planId, plannedOn, plannedTime: '22:00', result, ...(result === 'good' ? {} : { note: 'Disque presque plein' }) });
  return { backupPlan: planId };
};
