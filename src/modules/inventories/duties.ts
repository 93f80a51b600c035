import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';

/** One fact of an inventory that asks for something, as the store finds it. */
export type DutyRow = { what: 'device'; organizationId: string; id: string; on: CivilDate; personId: string | null; name: string | null };

const carry: readonly Role[] = ['itHead', 'itAgent'];

/** What the inventories leave to do: devices that were to be back. */
export const duties = (rows: readonly DutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ organizationId, id, on, name }): Obligation => ({
    organizationId,
    room: 'inventories',
    rule: 'deviceBack',
    subject: { kind: 'device', id },
    title: { key: 'device.title' },
    about: name ?? undefined,
    reason: { key: 'device.reason', values: { date: { date: on } } },
    start: { on },
    due: due('deviceBack', organizationId, { on }),
    act: { roles: carry },
    read: 'inventory.read',
    action: { label: { key: 'device.do' }, path: `inventories/devices/${id}` },
  }));
