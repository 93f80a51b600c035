import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';

/** One fact of an inventory that asks for something, as the store finds it. */
export type DutyRow = { what: 'device' | 'review'; organizationId: string; id: string; on: CivilDate | null; personId: string | null; name: string | null };

const carry: readonly Role[] = ['itHead', 'itAgent'];

const keep: readonly Role[] = ['adviser', 'deputyAdviser', 'itHead'];

/** What the inventories leave to do: the half-yearly review of a centre that has devices (POL 1.3 i), and devices that were to be back. */
export const duties = (rows: readonly DutyRow[], { due, since }: Pick<Asking, 'due' | 'since'>): Obligation[] =>
  rows.map(({ what, organizationId, id, on, name }): Obligation => {
    const start = { on: on ?? since(organizationId) };
    const common = { organizationId, room: 'inventories', read: 'inventory.read' as const, start };
    const values = { date: { date: start.on } };
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
