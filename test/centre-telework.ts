/** A row in each table of telework, of that person; the id of the telework. */
export const fillTelework = async (add: (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>, person: string, device: string, mark: string): Promise<string> => {
  await add('teleworkPostures', 'telework_posture', { device_id: device, posture: '["vpn"]', checked_on: '2026-01-05', checked_by: mark });
  const telework = await add('teleworks', 'telework', { person_id: person, situation: 'employerDevice', weekdays: '[2]', device_id: device, reason: mark, asked_on: '2026-01-05' });
  await add('teleworkExceptions', 'telework_exception', {
    person_id: person,
    start: '2026-01-05',
    end: '2026-01-09',
    weekdays: '[1]',
    from_time: '07:00',
    until_time: '20:00',
    countries: '["BE"]',
    reason: mark,
  });
  await add('teleworkMeasures', 'telework_measure', { measured_on: '2026-01-05', how: 'measured', down: 90, up: 20, note: mark });
  await add('teleworkLosses', 'telework_loss', { kind: 'loss', what: mark, discovered_on: '2026-01-05' });
  await add('teleworkSettings', 'telework_setting', {
    weekdays: '[1]',
    from_time: '07:00',
    until_time: '20:00',
    countries: '["BE"]',
    share: 60,
    needs: JSON.stringify({ remoteDesktop: { down: 1, up: 1 }, virtualDesktop: { down: 1, up: 1 }, video: { down: 1, up: 1 } }),
  });
  return telework;
};
