import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';
import { type DocumentKind, documentRules, isCouncil } from './document.ts';

/** Documents that every centre must have: the policy in its two parts, and what its people sign. */
export const requiredKinds: readonly DocumentKind[] = ['securityPolicyFormal', 'securityPolicyOperational', 'undertakingStaff'];

/** One document that asks for something: never approved; a draft that waits; in force, last approved or verified that day. One of the centre's own has its title. */
export type DutyRow = { organizationId: string; what: 'missing' | 'draft' | 'inForce'; id: string; date: CivilDate | null } & (
  | { kind: DocumentKind; own?: null }
  | { kind: 'own'; own: { id: string; title: string; yearlyReview: boolean } }
);

const keepers: readonly Role[] = ['adviser', 'deputyAdviser'];

/** What is due by these facts: documents to make, drafts to decide on, policies to verify within the year. */
export const duties = (rows: readonly DutyRow[], asking: Asking): Obligation[] =>
  rows
    .filter((row) => row.what !== 'inForce' || (row.kind === 'own' ? row.own.yearlyReview : documentRules[row.kind].yearlyVerification))
    .map(({ organizationId, what, id, kind, date, own }) => {
      const start = { on: date ?? asking.since(organizationId) };
      const rule: RuleId = what === 'missing' ? 'documentApproved' : what === 'draft' ? 'draftDecided' : 'policyVerified';
      return {
        organizationId,
        room: 'documents',
        rule,
        subject: { kind: what === 'missing' ? kind : 'documentVersion', id },
        title: { key: `${what}.${kind}` },
        about: own?.title,
        reason: date ? { key: `reason.${what}`, values: { date: { date } } } : { key: 'reason.missing' },
        start,
        due: asking.due(rule, organizationId, start),
        act: { roles: what === 'draft' ? deciders(kind) : keepers },
        read: 'document.read',
        action: { label: { key: `do.${what}` }, path: own ? `documents/own/${own.id}` : `documents/${kind}` },
      };
    });

const deciders = (kind: DutyRow['kind']): readonly Role[] => {
  const byManagement = kind !== 'own' && !isCouncil(documentRules[kind].approvers[0]) && documentRules[kind].layout !== 'letter';
  return byManagement ? ['directorGeneral'] : ['directorGeneral', 'president'];
};
