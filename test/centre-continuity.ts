type Add = (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>;

/** One row in every table of the continuity of a centre; needs its `ids` of people. */
export const fillContinuity = async (add: Add, ids: Record<string, string>, mark: string): Promise<void> => {
  const schedule = { weekdays: '[1]', times: '["22:00"]', scheduled_since: '2026-01-05' };
  const plan = await add('backupPlans', 'backup_plan', { name: mark, kind: 'server', what: mark, method: 'full', ...schedule, place: mark, person_id: ids['people'], search_text: mark.toLowerCase() });
  await add('backupPlanRuns', 'backup_plan_run', { plan_id: plan, planned_on: '2026-01-05', planned_time: '22:00', result: 'good', note: mark });
  await add('backupReportRules', 'backup_report_rule', { plan_id: plan, sender: mark, good_words: '["x"]', warning_words: '[]', failed_words: '[]' });
  await add('backupReports', 'backup_report', { sender: mark, subject: mark, text: mark, received_at: '2026-01-05', state: 'toSort' });
  await add('recoveryObjectives', 'recovery_objective', { restart_hours: 24, loss_hours: 24, decided_by: 'council', decided_on: '2026-01-05', reference: mark });
  await add('recoveryProposals', 'recovery_proposal', { restart_hours: 24, loss_hours: 24, reason: mark, proposed_on: '2026-01-05' });
  await add('restoreTests', 'restore_test', { plan_id: plan, tested_on: '2026-01-05', what: mark, extent: 'file', readable: true, minutes: 5, person_id: ids['people'] });
  await add('continuityExercises', 'continuity_exercise', { held_on: '2026-01-05', scenario: 'server', form: 'table', title: mark, participants: mark, led_by_id: ids['people'] });
};
