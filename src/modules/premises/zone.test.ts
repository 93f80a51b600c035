import { expect, test } from 'vitest';
import { PremisesSettingInput, defaultSetting } from './setting.ts';
import { isGuarded, isLoose, usualRisk, ZoneEntryInput, zoneKinds } from './zone.ts';

const zoneId = '01990000-0000-7000-8000-000000000001';
const other = '01990000-0000-7000-8000-000000000002';
const codes = (value: object) => ZoneEntryInput.safeParse({ zoneId, ...value }).error?.issues.map(({ message }) => message) ?? [];

test.each([
  [{ category: 'staff' }, []],
  [{ personId: other, hours: 'always' }, []],
  [{ category: 'service', serviceId: other }, []],
  [{}, ['categoryOrPerson']],
  [{ category: 'staff', personId: other }, ['categoryOrPerson']],
  [{ category: 'service' }, ['serviceMissing']],
  [{ category: 'staff', serviceId: other }, ['serviceMissing']],
])('an entry %j is of a group or of a person, and a service is named', (value, expected) => {
  expect(codes(value)).toEqual(expected);
});

test('the server room and the archives are guarded by default, and strangers enter them escorted or not at all (POL 1.2)', () => {
  expect(zoneKinds.filter((kind) => isGuarded({ risk: usualRisk[kind] }))).toEqual(['serverRoom', 'archives', 'technical']);
  expect(isLoose('critical', { category: 'cleaning', escorted: false })).toBe(true);
  expect(isLoose('critical', { category: 'cleaning', escorted: true })).toBe(false);
  expect(isLoose('critical', { category: 'rescue', escorted: false })).toBe(false);
  expect(isLoose('internal', { category: 'cleaning', escorted: false })).toBe(false);
  expect(isLoose('restricted', { escorted: false })).toBe(false);
});

test('service hours end after they begin', () => {
  expect(PremisesSettingInput.safeParse({ ...defaultSetting, untilTime: '08:00' }).error?.issues[0]?.message).toBe('endBeforeStart');
  expect(PremisesSettingInput.safeParse({ ...defaultSetting, fromTime: '8:00' }).success).toBe(false);
});
