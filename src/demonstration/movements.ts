import { dayOf, endOfDay } from '../kernel/counting.ts';
import type { CivilDate } from '../kernel/dates.ts';
import { closeCase, doStep, startCase, stepsOf } from '../modules/movements/server/service.ts';
import type { StepKind } from '../modules/movements/step.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import type { Contract } from './contracts.ts';
import { addDays } from './days.ts';
import { hasMess } from './mess.ts';
import { hasCases, insertPastCases, type PastCase } from './movements-store.ts';

type Told = { kind: StepKind; owner: string; days: number; hands?: true };
const departure: readonly Told[] = [
  { kind: 'closeProxy', owner: 'itAgent', days: 1 },
  { kind: 'returnKeys', owner: 'localCorrespondent', days: 0 },
  { kind: 'returnDevices', owner: 'itAgent', days: 0 },
  { kind: 'noCopies', owner: 'directorGeneral', days: 0 },
  { kind: 'handDocuments', owner: 'directorGeneral', days: 7, hands: true },
  { kind: 'deleteAccount', owner: 'itAgent', days: 14 },
  { kind: 'handMessages', owner: 'adviser', days: 1, hands: true },
  { kind: 'autoReply', owner: 'itAgent', days: 1 },
  { kind: 'closeMailbox', owner: 'itAgent', days: 31 },
];
const arrival: readonly Told[] = [
  { kind: 'undertaking', owner: 'adviser', days: 0 },
  { kind: 'welcome', owner: 'adviser', days: 7 },
  { kind: 'loggingTold', owner: 'adviser', days: 0 },
];
const remark: Record<string, string> = { fr: 'Travaillait sans matériel du centre', nl: 'Werkte zonder materiaal van het centrum', de: 'Arbeitete ohne Geräte des Zentrums' };

/** So long ago, and older, cases are closed. */
const settled = 45;
const hour = 3_600_000;
const evening = (day: CivilDate, hours: number): Date => new Date(endOfDay(day) + hours * hour);

/** A case of long ago, closed; one departure in nine had its account closed late, now and then a step did not apply. */
const past = (contract: Contract, kind: 'arrival' | 'departure', turn: number, heir: string | undefined, language: string): PastCase => {
  const day = kind === 'arrival' ? contract.start : contract.end!;
  const late = turn % 9 === 4;
  const steps = (kind === 'arrival' ? arrival : departure).map((told, index): PastCase['steps'][number] => {
    const spared = told.kind === 'returnDevices' && turn % 5 === 2;
    return {
      kind: told.kind,
      ownerRole: told.owner,
      dueOn: addDays(day, told.days),
      doneAt: evening(addDays(day, told.days), -9 - ((turn + index) % 6)),
      state: spared ? 'notApplicable' : 'done',
      ...(spared ? { reason: remark[language] ?? remark['fr']! } : {}),
      ...(told.hands && heir ? { recipientId: heir } : {}),
    };
  });
  const disabled: PastCase['steps'][number] = {
    kind: 'disableAccount',
    ownerRole: 'itAgent',
    dueAt: evening(day, 24).toISOString(),
    doneAt: evening(day, late ? 39 : (turn % 4) * 5 - 7),
    state: 'done',
  };
  return {
    kind,
    personId: contract.personId,
    contractId: contract.id,
    day,
    announcedAt: evening(addDays(day, -(10 + (turn % 20))), -10),
    closedAt: evening(addDays(day, 33), -9),
    steps: kind === 'departure' ? [disabled, ...steps] : steps,
  };
};

/** Does what was due by a day, in the evening before, as whoever is asked would; who receives what is left is somebody of long standing. */
const settle = async (tx: Tx, organizationId: string, id: string, by: CivilDate, heir: string | undefined, now: Date): Promise<void> => {
  const steps = await stepsOf(tx, organizationId, { kind: 'movement', id });
  for (const step of steps.toSorted((a, b) => Number(b.afterKind === null) - Number(a.afterKind === null))) {
    const day = step.dueOn ?? dayOf(step.dueAt!);
    const handing = step.kind === 'handDocuments' || step.kind === 'handMessages';
    if (day > by || (handing && !heir)) continue;
    const current = (await stepsOf(tx, organizationId, { kind: 'movement', id })).find((one) => one.id === step.id)!;
    const waits = current.afterKind && steps.some((one) => one.kind === current.afterKind && (one.dueOn ?? dayOf(one.dueAt!)) > by);
    if (current.state !== 'open' || waits) continue;
    await doStep(
      tx,
      organizationId,
      current,
      current.version,
      { outcome: 'done', doneAt: evening(addDays(day, -1), 15).toISOString(), ...(handing ? { recipientId: heir } : {}) },
      { now, accountId: undefined },
    );
  }
};

/** The last of these is closed with its certificate: drawing one for each would take longer than all the rest. */
const certifyLast = (cases: readonly PastCase[]): PastCase[] => {
  const [last] = cases.toSorted((a, b) => b.closedAt.getTime() - a.closedAt.getTime());
  return cases.map((one) => (one === last ? { ...one, certified: true } : one));
};

/**
 * Three years of arrivals and departures, as the contracts of a centre say them: those of long ago closed, those of these weeks under way with the
 * rights that the people hold, some with nothing begun. Nothing happens where there are some.
 */
export const recordMovements = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate, now: Date): Promise<void> => {
  if (hasMess(centre.index, 'justEntered')) return;
  const language = centre.organization.documentLanguage;
  const since = addDays(today, -3 * 365);
  const of = (contract: Contract) => centre.contracts.filter((other) => other.personId === contract.personId && other !== contract);
  const came = centre.contracts.filter((contract) => contract.start >= since && contract.start <= addDays(today, 20) && of(contract).every(({ end }) => !end || end !== addDays(contract.start, -1)));
  const left = centre.contracts.filter(
    (contract) => contract.end && contract.end >= since && contract.end <= addDays(today, 20) && of(contract).every(({ start }) => start !== addDays(contract.end!, 1)),
  );
  const heir = centre.contracts.find((contract) => !contract.end && contract.start < since)?.personId;
  const old = (day: CivilDate): boolean => day < addDays(today, -settled);
  const toCertify = await db.tx(scope, async (tx) => {
    if (await hasCases(tx, centre.id)) return undefined;
    const pastCases = [
      ...certifyLast(came.filter(({ start }) => old(start)).map((contract, turn) => past(contract, 'arrival', turn, undefined, language))),
      ...certifyLast(left.filter(({ end }) => old(end!)).map((contract, turn) => past(contract, 'departure', turn, heir, language))),
    ];
    const open = await insertPastCases(tx, centre.id, pastCases);
    const recent = [
      ...came.filter(({ start }) => !old(start)).map((contract) => ({ kind: 'arrival' as const, contract, day: contract.start })),
      ...left.filter(({ end }) => !old(end!)).map((contract) => ({ kind: 'departure' as const, contract, day: contract.end! })),
    ];
    // Of four that are near, one has nothing begun: a contract was entered, and nobody was told.
    for (const [turn, { kind, contract, day }] of recent.entries()) {
      if (turn % 4 === 3) continue;
      const id = await startCase(tx, centre.id, { kind, personId: contract.personId, contractId: contract.id, day }, { now: day < today ? evening(addDays(day, -5), -9) : now, language });
      // Two of three go well: what was due some days ago is done.
      if (turn % 3 !== 1) await settle(tx, centre.id, id, addDays(today, -2), heir, now);
    }
    return open;
  });
  // Drawn after what they certify was written; in the order of their days, for their numbers.
  for (const { id, closedAt } of (toCertify ?? []).toSorted((a, b) => a.closedAt.getTime() - b.closedAt.getTime())) await closeCase({ db, now: () => closedAt }, scope, centre.id, id, 1);
};
