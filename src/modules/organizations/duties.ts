import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** How many questions of its profile a centre has left open. */
export type OpenProfile = { organizationId: string; open: number };

/** What is due by these facts: the profile decides which norms and which texts apply, so it comes first. */
export const duties = (rows: readonly OpenProfile[], asking: Asking): Obligation[] =>
  rows.map(({ organizationId, open }) => ({
    organizationId,
    room: 'organizations',
    rule: 'profileAnswered',
    subject: { kind: 'profile', id: organizationId },
    title: { key: 'answerProfile' },
    reason: { key: 'reason.open', values: { count: open } },
    start: { on: asking.since(organizationId) },
    due: asking.due('profileAnswered', organizationId, { on: asking.since(organizationId) }),
    act: { roles: ['adviser', 'deputyAdviser', 'directorGeneral'] },
    read: 'organization.read',
    action: { label: { key: 'do.answer' }, path: 'centre' },
  }));
