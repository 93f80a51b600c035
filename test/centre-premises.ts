/** One row in every table of the premises of a centre; needs its `ids` of people and resources. */
export const fillPremises = async (
  add: (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>,
  ids: Record<string, string>,
  zone: string,
  mark: string,
): Promise<void> => {
  const person = ids['people'];
  await add('zoneEntries', 'zone_entry', { zone_id: zone, category: 'staff', hours: 'service', note: mark });
  await add('premisesSettings', 'premises_setting', { weekdays: '[1]', from_time: '08:00', until_time: '17:00', visitor_days: 90, visitors_sign: true, assembly_point: mark });
  const key = await add('premisesKeys', 'premises_key', { kind: 'key', name: mark, resource_id: ids['resources'], search_text: mark.toLowerCase() });
  await add('premisesKeyZones', 'premises_key_zone', { key_id: key, zone_id: zone });
  const copy = await add('keyCopies', 'key_copy', { key_id: key, mark, state: 'held', person_id: person, since: '2026-01-05' });
  await add('keyMoves', 'key_move', { copy_id: copy, what: 'given', moved_on: '2026-01-05', person_id: person, note: mark });
  ids['ownPassages'] = await add('passages', 'passage', { zone_id: zone, entered_at: '2026-01-05T08:00:00Z', name: mark, escort_id: person, reason: mark });
  await add('visitors', 'visitor', { name: mark, host: mark, arrived_at: '2026-01-05T08:00:00Z', language: 'fr', signature: JSON.stringify({ typed: mark }), signed_at: '2026-01-05T08:00:00Z' });
  await add('expectedVisitors', 'expected_visitor', { name: mark, host: mark, expected_on: '2026-01-06' });
  await add('protections', 'protection', { zone_id: zone, kind: 'extinguisher', name: mark });
  await add('floorPlans', 'floor_plan', { name: mark, file_id: ids['files'], shapes: JSON.stringify([{ zoneId: zone, points: [[10, 10]] }]) });
  await add('premisesBuildings', 'premises_building', { building: mark, assembly_point: mark });
  await add('sheetWordings', 'emergency_wording', { danger: 'fire', lines: JSON.stringify([{ kind: 'do', language: 'fr', text: mark }]) });
  await add('sheetPostings', 'sheet_posting', { danger: 'fire', zone_id: zone, posted_on: '2026-01-05', facts: JSON.stringify({ address: mark }) });
  await add('deskRounds', 'desk_round', { held_on: '2026-01-05', held_by_id: person, findings: '[]', note: mark });
};
