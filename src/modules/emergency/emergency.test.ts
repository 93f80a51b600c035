import { describe, expect, test } from 'vitest';
import { absenceFault, AbsentLook } from './emergency.ts';
import { openingStatement } from './statement.ts';

// MES 2.2: more than fifteen days, or extreme urgency.
describe('an absence', () => {
  test.each([
    ['fifteen days are not more than fifteen', { absentSince: '2026-02-01', askedOn: '2026-02-15', urgent: false }, { days: 15, lasts: 15 }],
    ['sixteen are', { absentSince: '2026-02-01', askedOn: '2026-02-16', urgent: false }, undefined],
    ['one that is announced counts to its end', { absentSince: '2026-02-01', absentUntil: '2026-03-01', askedOn: '2026-02-02', urgent: false }, undefined],
    ['but not where that is short too', { absentSince: '2026-02-01', absentUntil: '2026-02-10', askedOn: '2026-02-02', urgent: false }, { days: 15, lasts: 10 }],
    ['extreme urgency waits for no day', { absentSince: '2026-02-01', askedOn: '2026-02-01', urgent: true }, undefined],
  ])('%s', (_name, absence, fault) => {
    expect(absenceFault(absence, 15)).toEqual(fault);
  });
});

test('a look is recorded only with the word that what is marked personal stayed closed', () => {
  const look = {
    lookedById: '01990000-0000-7000-8000-000000000001',
    presenceId: '01990000-0000-7000-8000-000000000002',
    lookedFrom: '2026-02-20T09:00:00Z',
    lookedUntil: '2026-02-20T09:15:00Z',
    lookedAt: 'x',
    personalMet: true,
  };
  expect(AbsentLook.safeParse({ ...look, personalLeftClosed: true }).success).toBe(true);
  expect(AbsentLook.safeParse({ ...look, personalLeftClosed: false }).success).toBe(false);
  expect(AbsentLook.safeParse({ ...look, personalLeftClosed: true, presenceId: look.lookedById }).success).toBe(false);
});

test.each(['fr', 'nl', 'de'] as const)('the statement of an opening in %s says who, why, and what is still to be done', (language) => {
  const model = openingStatement(
    {
      title: 'Serveur',
      resourceName: 'SRV-1',
      place: 'Coffre',
      seal: 'A-1',
      openedAt: new Date('2026-03-02T06:40:00Z'),
      openedName: 'Ada Martin',
      witnessName: null,
      entitled: false,
      reason: 'Panne',
      closedAt: null,
      changedOn: null,
      changedName: null,
      resealedOn: null,
      newSeal: null,
    },
    { name: 'CPAS', lines: [] },
    language,
    '2026-03-03',
  );
  const text = JSON.stringify(model);
  expect(text).toContain('Ada Martin');
  expect(text).toContain('07:40');
  expect(model.sections[1]!.blocks[0]!.type).toBe('note');
});
