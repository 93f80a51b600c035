import type { CivilDate } from '../kernel/dates.ts';
import { completeServices, enterOutage, hasDisasterPlan, numberCalls, proposeCalls, proposeRestart, proposeServices } from '../modules/continuity/server/service.ts';
import { libraryText } from '../modules/documents/server/library.ts';
import { approve } from '../modules/documents/server/service.ts';
import { openDraft } from '../modules/documents/server/store.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import type { Diary } from './diary.ts';
import { hasInterventions } from './interventions-store.ts';
import { disasterStory } from './disaster-words.ts';
import { hasMess, patternLength } from './mess.ts';
import { phone } from './numbers.ts';
import { randomOf } from './random.ts';
import { wording } from './wording.ts';

/** How the disaster plan of the centre at that place in the pool stands: where it never was before the council, the continuity plan of old still holds. */
export const disasterPlanState = (index: number): 'approved' | 'old' | 'never' | 'notOutside' => (['approved', 'old', 'never', 'notOutside'] as const)[(index % patternLength) % 4]!;

/**
 * The disaster plans of the pool: approved with the last policy and kept outside, approved long ago with an old copy, approved and nowhere outside,
 * or drawn and never before the council. Nothing where there is one, or in a centre that has only begun.
 */
export const recordDisasterPlan = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered') || (await db.tx(scope, (tx) => hasDisasterPlan(tx, centre.id)))) return;
  const state = disasterPlanState(centre.index);
  const { id, organization, policy } = centre;
  const language = organization.documentLanguage;
  await db.tx(scope, (tx) => insertParts(tx, centre, state === 'never', today), { seconds: 60 });
  const kind = 'disasterPlan';
  const approval = state === 'old' ? policy.approvals[0] : policy.approvals.at(-1);
  if (!approval) return;
  if (state === 'never') {
    await db.tx(scope, (tx) => openDraft(tx, id, { kind, language, libraryRevision: libraryText(kind, language).revision, draftedOn: addDays(today, -12) }));
    return;
  }
  const { decidedOn } = approval;
  const draft = await db.tx(scope, (tx) => openDraft(tx, id, { kind, language, libraryRevision: libraryText(kind, language).revision, draftedOn: addDays(decidedOn, -20) }));
  await approve({ db, now: () => new Date(`${decidedOn}T18:40:00Z`) }, scope, id, draft.id, 1, {
    decidedOn,
    ...(approval.decisionNumber ? { decisionNumber: `${approval.decisionNumber}b` } : {}),
    approver: 'council',
  });
  if (state === 'notOutside') return;
  await db.tx(scope, async (tx) => {
    const { vault, secretary, carried } = disasterStory[language];
    const givenOn = addDays(decidedOn, 12);
    const seen = addDays(today, -70);
    await insertRecord(tx, 'disasterCopy', id, {
      content: 'both',
      medium: 'paper',
      documentVersionId: draft.id,
      place: vault,
      holder: secretary,
      givenOn,
      confirmedOn: state === 'approved' && seen > givenOn ? seen : undefined,
    });
    await insertRecord(tx, 'disasterCopy', id, { content: 'card', medium: 'phone', documentVersionId: draft.id, place: carried, personId: centre.cast.shared.adviser, givenOn });
  });
};

/** Two outages, one of them beyond what the council had decided, which is an intervention too. Nothing where interventions were told already, or in a centre that has only begun. */
export const tellOutages = async ({ db }: Pick<Services, 'db'>, scope: Scope, { id, index, organization }: Centre, diary: Diary, today: CivilDate): Promise<void> => {
  if (hasMess(index, 'justEntered') || (await db.tx(scope, (tx) => hasInterventions(tx, id)))) return;
  const { outages } = disasterStory[organization.documentLanguage];
  const [begun, over] = [addDays(today, -95), addDays(today, -94)];
  diary.add(over, async (tx) => {
    await insertRecord(tx, 'outage', id, {
      ...outages[0],
      scenario: 'telecommunications',
      startedAt: new Date(`${addDays(today, -260)}T06:40:00Z`),
      restoredAt: new Date(`${addDays(today, -260)}T14:15:00Z`),
    });
    const long = await insertRecord(tx, 'outage', id, { ...outages[1], scenario: 'server', startedAt: new Date(`${begun}T05:20:00Z`), restoredAt: new Date(`${over}T13:45:00Z`) });
    await enterOutage(tx, id, long.id, new Date(`${over}T14:30:00Z`));
  });
};

const insertParts = async (tx: Tx, centre: Centre, unfinished: boolean, today: CivilDate): Promise<void> => {
  const { id, organization, cast } = centre;
  const words = disasterStory[organization.documentLanguage];
  await proposeCalls(tx, id, organization.documentLanguage, today, organization.federalContact ?? null);
  // One number is wanting still: that of whoever came last.
  const random = randomOf(`calls/${centre.index}`);
  const numbers = Array.from({ length: 30 }, () => phone(random, wording[organization.documentLanguage].zone));
  await numberCalls(tx, id, numbers, unfinished ? 5 : 1);
  await insertRecord(tx, 'callEntry', id, { position: 900, task: 'insurance', name: words.insurer, phone: '087 00 00 44', scenarios: ['building'], onCard: true, forEverybody: false });
  await proposeServices(tx, id, organization.documentLanguage);
  if (unfinished) return;
  await insertRecord(tx, 'fallbackPlace', id, {
    position: 10,
    name: words.town,
    address: words.townAddress,
    contact: words.townContact,
    phone: '087 00 00 10',
    seats: 12,
    equipment: words.townEquipment,
    agreedOn: addDays(today, -700),
  });
  await insertRecord(tx, 'fallbackPlace', id, { position: 20, name: words.school, address: words.townAddress, seats: 40, equipment: words.schoolEquipment });
  await insertRecord(tx, 'restartItem', id, { position: 1, name: words.power, withinHours: 4 });
  await proposeRestart(tx, id, today);
  await insertRecord(tx, 'disasterStep', id, { scenario: 'building', phase: 'atOnce', libraryKey: 'evacuate', text: words.reworded, position: 0 });
  await insertRecord(tx, 'disasterStep', id, { scenario: 'building', phase: 'atOnce', libraryKey: 'guard', droppedReason: words.dropped, position: 0 });
  await insertRecord(tx, 'disasterStep', id, { scenario: 'building', phase: 'atOnce', text: words.ownStep, position: 10 });
  const [lead = cast.directorGeneral, deputy = cast.directorGeneral] = [...cast.heads.values()].filter((person) => person !== cast.directorGeneral);
  await completeServices(tx, id, { leadId: lead, deputyId: deputy, place: words.where, people: words.people });
};
