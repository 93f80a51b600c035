import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** People who have still to sign: together those for whom the same clock began the same day (`waits_since` of the SQL function `declaration_needs`: never before the centre was followed). */
export type WaitingRow = { organizationId: string; state: 'missing' | 'renewal' | 'coming'; since: CivilDate; personIds: string[] };
/** Undertakings that wait for the centre's countersignature, and since when the first of them. */
export type UncountersignedRow = { organizationId: string; waiting: number; since: CivilDate };

/**
 * What is due by these facts: to sign, for each who must, and together for whoever sees to it; to countersign, for the daily manager. Since when
 * somebody waits is what the lists of the room say too.
 */
export const duties = (waiting: readonly WaitingRow[], uncountersigned: readonly UncountersignedRow[], asking: Asking): Obligation[] => {
  const groups = new Map<string, WaitingRow>();
  for (const row of waiting) {
    const state = row.state === 'renewal' ? ('renewal' as const) : row.since > asking.today ? ('coming' as const) : ('missing' as const);
    const { since } = row;
    const key = `${row.organizationId}/${state}/${since}`;
    const known = groups.get(key);
    groups.set(key, { ...row, state, since, personIds: [...(known?.personIds ?? []), ...row.personIds] });
  }
  const rows = [...groups.values()];
  const own = rows.map(({ organizationId, state, since, personIds }): Obligation => {
    const rule = state === 'renewal' ? 'undertakingRenewed' : 'undertakingSigned';
    return {
      organizationId,
      room: 'declarations',
      rule,
      subject: { kind: 'undertaking', id: since },
      title: { key: state === 'renewal' ? 'signAgain' : 'sign' },
      reason: { key: state === 'renewal' ? 'reason.asked' : 'reason.firstDay', values: { date: { date: since } } },
      start: { on: since },
      due: asking.due(rule, organizationId, { on: since }),
      act: { roles: [], people: personIds },
      read: 'declaration.read',
      action: { label: { key: 'do.sign' }, path: 'declarations/own' },
    };
  });
  const centres = [...new Set(rows.filter(({ state }) => state !== 'coming').map(({ organizationId }) => organizationId))];
  const all = centres.map((organizationId): Obligation => {
    const open = rows.filter((row) => row.organizationId === organizationId && row.state !== 'coming');
    const since = open.map((row) => row.since).toSorted()[0]!;
    return {
      organizationId,
      room: 'declarations',
      rule: 'undertakingSigned',
      subject: { kind: 'undertakings', id: organizationId },
      title: { key: 'collect' },
      reason: { key: 'reason.open', values: { count: open.reduce((sum, { personIds }) => sum + personIds.length, 0) } },
      start: { on: since },
      due: asking.due('undertakingSigned', organizationId, { on: since }),
      act: { roles: ['adviser', 'deputyAdviser', 'localCorrespondent'] },
      read: 'declaration.read',
      action: { label: { key: 'do.look' }, path: 'declarations?state=open' },
    };
  });
  const counter = uncountersigned.map(({ organizationId, waiting: count, since }): Obligation => ({
    organizationId,
    room: 'declarations',
    rule: 'undertakingCountersigned',
    subject: { kind: 'countersignatures', id: organizationId },
    title: { key: 'countersign' },
    reason: { key: 'reason.uncountersigned', values: { count } },
    start: { on: since },
    due: asking.due('undertakingCountersigned', organizationId, { on: since }),
    act: { roles: ['directorGeneral'] },
    read: 'declaration.read',
    action: { label: { key: 'do.countersign' }, path: 'declarations/register?countersigned=no' },
  }));
  return [...own, ...all, ...counter];
};
