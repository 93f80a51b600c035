import type { CivilDate } from '../../kernel/dates.ts';
import type { Due } from '../../kernel/obligation.ts';
import type { RuleId } from '../../kernel/rules.ts';
import type { MovementKind } from './movement.ts';
import type { Level, NewStep, StepRole } from './step.ts';
import { dueOfTerm, type Entry } from './template.ts';

const levels: readonly Level[] = ['hold', 'read', 'write', 'validate', 'administer'];
const keyKinds: readonly string[] = ['room', 'key', 'code'];

export type HeldRight = { grantId: string; resourceId: string; resourceName: string; resourceKind: string; level: Level; supplierId?: string | undefined };
export type ProfileRight = { resourceId: string; level: Level };

/** What a case is planned by, as the registers have it. */
export type CaseFacts = {
  kind: MovementKind;
  id: string;
  personId: string;
  day: CivilDate;
  contractKind?: string | undefined;
  /** Rights that count on the day. */
  held: readonly HeldRight[];
  /** What goes with the function that ends, and with the one that begins or goes on. */
  before: readonly ProfileRight[];
  after: readonly ProfileRight[];
  /** Whether another contract goes on after the day. */
  otherContract: boolean;
  /** Services that the person heads. */
  led: readonly { id: string; name: string }[];
  /** Who decides in the place of a head of service: the head, the head of a service above, or else nobody. Never the person. */
  headId?: string | undefined;
  /** The functions that somebody holds. */
  roles: ReadonlySet<string>;
  /** Of the people whom the centre names as owners, those who work there still. */
  present?: ReadonlySet<string> | undefined;
  /** Rights that a suspension took away, to be given again. */
  resumed?: readonly { grantId: string; resourceId: string; level: Level; account?: string | undefined }[] | undefined;
  reason: string;
};

/** Who stands in where nobody holds a function. */
const standIns: Partial<Record<StepRole, readonly StepRole[]>> = {
  itAgent: ['itHead', 'localCorrespondent'],
  itHead: ['itAgent', 'localCorrespondent'],
  localCorrespondent: ['reception'],
  reception: ['localCorrespondent'],
  deputyAdviser: ['adviser'],
  president: ['directorGeneral'],
};

/** The function that a step falls to: the one named, else who stands in for it, else the adviser. */
export const ownerOf = (role: StepRole, roles: ReadonlySet<string>): StepRole => [role, ...(standIns[role] ?? [])].find((one) => roles.has(one)) ?? 'adviser';

/** Which of the rights held go, which stay because a function justifies them, and which nobody can tell: those in neither profile. */
export const sortRights = ({ kind, held, before, after, otherContract }: Pick<CaseFacts, 'kind' | 'held' | 'before' | 'after' | 'otherContract'>) => {
  const stays = kind === 'change' || (kind === 'departure' && otherContract);
  const justified = ({ resourceId, level }: HeldRight) => after.some((right) => right.resourceId === resourceId && levels.indexOf(right.level) >= levels.indexOf(level));
  const went = ({ resourceId }: HeldRight) => [...before, ...after].some((right) => right.resourceId === resourceId);
  if (kind === 'arrival') return { going: [], kept: [...held], doubts: [] };
  if (!stays) return { going: [...held], kept: [], doubts: [] };
  const kept = held.filter(justified);
  const rest = held.filter((right) => !justified(right));
  return { going: rest.filter(went), kept, doubts: rest.filter((right) => !went(right)) };
};

/** The steps of a case, in order: each entry once, or once for each of what it stands for (POL 1.4; MES 2.8). */
export const planSteps = (facts: CaseFacts, entries: readonly Entry[], due: (rule: RuleId, start: Due) => Due): NewStep[] => {
  const { going, doubts } = sortRights(facts);
  const missing = facts.after.filter(({ resourceId, level }) => !facts.held.some((right) => right.resourceId === resourceId && levels.indexOf(right.level) >= levels.indexOf(level)));
  const until = (entry: Entry) => {
    const end = dueOfTerm(entry.term, facts.day, facts.contractKind, due);
    return 'on' in end ? { dueOn: end.on } : { dueAt: end.at };
  };
  const owner = (entry: Entry) => {
    // Nobody sees to their own departure, and who has left sees to nothing.
    if (entry.ownerId && entry.ownerId !== facts.personId && facts.present?.has(entry.ownerId)) return { ownerId: entry.ownerId };
    if (entry.owner !== 'headOfService') return { ownerRole: ownerOf(entry.owner, facts.roles) };
    return facts.headId ? { ownerId: facts.headId } : { ownerRole: ownerOf('directorGeneral', facts.roles) };
  };
  const steps = entries.flatMap((entry): NewStep[] => {
    if (entry.when === 'lastContract' && facts.otherContract) return [];
    const common = {
      origin: { kind: 'movement' as const, id: facts.id },
      personId: facts.personId,
      templateId: entry.id,
      term: entry.term,
      ...(entry.title ? { title: entry.title } : {}),
      ...(entry.after ? { after: entry.after } : {}),
      ...owner(entry),
      ...until(entry),
    };
    const kind = entry.kind as Exclude<NewStep['kind'], 'give' | 'withdraw'>;
    switch (entry.each) {
      case 'accounts':
      case 'keys':
        return going
          .filter(({ resourceKind }) => keyKinds.includes(resourceKind) === (entry.each === 'keys'))
          .map(({ grantId }): NewStep => ({ ...common, kind: 'withdraw', grantId, reason: facts.reason }));
      case 'firms':
        return [...new Set(going.flatMap(({ supplierId }) => supplierId ?? []))].map((supplierId) => ({ ...common, kind, supplierId }));
      case 'profile':
        return missing.map(({ resourceId, level }): NewStep => ({ ...common, kind: 'give', resourceId, level, reason: facts.reason }));
      case 'services':
        return facts.led.map(({ name }) => ({ ...common, kind, title: name }));
      case 'doubts':
        return doubts.length > 0
          ? [
              {
                ...common,
                kind,
                title: [...new Set(doubts.map(({ resourceName }) => resourceName))]
                  .toSorted((a, b) => a.localeCompare(b))
                  .join(', ')
                  .slice(0, 200),
              },
            ]
          : [];
      default:
        return [{ ...common, kind }];
    }
  });
  const resumed = (facts.resumed ?? []).map(({ grantId, resourceId, level, account }): NewStep => ({
    origin: { kind: 'movement', id: facts.id },
    kind: 'give',
    personId: facts.personId,
    grantId,
    resourceId,
    level,
    ...(account ? { account } : {}),
    reason: facts.reason,
    ownerRole: ownerOf('itAgent', facts.roles),
    term: { amount: 0, unit: 'day' },
    dueOn: facts.day,
  }));
  // What falls to nobody because it stands for nothing waits for nothing either.
  const kinds = new Set(steps.map((step) => step.kind));
  return [...resumed, ...steps].map((step, position) => ({ ...step, position, after: step.after && kinds.has(step.after) ? step.after : undefined }));
};
