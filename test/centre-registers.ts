import { fillContinuity } from './centre-continuity.ts';
import { fillDisasterPlan } from './centre-disaster.ts';
import { fillDisposals } from './centre-disposal.ts';
import { fillInterventions } from './centre-interventions.ts';
import { fillPremises } from './centre-premises.ts';

type Add = (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>;

/** One row in every table of zones, devices and what is kept about them in a centre; needs its `ids` of people, files, suppliers and resources. */
export const fillRegisters = async (add: Add, ids: Record<string, string>, mark: string): Promise<void> => {
  const zone = await add('zones', 'zone', { name: mark, building: mark, kind: 'serverRoom', risk: 'critical', search_text: mark.toLowerCase() });
  const device = await add('devices', 'device', { number: 1, name: mark, kind: 'laptop', serial: mark, person_id: ids['people'], zone_id: zone, search_text: mark.toLowerCase() });
  await add('inventorySettings', 'inventory_setting', { last_number: 1 });
  const inventoryReview = await add('inventoryReviews', 'inventory_review', { begun_on: '2026-01-05', note: mark });
  await add('inventorySightings', 'inventory_sighting', { review_id: inventoryReview, device_id: device, seen_on: '2026-01-05', seen_by: mark, found: 'hand' });
  await add('deviceLabels', 'device_label', { device_id: device, printed_on: '2026-01-05' });
  await add('deviceErasures', 'device_erasure', {
    device_id: device,
    purpose: 'repair',
    medium: 'hardDisk',
    method: 'overwrite',
    ordered_on: '2026-01-05',
    erased_on: '2026-01-05',
    carried_out_by: mark,
    checked: 'present',
  });
  await add('deviceMovements', 'device_movement', { device_id: device, direction: 'out', why: 'lent', person_id: ids['people'], moved_on: '2026-01-05', note: mark });
  const software = await add('softwareProducts', 'software', { name: mark, kind: 'application', licence: 'device', seats: 1, search_text: mark.toLowerCase() });
  await add('softwareUses', 'software_use', { software_id: software, device_id: device, since: '2026-01-05', note: mark });
  await fillDisposals(add, device, mark);
  const derogation = await add('derogations', 'derogation', {
    year: 2026,
    number: 1,
    kind: 'wifi',
    what: mark,
    reason: mark,
    asked_on: '2026-01-05',
    asked_by_id: ids['people'],
    device_id: device,
    starts_on: '2026-01-05',
    ends_on: '2026-12-31',
    search_text: mark.toLowerCase(),
  });
  ids['ownDerogations'] = derogation;
  await fillPremises(add, ids, zone, mark);
  await fillInterventions(add, ids, mark);
  await fillContinuity(add, ids, mark);
  await fillDisasterPlan(add, ids, mark);
};
