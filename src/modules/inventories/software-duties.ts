import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';

/** What a product asks for, as the store finds it: `on` is the day on which it ends, was exceeded, or was last counted. */
export type SoftwareDutyRow = { organizationId: string; id: string; name: string; what: 'support' | 'licence' | 'overused' | 'uncounted'; on: CivilDate };

const ruleOf: Record<SoftwareDutyRow['what'], RuleId> = { support: 'softwareRenewed', licence: 'softwareRenewed', overused: 'licencesInOrder', uncounted: 'licencesCounted' };
const act: readonly Role[] = ['itHead', 'itAgent', 'localCorrespondent', 'adviser'];

/** What is due by the register of software: a maintenance or a licence that ends, more seats taken than bought, a number nobody looked at for long. */
export const softwareDuties = (rows: readonly SoftwareDutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ organizationId, id, name, what, on }) => ({
    organizationId,
    room: 'inventories',
    rule: ruleOf[what],
    subject: { kind: what === 'support' ? 'softwareSupport' : 'software', id },
    title: { key: `software.${what}.title` },
    about: name,
    reason: { key: `software.${what}.reason`, values: { date: { date: on } } },
    start: { on },
    due: due(ruleOf[what], organizationId, { on }),
    act: { roles: act },
    action: { label: { key: 'software.do' }, path: `inventories/software/${id}` },
    read: 'inventory.read',
  }));
