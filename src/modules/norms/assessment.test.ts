import { expect, test } from 'vitest';
import { answerFaults, AssignmentInput, NormAnswer } from './assessment.ts';
import { EvidenceInput, evidenceState } from './evidence.ts';
import { smallFramework } from './fixture.ts';

const [norm] = smallFramework().chapters[0]!.norms;

test.each<[string, Parameters<typeof answerFaults>[0], object, string | undefined]>([
  ['a guideline it has', 'guidelines', { answers: { a: true } }, undefined],
  ['a guideline it has not', 'guidelines', { answers: { z: true } }, 'guidelineUnknown'],
  ['a guideline with the name of a member of every object', 'guidelines', { answers: { constructor: true } }, 'guidelineUnknown'],
  ['yes where guidelines are asked', 'guidelines', { answer: 'yes' }, 'otherScale'],
  ['not applicable, with its reason', 'guidelines', { answer: 'notApplicable', reason: 'Pas de télétravail' }, undefined],
  ['a degree where an answer is asked', 'answers', { documentation: 2 }, 'otherScale'],
  ['guidelines where degrees are asked', 'maturity', { answers: { a: true } }, 'otherScale'],
])('%s', (_, scale, given, code) => expect(answerFaults(scale, norm!, NormAnswer.parse(given))[0]?.code).toBe(code));

test('a norm that does not apply says why', () => {
  expect(NormAnswer.safeParse({ answer: 'notApplicable' }).error?.issues[0]?.message).toBe('reasonRequired');
  expect(NormAnswer.safeParse({ answer: 'notApplicable', reason: '  ' }).success).toBe(false);
});

test('norms are handed out by chapter or one by one, not both', () => {
  expect(AssignmentInput.safeParse({ chapterId: '5' }).success).toBe(true);
  expect(AssignmentInput.safeParse({}).error?.issues[0]?.message).toBe('chapterOrNorms');
  expect(AssignmentInput.safeParse({ chapterId: '5', ids: ['01990000-0000-7000-8000-000000000001'] }).success).toBe(false);
});

test.each([
  ['https://intranet.example.be/charte.pdf', true],
  ['http://intranet.example.be/charte.pdf', false],
  ['https://localhost/charte.pdf', false],
  ['javascript:alert(1)', false],
  ['https://', false],
])('the address %s is evidence: %s', (url, accepted) => expect(EvidenceInput.safeParse({ kind: 'link', url }).success).toBe(accepted));

const [today, soon] = ['2026-11-22', '2027-01-21'];
test.each([
  ['a file', { kind: 'file' as const, fileId: 'x', validUntil: null }, undefined, 'valid'],
  ['a file that was taken away', { kind: 'file' as const, fileId: null, validUntil: null }, undefined, 'gone'],
  ['a link that ends today', { kind: 'link' as const, fileId: null, validUntil: '2026-11-22' }, undefined, 'endsSoon'],
  ['a link that ended yesterday', { kind: 'link' as const, fileId: null, validUntil: '2026-11-21' }, undefined, 'expired'],
  ['a link that lasts', { kind: 'link' as const, fileId: null, validUntil: '2027-01-22' }, undefined, 'valid'],
  ['a fact that holds', { kind: 'fact' as const, fileId: null, validUntil: null }, 'true', 'valid'],
  ['a fact that held', { kind: 'fact' as const, fileId: null, validUntil: null }, 'stale', 'stale'],
  ['a fact that no room tells', { kind: 'fact' as const, fileId: null, validUntil: null }, undefined, 'missing'],
  ['a fact that holds, under evidence that ended', { kind: 'fact' as const, fileId: null, validUntil: '2026-11-01' }, 'true', 'expired'],
] as const)('%s', (_, kept, fact, state) => expect(evidenceState(kept, today, soon, fact === undefined ? undefined : { state: fact })).toBe(state));
