import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reaches, type RightLevel, rightLevels } from './grant.ts';
import { compared, profilesFor, together } from './profile.ts';
import { conflictsOf } from './segregation.ts';

const profile = (name: string, functions: string[], serviceId: string | null = null) => ({ id: name, name, functions, serviceId, rights: [] });
const worker = profile('worker', ['Assistant social', 'Assistante sociale']);
const energy = profile('energy', ['Assistant social en énergie']);
const desk = profile('desk', [], 'desk');
const deskWorker = profile('deskWorker', ['Assistante sociale'], 'desk');

describe('the profiles of a job', () => {
  test.each([
    ['Assistante sociale', undefined, ['worker']],
    // Accents and capitals do not count, nor what follows in brackets.
    ['ASSISTANT SOCIAL (remplacement)', undefined, ['worker']],
    ['Assistant social en energie', undefined, ['energy']],
    ['Assistants sociaux', undefined, []],
    ['Assistante sociale', 'desk', ['worker', 'desk', 'deskWorker']],
    ['Archiviste', 'desk', ['desk']],
    [undefined, undefined, []],
  ])('%s in %s has %j', (name, serviceId, wanted) => {
    expect(profilesFor([worker, energy, desk, deskWorker], { function: name, serviceId }).map(({ id }) => id)).toEqual(wanted);
  });

  test('whoever holds what their profiles say lacks nothing and has nothing beyond', () => {
    const right = fc.record({ resourceId: fc.constantFrom('a', 'b', 'c', 'd'), level: fc.constantFrom<RightLevel>(...rightLevels) });
    fc.assert(
      fc.property(fc.array(fc.array(right)), fc.array(right), (rights, more) => {
        const wanted = together(rights.map((each) => ({ rights: each })));
        expect(compared(wanted, wanted)).toEqual({ missing: [], beyond: [] });
        expect(new Set(wanted.map(({ resourceId }) => resourceId)).size).toBe(wanted.length);
        // What is given as missing is missing no more, and what is beyond stays so.
        const { missing, beyond } = compared(wanted, more);
        expect(compared(wanted, [...more, ...missing])).toEqual({ missing: [], beyond });
        for (const one of beyond) expect(wanted.some(({ resourceId, level }) => resourceId === one.resourceId && reaches(level, one.level))).toBe(false);
      }),
    );
  });
});

describe('what should not be held together', () => {
  const pay = { id: 'pay', first: { resourceIds: ['payroll'], level: 'write' as const }, second: { resourceIds: ['accounting'], level: 'validate' as const } };
  const control = { id: 'control', first: { holder: ['adviser'] }, second: { resourceIds: ['server'], level: 'administer' as const } };
  const self = { id: 'self', first: { resourceIds: ['accounting'], level: 'administer' as const }, second: { resourceIds: ['accounting'], level: 'validate' as const } };
  const held = (...rights: [string, RightLevel][]) => rights.map(([resourceId, level], index) => ({ id: String(index), resourceId, level }));
  test.each([
    ['both levels reached', held(['payroll', 'write'], ['accounting', 'validate']), [], ['pay']],
    ['a higher level counts', held(['payroll', 'administer'], ['accounting', 'validate']), [], ['pay']],
    ['a lower one does not', held(['payroll', 'read'], ['accounting', 'validate']), [], []],
    ['one side alone', held(['payroll', 'write']), [], []],
    ['the adviser administers', held(['server', 'administer']), ['adviser'], ['control']],
    ['somebody else administers', held(['server', 'administer']), [], []],
    ['one right on one resource is one side', held(['accounting', 'administer']), [], []],
    ['two rights on one resource', held(['accounting', 'administer'], ['accounting', 'validate']), [], ['self']],
  ])('%s', (_name, rights, mandates, wanted) => {
    expect(conflictsOf([pay, control, self], [{ personId: 'p', mandates, rights }]).map(({ ruleId }) => ruleId)).toEqual(wanted);
  });
});
