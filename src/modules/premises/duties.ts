import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';

/** What premises ask for, as the store finds it: `id` and `about` of the zone or the key, `date` where the clock starts, `count` where several are one. */
export type DutyRow = { organizationId: string; what: 'lost' | 'code' | 'back' | 'visitors' | 'unheld' | 'rounds' | 'sheets'; id: string; about: string | null; date: CivilDate | null; count: number };

const act: readonly Role[] = ['adviser', 'deputyAdviser', 'directorGeneral', 'localCorrespondent', 'itHead'];
const reception: readonly Role[] = ['reception', 'localCorrespondent', 'directorGeneral', 'adviser'];

const said: Record<DutyRow['what'], { rule: RuleId; title: string; path: (id: string) => string; label: string }> = {
  lost: { rule: 'codeChanged', title: 'lost.title', path: (id) => `premises/keys/${id}`, label: 'do.key' },
  code: { rule: 'codeChanged', title: 'code.title', path: (id) => `premises/keys/${id}`, label: 'do.key' },
  back: { rule: 'keyBack', title: 'back.title', path: (id) => `premises/keys/${id}`, label: 'do.key' },
  visitors: { rule: 'visitorGone', title: 'visitors.title', path: () => 'premises/visitors', label: 'do.visitors' },
  unheld: { rule: 'zoneHeld', title: 'unheld.title', path: (id) => `premises/zones/${id}`, label: 'do.zone' },
  rounds: { rule: 'desksLooked', title: 'rounds.title', path: () => 'premises/rounds', label: 'do.rounds' },
  // Nobody knows since when a fact is another: what hangs is wrong today.
  sheets: { rule: 'sheetsReplaced', title: 'sheets.title', path: () => 'premises/sheets', label: 'do.sheets' },
};

/** What is due by the premises: locks and codes to change, keys to take back, visitors who never left, zones that nobody's list guards, rounds. */
export const duties = (rows: readonly DutyRow[], asking: Asking): Obligation[] =>
  rows.map(({ organizationId, what, id, about, date, count }) => {
    const { rule, title, path, label } = said[what];
    const start = { on: date ?? asking.since(organizationId) };
    return {
      organizationId,
      room: 'premises',
      rule,
      subject: { kind: what, id },
      title: { key: title, values: { count } },
      ...(about ? { about } : {}),
      start,
      due: asking.due(rule, organizationId, start),
      act: { roles: what === 'visitors' ? reception : act },
      read: what === 'visitors' ? 'visitor.keep' : 'premises.read',
      action: { label: { key: label }, path: path(id) },
    };
  });
