import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, can, type CentreRole, centreRoles, permissions } from '../../kernel/permissions.ts';
import { DelegationData, delegationLimit, delegationRefusal, grantRefusal, guardedRoles, InvitationData } from './member.ts';

const id = '01990000-0000-7000-8000-000000000001';

describe('who gives which role', () => {
  test.each<[CentreRole[], CentreRole, boolean, string | undefined]>([
    [['adviser'], 'archivist', false, undefined],
    [['adviser'], 'deputyAdviser', false, undefined],
    [['adviser'], 'directorGeneral', false, 'guardedRole'],
    [['adviser'], 'directorGeneral', true, undefined],
    [['adviser'], 'president', true, undefined],
    [['adviser'], 'itSecurityOfficer', true, 'guardedRole'],
    [['directorGeneral'], 'itSecurityOfficer', false, undefined],
    [['president'], 'adviser', false, undefined],
    [['dpo'], 'adviser', false, 'beyondOwnRoles'],
    [['localCorrespondent'], 'directorGeneral', false, 'guardedRole'],
  ])('%j gives %s (nobody heads the centre yet: %j): %s', (giver, role, headless, expected) => {
    expect(grantRefusal(giver, role, { headless })).toBe(expected);
  });

  test('whoever is no head gives nothing that they could not do, and nothing guarded', () => {
    const holder = (roles: readonly CentreRole[]) => ({ accountId: 'x', roles, installation: [] });
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...centreRoles.filter((role) => role !== 'president' && role !== 'directorGeneral'))), fc.constantFrom(...centreRoles), (giver, role) => {
        if (grantRefusal(giver, role, { headless: false }) !== undefined) return;
        expect(guardedRoles).not.toContain(role);
        for (const action of Object.keys(permissions) as Action[]) if (can(holder([role]), action)) expect(can(holder(giver), action), action).toBe(true);
      }),
    );
  });
});

test.each([
  ['2026-01-15', '2026-07-15'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-11-22', '2027-05-22'],
])('a delegation that begins on %s ends on %s at the latest', (start, end) => {
  expect(delegationLimit(start)).toBe(end);
  const data = { toLinkId: id, role: 'adviser', start, end };
  expect(DelegationData.safeParse(data).success).toBe(true);
  const later = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
  expect(DelegationData.safeParse({ ...data, end: later }).error?.issues).toMatchObject([{ path: ['end'], message: 'delegationTooLong' }]);
});

test.each(['', '2026-13-01', '\u0007'])('a delegation that begins on %j is refused for that date alone', (start) => {
  expect(DelegationData.safeParse({ toLinkId: id, role: 'adviser', start, end: '2026-07-15' }).error?.issues).toMatchObject([{ path: ['start'], message: 'invalidDate' }]);
});

test.each<[string, Parameters<typeof delegationRefusal>, string | undefined]>([
  ['one’s own to a colleague', [{ linkId: 'a', roles: ['adviser'], mayGrant: true }, { linkId: 'a', roles: ['adviser'] }, 'b', 'adviser'], undefined],
  ['one’s own guarded one', [{ linkId: 'a', roles: ['directorGeneral'], mayGrant: true }, { linkId: 'a', roles: ['directorGeneral'] }, 'b', 'directorGeneral'], undefined],
  ['one’s own to oneself', [{ linkId: 'a', roles: ['adviser'], mayGrant: true }, { linkId: 'a', roles: ['adviser'] }, 'a', 'adviser'], 'sameAccount'],
  ['one that one does not hold', [{ linkId: 'a', roles: ['staff'], mayGrant: false }, { linkId: 'a', roles: ['staff'] }, 'b', 'adviser'], 'roleNotHeld'],
  ['of somebody absent, by their colleague', [{ linkId: 'a', roles: ['staff'], mayGrant: false }, { linkId: 'c', roles: ['headOfService'] }, 'b', 'headOfService'], 'notOnBehalf'],
  ['of somebody absent, by the adviser', [{ linkId: 'a', roles: ['adviser'], mayGrant: true }, { linkId: 'c', roles: ['headOfService'] }, 'b', 'headOfService'], undefined],
  ['of somebody absent, to oneself', [{ linkId: 'a', roles: ['adviser'], mayGrant: true }, { linkId: 'c', roles: ['headOfService'] }, 'a', 'headOfService'], 'ownGrant'],
  ['of the absent director-general, by the adviser', [{ linkId: 'a', roles: ['adviser'], mayGrant: true }, { linkId: 'c', roles: ['directorGeneral'] }, 'b', 'directorGeneral'], 'guardedRole'],
  ['of the absent data-protection officer, by the deputy adviser', [{ linkId: 'a', roles: ['deputyAdviser'], mayGrant: true }, { linkId: 'c', roles: ['dpo'] }, 'b', 'dpo'], 'beyondOwnRoles'],
  ['of the absent director-general, by the president', [{ linkId: 'a', roles: ['president'], mayGrant: true }, { linkId: 'c', roles: ['directorGeneral'] }, 'b', 'directorGeneral'], undefined],
])('lending %s', (_name, given, expected) => {
  expect(delegationRefusal(...given)).toBe(expected);
});

test.each([
  [{ roles: [] }, 'roles', 'roleOrPerson'],
  [{ roles: ['auditor'] }, 'accessUntil', 'auditorUntil'],
  [{ roles: ['adviser'], email: 'x' }, 'email', 'invalidEmail'],
])('an invitation with %j is refused', (change, field, code) => {
  const found = InvitationData.safeParse({ email: 'a@example.be', language: 'fr', ...change });
  expect(found.error?.issues).toMatchObject([{ path: [field], message: code }]);
});
