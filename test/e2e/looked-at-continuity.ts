type Add = (register: string, body: object) => Promise<{ id: string }>;

/** What the pages of continuity are looked at with: a backup that fails and is missed, and its runs. */
export const continuityLookedAt = async (add: Add): Promise<{ backupPlan: string; restoreTest: string; exercise: string; outage: string }> => {
  const schedule = { method: 'mixed', weekdays: [1, 2, 3, 4, 5], times: ['12:30', '22:00'], scheduledSince: '2026-01-05' };
  const planId = (await add('backupPlans', { name: 'Fichiers et messagerie', kind: 'server', what: 'Dossiers partagés et messagerie', ...schedule, place: 'NAS du local technique' })).id;
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
  const lead = (await add('callEntries', { task: 'leads', name: 'Geneviève Poncelet', phone: '0470 00 00 01', forEverybody: true })).id;
  await add('callEntries', { task: 'supplier', name: 'Vesdre Informatique', phone: '087 00 00 09', calledById: lead, position: 10, scenarios: ['server'], note: 'Contrat 2024/17' });
  await add('disasterSteps', { scenario: 'every', phase: 'atOnce', libraryKey: 'insurer', droppedReason: 'La commune est propriétaire' });
  await add('disasterSteps', { scenario: 'building', phase: 'atOnce', text: 'Prendre la caisse de secours à l’accueil.' });
  await add('minimumServices', { name: 'Aide sociale urgente', withinHours: 4, what: 'Recevoir, décider et aider le jour même', place: 'Maison communale', means: 'Formulaires et bons d’achat' });
  await add('fallbackPlaces', { name: 'Maison communale', address: 'Place 1, 4800 Valombre', seats: 12 });
  await add('restartItems', { name: 'Réseau et pare-feu', withinHours: 4 });
  await add('disasterCopies', { content: 'both', medium: 'paper', place: 'Coffre de la maison communale', holder: 'Secrétariat communal', givenOn: '2026-01-12' });
  const lost = { what: 'Téléphone et réseau du bâtiment', scenario: 'telecommunications', startedAt: '2026-01-12T07:30:00Z', restoredAt: '2026-01-13T15:00:00Z', cause: 'Câble coupé par un chantier' };
  const outage = (await add('outages', lost)).id;
  return { backupPlan: planId, restoreTest, exercise, outage };
};
