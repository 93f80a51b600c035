import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';

/** One fact of a contract that asks for something, as the store finds it: `date` is its start where clauses are meant, its last day where it ends. */
export type DutyRow = { organizationId: string; id: string; supplierId: string; name: string; date: CivilDate; what: 'unchecked' | 'missing' | 'ends' | 'ended' };

const act: readonly Role[] = ['adviser', 'deputyAdviser', 'dpo', 'deputyDpo', 'directorGeneral', 'localCorrespondent'];

/** What is due by the contracts: clauses to check (MES 2.11), clauses to have added, contracts to renew or to end. */
export const duties = (rows: readonly DutyRow[], asking: Asking): Obligation[] =>
  rows.map(({ organizationId, id, supplierId, name, date, what }) => {
    const rule: RuleId = what === 'unchecked' || what === 'missing' ? 'subcontractorClause' : 'contractRenewed';
    return {
      organizationId,
      room: 'suppliers',
      rule,
      subject: { kind: what, id },
      title: { key: `${what}.title` },
      about: name,
      reason: { key: `${what}.reason`, values: { date: { date } } },
      start: { on: date },
      due: asking.due(rule, organizationId, { on: date }),
      act: { roles: act },
      read: 'supplier.read',
      action: what === 'ended' ? { label: { key: 'do.firm' }, path: `suppliers/${supplierId}` } : { label: { key: 'do.contract' }, path: `suppliers/contracts/${id}` },
    };
  });
