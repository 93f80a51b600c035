import { expect, test } from 'vitest';
import { facts, questions } from './completeness.ts';
import { type Beginnings, firstSteps, stepsOf } from './first-steps.ts';

const empty: Beginnings = { profile: {}, facts: {}, people: 0, services: 0, mandates: [], approved: false, direction: false };
const done = (centre: Beginnings): string[] => stepsOf(centre).flatMap((step) => (step.done ? [step.name] : []));

test.each<[string, Partial<Beginnings>, string[]]>([
  ['nothing yet', {}, []],
  ['people alone', { people: 1 }, ['people']],
  ['an adviser without a director-general', { mandates: ['adviser', 'president'] }, []],
  ['the functions that every centre has', { mandates: ['adviser', 'directorGeneral', 'president', 'dpo'] }, ['mandates']],
  ['all but the record', { people: 9, services: 2, mandates: ['adviser', 'directorGeneral', 'president'], approved: true, direction: true }, firstSteps.filter((name) => name !== 'record')],
])('%s', (_name, facts_, expected) => {
  expect(done({ ...empty, ...facts_ })).toEqual(expected);
});

test('says how much is still asked', () => {
  const steps = stepsOf({ ...empty, mandates: ['adviser'] });
  expect(steps.find(({ name }) => name === 'mandates')?.open).toBe(2);
  expect(steps.find(({ name }) => name === 'record')?.open).toBe(questions.length + facts.length);
});
