type Add = (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>;

/** One row in every table of the disaster plan of a centre; needs its `ids` of people. */
export const fillDisasterPlan = async (add: Add, ids: Record<string, string>, mark: string): Promise<void> => {
  const first = await add('callEntries', 'call_entry', { task: 'leads', person_id: ids['people'], phone: mark });
  await add('callEntries', 'call_entry', { task: 'rescue', name: mark, phone: mark, called_by_id: first });
  await add('disasterSteps', 'disaster_step', { scenario: 'building', phase: 'atOnce', text: mark, who: mark });
  await add('minimumServices', 'minimum_service', { name: mark, within_hours: 4, what: mark, lead_id: ids['people'], means: mark });
  await add('fallbackPlaces', 'fallback_place', { name: mark, address: mark, contact: mark });
  await add('restartItems', 'restart_item', { name: mark, within_hours: 4 });
  await add('disasterCopies', 'disaster_copy', { content: 'both', medium: 'paper', place: mark, person_id: ids['people'], given_on: '2026-01-05' });
  await add('outages', 'outage', { what: mark, scenario: 'server', started_at: '2026-01-05T08:00:00Z', restored_at: '2026-01-05T12:00:00Z', cause: mark });
};
