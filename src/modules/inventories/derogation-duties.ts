import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';

/** What a derogation asks for, as the store finds it: `on` is the day of its asking, or that of its end. */
export type DerogationDutyRow = { organizationId: string; id: string; about: string; what: 'advise' | 'decide' | 'ends' | 'expired'; on: CivilDate };

const rules: Record<DerogationDutyRow['what'], RuleId> = { advise: 'derogationDecided', decide: 'derogationDecided', ends: 'derogationEnds', expired: 'derogationClosed' };
const actors: Record<DerogationDutyRow['what'], readonly Role[]> = {
  advise: ['adviser', 'deputyAdviser'],
  decide: ['directorGeneral'],
  ends: ['adviser', 'deputyAdviser', 'itHead', 'localCorrespondent'],
  expired: ['itHead', 'itAgent', 'adviser', 'localCorrespondent'],
};

/** What is due by derogations: an advice, a decision, a renewal before the end, and what is to be undone after it. */
export const derogationDuties = (rows: readonly DerogationDutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ organizationId, id, about, what, on }) => ({
    organizationId,
    room: 'inventories',
    rule: rules[what],
    subject: { kind: 'derogation', id },
    title: { key: `derogation.${what}.title` },
    about,
    reason: { key: `derogation.${what}.reason`, values: { date: { date: on } } },
    start: { on },
    due: due(rules[what], organizationId, { on }),
    act: { roles: actors[what] },
    action: { label: { key: `derogation.${what}.do` }, path: `inventories/derogations/${id}` },
    read: 'derogation.read',
  }));
