import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import { type CandidacyInput, type MandateInput, type MandateKind, notifiedToAuthority, notifiedToFederalService } from '../modules/people/mandate.ts';
import type { Contract } from './contracts.ts';
import { addDays, councilDay, legislatureStart } from './days.ts';
import { hasMess } from './mess.ts';
import type { Cast } from './people.ts';
import type { Random } from './random.ts';
import { type ServiceKey, wording } from './wording.ts';

export type Mandate = MandateInput & { id: string };
export type Candidacy = CandidacyInput & { id: string };

/** When the pool began to work for the centre: within the first months of the story, or just now where SPP IS does not know the adviser yet. */
export const joinedOn = (index: number, today: CivilDate): CivilDate => (hasMess(index, 'adviserNotNotified') ? addDays(today, -45) : addDays(today, -3 * 365 + 20 + ((index * 29) % 200)));

/** Every function that somebody holds or held, with the council's decision and the notifications that follow from it. */
export const makeMandates = (index: number, cast: Cast, contracts: readonly Contract[], random: Random, today: CivilDate): Mandate[] => {
  const mandates: Mandate[] = [];
  const hired = new Map<string, CivilDate>();
  for (const { personId, start } of contracts) if (start < (hired.get(personId) ?? '9999')) hired.set(personId, start);
  const council = legislatureStart(today);
  const joined = joinedOn(index, today);
  const give = (kind: MandateKind, personId: string | undefined, wished: CivilDate, more: Partial<MandateInput> = {}): void => {
    if (!personId) return;
    // Nobody holds a function before they came.
    const came = hired.get(personId) ?? wished;
    const start = came > wished ? came : wished;
    const decidedOn = councilDay(addDays(start, -random.int(6, 30)));
    const told = (when: boolean, days: number): CivilDate | undefined => (when ? addDays(decidedOn, days) : undefined);
    const federal = told(notifiedToFederalService.includes(kind), random.int(3, 25));
    const authority = told(notifiedToAuthority.includes(kind), random.int(3, 25));
    const mandate: Mandate = {
      id: random.id(),
      personId,
      kind,
      start,
      decidedOn,
      decisionNumber: `${decidedOn.slice(0, 4)}/${String(random.int(1, 160)).padStart(3, '0')}`,
      ...(federal ? { federalServiceNotifiedOn: federal } : {}),
      ...(authority ? { authorityNotifiedOn: authority } : {}),
      ...more,
    };
    if (mandate.federalServiceNotifiedOn === undefined) delete mandate.federalServiceNotifiedOn;
    mandates.push(mandate);
  };
  // So many days after the pool began, and never to come.
  const after = (days: number): CivilDate => {
    const date = addDays(joined, days);
    return date < today ? date : addDays(today, -8);
  };
  const colleague = (keys: readonly ServiceKey[], hiredBefore: CivilDate = today): string | undefined => {
    const taken = new Set(mandates.map((mandate) => mandate.personId));
    for (const key of keys) {
      const found = cast.staff.get(key)?.find((person) => !taken.has(person) && (hired.get(person) ?? today) < hiredBefore);
      if (found) return found;
    }
    return undefined;
  };

  const [president, ...members] = cast.council;
  // Before the last elections somebody else presided, who still sits.
  if (council > addDays(today, -3 * 365)) give('president', members[0], legislatureStart(addDays(council, -1)), { end: addDays(council, -1) });
  give('president', president, council);
  give('directorGeneral', cast.directorGeneral, addDays(today, -6_000));
  members.forEach((member, at) => {
    // One councillor in the larger councils took the seat of another who resigned.
    const change = addDays(today, -380);
    const resigned = members.length >= 7 && at === members.length - 2 && change > council;
    const successor = members.length >= 7 && at === members.length - 1 && change > council;
    give('councilMember', member, successor ? addDays(change, 1) : council, resigned ? { end: change } : {});
  });

  const adviserHours = { weeklyHours: 200 + 50 * random.int(0, 6) };
  const own = hasMess(index, 'directorGeneralAsAdviser');
  give(
    'adviser',
    own ? cast.directorGeneral : colleague(['finance', 'administration', 'social'], joined < addDays(today, -960) ? addDays(joined, -60) : addDays(today, -960)),
    addDays(today, -1_600),
    { weeklyHours: 100, ...(own ? {} : { end: addDays(joined, -1) }) },
  );
  give(own ? 'deputyAdviser' : 'adviser', cast.shared.adviser, joined, { ...adviserHours, ...(hasMess(index, 'adviserNotNotified') ? { federalServiceNotifiedOn: undefined } : {}) });
  give('deputyAdviser', cast.shared.deputyAdviser, after(240), { weeklyHours: 100 });
  give('dpo', cast.shared.dpo, joined, { weeklyHours: 150, ...(hasMess(index, 'expiredMandate') ? { end: addDays(today, -140) } : {}) });

  const itHead = cast.heads.get('it');
  give('itHead', itHead, addDays(today, -1_500));
  give('itAgent', itHead ? (colleague(['it']) ?? cast.technician) : cast.technician, addDays(today, -900));
  give('financeDirector', cast.heads.get('finance'), addDays(today, -2_000));
  give('localCorrespondent', colleague(['administration', 'management', 'social']), after(30));
  give('archivist', colleague(['administration', 'social']), addDays(today, -700));
  give('reception', colleague(['social', 'administration']), addDays(today, -620));
  give('itSecurityOfficer', colleague(['finance', 'integration', 'homeCare', 'social']), addDays(today, -410));
  const correspondent = mandates.find((mandate) => mandate.kind === 'localCorrespondent')?.personId;
  for (const member of [cast.directorGeneral, correspondent, cast.shared.adviser, cast.technician]) give('platformMember', member, after(90));
  return mandates;
};

/** The questionnaires of those who asked to be adviser or deputy. */
export const makeCandidacies = (index: number, cast: Cast, language: DocumentLanguage, random: Random, today: CivilDate): Candidacy[] => {
  const words = wording[language];
  const joined = joinedOn(index, today);
  const year = Number(today.slice(0, 4));
  const own = hasMess(index, 'directorGeneralAsAdviser');
  const candidacy = (personId: string, job: CandidacyInput['function'], weeklyHours: number, more: Partial<CandidacyInput>): Candidacy => ({
    id: random.id(),
    personId,
    function: job,
    studies: words.studies.map((study, at) => ({ year: year - 14 + 7 * at, ...study })),
    career: words.careers.map((step, at) => ({ from: year - 13 + 6 * at, ...(at === 0 ? { to: year - 7 } : {}), ...step })),
    outsideFunctions: [],
    knowledge: words.knowledge,
    weeklyHours,
    conditions: { compatible: 'yes', impartial: 'yes', trained: 'yes', time: 'yes' },
    outcome: 'favorable',
    ...more,
  });
  const waiting = hasMess(index, 'adviserNotNotified');
  const found = [candidacy(cast.shared.adviser, own ? 'deputyAdviser' : 'adviser', 300, waiting ? { outcome: 'pending' } : { sentOn: addDays(joined, -60), outcomeOn: addDays(joined, -25) })];
  if (own)
    found.push(
      candidacy(cast.directorGeneral, 'adviser', 100, {
        studies: [],
        career: [],
        knowledge: { law: words.knowledge.law },
        conditions: { compatible: 'no', impartial: 'unsure', trained: 'no', time: 'unsure' },
        sentOn: addDays(today, -1_640),
        outcome: 'conditional',
        outcomeOn: addDays(today, -1_610),
      }),
    );
  if (index % 3 === 0)
    found.push(
      candidacy(cast.shared.deputyAdviser, 'deputyAdviser', 100, {
        sentOn: addDays(joined, 150),
        outcomeOn: addDays(joined, 190),
        conditions: { compatible: 'yes', impartial: 'yes', trained: 'yes', time: 'unsure' },
      }),
    );
  return found;
};
