import { addDays, type CivilDate } from '../../kernel/dates.ts';
import type { Asking, Due, Obligation } from '../../kernel/obligation.ts';
import { permissions, type Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';
import type { MovementKind } from './movement.ts';
import type { StepKind, StepOrigin, Term } from './step.ts';

/** An open step with a term, as the store finds it. */
export type StepDuty = {
  organizationId: string;
  id: string;
  kind: StepKind;
  originKind: StepOrigin;
  originId: string;
  day: CivilDate | null;
  personName: string | null;
  ownerId: string | null;
  ownerRole: Role | null;
  dueAt: Date | null;
  dueOn: CivilDate | null;
  openedOn: CivilDate;
  term: Term | null;
};
/** A case of which nothing is open and that nobody closed; an event of a contract that has no case. */
export type CaseDuty = { organizationId: string; id: string; kind: MovementKind; day: CivilDate; personName: string; readyOn: CivilDate };
export type EventDuty = { organizationId: string; contractId: string; suspensionId: string | null; kind: MovementKind; day: CivilDate; personName: string };

const keepers: readonly Role[] = ['adviser', 'deputyAdviser', 'localCorrespondent'];
/** Whether who has to act may open the case itself; a head of service who is named may. */
const readsCases = (role: Role | null): boolean => role === null || (permissions['movement.read'] as readonly Role[]).includes(role);
/** What is due in so many days is shown; the rest is the room's own business. */
const ahead = 60;

/** What is due by the cases and the steps of these centres; departures without a case are told by the room of people until they have one. */
export const duties = (steps: readonly StepDuty[], cases: readonly CaseDuty[], events: readonly EventDuty[], asking: Asking): Obligation[] => {
  const horizon = addDays(asking.today, ahead);
  const ofSteps = steps
    .filter(({ dueOn, dueAt }) => (dueOn ?? dueAt!.toISOString().slice(0, 10)) <= horizon)
    .map(({ organizationId, id, kind, originKind, originId, day, personName, ownerId, ownerRole, dueAt, dueOn, openedOn, term }): Obligation => {
      const due: Due = dueAt ? { at: dueAt.toISOString() } : { on: dueOn! };
      const rule: RuleId = term && 'rule' in term ? term.rule : 'accessStep';
      const start = day ?? openedOn;
      return {
        organizationId,
        room: 'movements',
        rule,
        subject: { kind: 'step', id },
        title: { key: `step.${kind}` },
        about: personName ?? undefined,
        reason: day ? { key: 'reason.day', values: { date: { date: day } } } : { key: `reason.${originKind}`, values: { date: { date: openedOn } } },
        start: { on: start },
        due,
        act: ownerId ? { roles: [], people: [ownerId] } : { roles: ownerRole ? [ownerRole] : keepers },
        action: { label: { key: 'do.step' }, path: originKind === 'movement' && readsCases(ownerRole) ? `movements/${originId}` : 'movements/steps' },
        read: 'movement.read',
      };
    });
  const ofCases = cases.map(({ organizationId, id, kind, personName, readyOn }): Obligation => ({
    organizationId,
    room: 'movements',
    rule: 'movementClosed',
    subject: { kind: 'movement', id },
    title: { key: `close.${kind}` },
    about: personName,
    reason: { key: 'reason.ready', values: { date: { date: readyOn } } },
    start: { on: readyOn },
    due: asking.due('movementClosed', organizationId, { on: readyOn }),
    act: { roles: keepers },
    action: { label: { key: 'do.close' }, path: `movements/${id}` },
    read: 'movement.read',
  }));
  const ofEvents = events
    .filter(({ kind }) => kind !== 'departure')
    .map(({ organizationId, contractId, suspensionId, kind, day, personName }): Obligation => {
      const rule = kind === 'suspension' ? 'accountsSuspended' : 'movementOpened';
      return {
        organizationId,
        room: 'movements',
        rule,
        subject: { kind: suspensionId ? 'return' : kind, id: `${contractId}/${day}` },
        title: { key: suspensionId ? 'open.return' : `open.${kind}` },
        about: personName,
        reason: { key: 'reason.contract', values: { date: { date: day } } },
        start: { on: day },
        due: asking.due(rule, organizationId, { on: day }),
        act: { roles: keepers },
        action: { label: { key: 'do.open' }, path: 'movements' },
        read: 'contract.read',
      };
    });
  return [...ofSteps, ...ofCases, ...ofEvents];
};
