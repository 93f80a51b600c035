import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';

/** One fact of an inventory that asks for something, as the store finds it. */
export type DutyRow = { what: 'device' | 'review' | 'order' | 'check' | 'gone'; organizationId: string; id: string; on: CivilDate | null; personId: string | null; name: string | null };

const carry: readonly Role[] = ['itHead', 'itAgent'];

const keep: readonly Role[] = ['adviser', 'deputyAdviser', 'itHead'];

/** What leaves: an order is carried out and checked, and what took its data along is answered for. */
const leaving = {
  order: { rule: 'disposalCarriedOut', roles: carry, path: 'inventories/disposals' },
  check: { rule: 'disposalChecked', roles: ['adviser', 'deputyAdviser'], path: 'inventories/disposals' },
  gone: { rule: 'dataGone', roles: ['adviser', 'deputyAdviser'], path: 'inventories/devices' },
} as const satisfies Record<string, { rule: string; roles: readonly Role[]; path: string }>;

/** What the inventories leave to do: orders of disposal, data that left, the half-yearly review of a centre that has devices (POL 1.3 i), and devices that were to be back. */
export const duties = (rows: readonly DutyRow[], { due, since }: Pick<Asking, 'due' | 'since'>): Obligation[] =>
  rows.map(({ what, organizationId, id, on, name }): Obligation => {
    const start = { on: on ?? since(organizationId) };
    const common = { organizationId, room: 'inventories', read: 'inventory.read' as const, start };
    const values = { date: { date: start.on } };
    if (what === 'order' || what === 'check' || what === 'gone') {
      const { rule, roles, path } = leaving[what];
      return {
        ...common,
        rule,
        subject: { kind: what === 'gone' ? 'device' : 'disposal', id },
        title: { key: `${what}.title` },
        about: name ?? undefined,
        reason: { key: `${what}.reason`, values },
        due: due(rule, organizationId, start),
        act: { roles },
        action: { label: { key: `${what}.do` }, path: `${path}/${id}` },
      };
    }
    return what === 'review'
      ? {
          ...common,
          rule: 'inventoryReviewed',
          subject: { kind: 'inventory', id },
          title: { key: 'review.title' },
          reason: { key: on ? 'review.reason' : 'review.never', values },
          due: due('inventoryReviewed', organizationId, start),
          act: { roles: keep },
          action: { label: { key: 'review.do' }, path: 'inventories/reviews' },
        }
      : {
          ...common,
          rule: 'deviceBack',
          subject: { kind: 'device', id },
          title: { key: 'device.title' },
          about: name ?? undefined,
          reason: { key: 'device.reason', values },
          due: due('deviceBack', organizationId, start),
          act: { roles: carry },
          action: { label: { key: 'device.do' }, path: `inventories/devices/${id}` },
        };
  });
