import { expect, test } from 'vitest';
import { smallFramework } from './fixture.ts';
import { type RecordedAnswer, recordedRow } from './recorded.ts';

const framework = smallFramework();
const [norm] = framework.chapters[0]!.norms;
const of = (given: Omit<RecordedAnswer, 'normId'>, scale: 'guidelines' | 'answers' | 'maturity' = 'guidelines') => recordedRow({ ...framework, scale }, norm!, { normId: '5.1', ...given });

// Three guidelines of five fulfil a norm (scoring.ts).
test.each([
  ['three guidelines of five', { guidelines: ['a', 'c', 'e'] }, { result: 'yes', answers: { a: true, b: false, c: true, d: false, e: true } }],
  ['one guideline', { guidelines: ['b'] }, { result: 'partly' }],
  ['none of them', { guidelines: [] }, { result: 'no', answers: { a: false, e: false } }],
  ['the result alone', { result: 'partly' as const }, { result: 'partly', answers: {}, answer: null }],
  ['both, as they agree', { guidelines: ['a'], result: 'partly' as const }, { result: 'partly' }],
  ['both, as they differ', { guidelines: ['a'], result: 'yes' as const }, { column: 'result', code: 'resultDiffers', parameters: { result: 'partly' } }],
  ['not applicable, with its reason', { result: 'notApplicable' as const, reason: 'Pas de télétravail' }, { result: 'notApplicable', answer: 'notApplicable', reason: 'Pas de télétravail' }],
  ['not applicable, without one', { result: 'notApplicable' as const }, { column: 'reason', code: 'reasonRequired' }],
  ['a guideline it has not', { guidelines: ['a', 'z'] }, { code: 'guidelineUnknown', parameters: { guideline: 'z', choices: 'a, b, c, d, e' } }],
  ['degrees', { documentation: 3, implementation: 2 }, { column: 'documentation', code: 'otherScale' }],
  ['nothing but a comment', { comment: 'Voir le rapport' }, { column: 'result', code: 'answerMissing' }],
])('an old answer by guidelines: %s', (_, given, expected) => expect(of(given)).toMatchObject(expected));

test.each([
  ['yes', { result: 'yes' as const }, 'answers', { result: 'yes', answer: 'yes' }],
  ['guidelines', { guidelines: ['a'] }, 'answers', { column: 'guidelines', code: 'otherScale' }],
  ['two degrees', { documentation: 3, implementation: 2 }, 'maturity', { result: 'partly', documentation: 3 }],
  ['one degree', { documentation: 3 }, 'maturity', { code: 'answerMissing' }],
] as const)('an old answer by another scale: %s (%s)', (_, given, scale, expected) => expect(of(given as never, scale)).toMatchObject(expected));
