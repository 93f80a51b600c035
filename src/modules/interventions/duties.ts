import { dueDay } from '../../kernel/counting.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { CentreRole, Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';
import { checkRoles, type Every, nextOn } from './check.ts';
import { missingParties, rolesOfParties } from './maintenance.ts';

/** One fact that asks for something, as the store finds it; `on` is what its period counts from. */
export type DutyRow = {
  what: 'decide' | 'ratify' | 'close' | 'check' | 'freeze' | 'agree' | 'renew' | 'cover' | 'sort' | 'mailbox';
  organizationId: string;
  id: string;
  name: string;
  on: CivilDate;
  /** Of a check: its rule, interval, first day, last day, and who sees to it. */
  rule: RuleId | null;
  everyAmount: number | null;
  everyUnit: Every['unit'] | null;
  firstOn: CivilDate | null;
  ownerRole: CentreRole | null;
  ownerId: string | null;
  /** Of an agreement of remote maintenance: the days on which each of the three agreed. */
  agreed: [adviser: CivilDate | null, itHead: CivilDate | null, controller: CivilDate | null] | null;
};

const security: readonly Role[] = ['adviser', 'deputyAdviser'];
const carriers: readonly Role[] = [...security, 'itHead', 'itAgent', 'localCorrespondent'];
const plain: Record<Exclude<DutyRow['what'], 'check'>, { rule: RuleId; roles: readonly Role[]; path: (id: string) => string }> = {
  decide: { rule: 'interventionDecided', roles: security, path: (id) => `interventions/${id}` },
  ratify: { rule: 'interventionRatified', roles: security, path: (id) => `interventions/${id}` },
  close: { rule: 'interventionClosed', roles: carriers, path: (id) => `interventions/${id}` },
  freeze: { rule: 'interventionYearFrozen', roles: security, path: () => 'interventions/tables' },
  agree: { rule: 'maintenanceAgreed', roles: [...security, 'itHead', 'directorGeneral'], path: (id) => `interventions/maintenance/${id}` },
  renew: { rule: 'maintenanceRenewed', roles: [...security, 'itHead', 'localCorrespondent'], path: (id) => `interventions/maintenance/${id}` },
  cover: { rule: 'maintenanceCovered', roles: [...security, 'itHead'], path: (id) => `interventions/maintenance/new?firm=${id}` },
  sort: { rule: 'mailsSorted', roles: [...security, 'localCorrespondent'], path: () => 'interventions/mails' },
  mailbox: { rule: 'mailboxRead', roles: security, path: () => 'interventions/mailbox' },
};

/** Whoever has still to agree; where that is the head of IT alone, the controller too, who answers where nobody is. */
const toAgree = ([adviserOn, itHeadOn, controllerOn]: NonNullable<DutyRow['agreed']>): Role[] => {
  const missing = missingParties({ supplierId: '', start: '', adviserOn, itHeadOn, controllerOn });
  return [...(rolesOfParties(missing) as Role[]), ...(missing.length === 1 && missing[0] === 'itHead' ? (['directorGeneral'] as const) : [])];
};

/** What is due by interventions and checks. A check is due by its own interval where it has one, else by its rule. */
export const duties = (rows: readonly DutyRow[], asking: Asking): Obligation[] =>
  rows.map((row): Obligation => {
    const { what, organizationId, id, name, on } = row;
    const base = {
      organizationId,
      room: 'interventions',
      subject: { kind: what, id },
      title: { key: `${what}.title` },
      about: name,
      read: what === 'check' ? ('check.read' as const) : ('intervention.read' as const),
    };
    if (what === 'check') {
      const rule = row.rule!;
      const every = row.everyAmount && row.everyUnit ? { amount: row.everyAmount, unit: row.everyUnit } : undefined;
      const lastOn = row.firstOn === on ? undefined : on;
      const due = nextOn({ rule, every, firstOn: row.firstOn!, lastOn }, (of, start) => asking.due(of, organizationId, start));
      return {
        ...base,
        rule,
        reason: { key: lastOn ? 'check.reason' : 'check.first', values: { date: { date: on } } },
        start: { on },
        due: { on: due },
        act: row.ownerId ? { roles: [], people: [row.ownerId] } : { roles: row.ownerRole ? [row.ownerRole] : checkRoles },
        action: { label: { key: 'check.do' }, path: 'interventions/checks' },
      };
    }
    const { rule, path } = plain[what];
    const roles = row.agreed ? toAgree(row.agreed) : plain[what].roles;
    return {
      ...base,
      rule,
      reason: { key: `${what}.reason`, values: { date: { date: on } } },
      start: { on },
      due: asking.due(rule, organizationId, { on }),
      act: { roles },
      action: { label: { key: `${what}.do` }, path: path(id) },
    };
  });

/** So early before a check is due it is asked for. */
export const checkAhead = 30;
/** Whether it stands among what is due: checks, and agreements that end, far ahead are not said yet. */
export const isNear = (duty: Obligation, until: CivilDate): boolean => !['check', 'renew'].includes(duty.subject.kind) || dueDay(duty.due) <= until;
