import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf, SignatureInput, strokeLimits } from '../../kernel/signature.ts';
import { askedSince, EarlierInput, needState, serves, variantFor } from './declaration.ts';

test.each([
  // POL 1.1: every member of the personnel; organic law art. 36: whoever attends the council; POL 1.3b: trainees and firms.
  ['staff', false, 'staff'],
  ['student', false, 'staff'],
  ['apprentice', false, 'staff'],
  ['councilMember', false, 'council'],
  ['meetingAttendee', true, 'council'],
  ['trainee', false, 'outsider'],
  ['trainee', true, 'outsider'],
  ['volunteer', false, 'outsider'],
  ['outsider', false, 'outsider'],
  ['outsider', true, 'firm'],
])('%s, of a firm: %s, signs the text %s', (kind, ofFirm, variant) => expect(variantFor(kind, ofFirm)).toBe(variant));

test('what an outsider signs binds whatever firm they come from, and nobody else', () => {
  expect(serves('outsider', 'firm') && serves('firm', 'outsider') && serves('staff', 'staff')).toBe(true);
  expect(serves('outsider', 'staff') || serves('staff', 'council')).toBe(false);
});

const today = '2026-11-24';
const text = (number: number, inForceOn: string, askAgain: boolean) => ({ number, inForceOn, askAgain });
test.each([
  ['nothing signed, here since long', { since: '2020-01-01' }, 'missing'],
  ['the first day of the contract', { since: today }, 'missing'],
  ['to come tomorrow', { since: '2026-11-25' }, 'coming'],
  ['covered by the contract of the firm', { since: '2020-01-01', covered: true }, 'covered'],
  ['covered, and to come', { since: '2026-12-01', covered: true }, 'covered'],
  ['covered, and signed all the same', { since: '2020-01-01', covered: true, signed: { on: '2020-01-01', number: 1 } }, 'signed'],
  ['signed long ago, and nothing asks again', { since: '2020-01-01', signed: { on: '1999-01-04', number: null } }, 'signed'],
  ['a later text from now on only', { since: '2020-01-01', signed: { on: '2024-01-01', number: 1 }, texts: [text(2, '2025-01-01', false)] }, 'signed'],
  ['a later text, asked of everybody', { since: '2020-01-01', signed: { on: '2024-01-01', number: 1 }, texts: [text(2, '2025-01-01', true)] }, 'renewal'],
  ['the later text begins tomorrow', { since: '2020-01-01', signed: { on: '2024-01-01', number: 1 }, texts: [text(2, '2026-11-25', true)] }, 'signed'],
  ['the later text was signed', { since: '2020-01-01', signed: { on: '2025-02-01', number: 2 }, texts: [text(2, '2025-01-01', true)] }, 'signed'],
  ['asked again two texts ago, signed since', { since: '2020-01-01', signed: { on: '2025-02-01', number: 3 }, texts: [text(2, '2025-01-01', true), text(3, '2025-01-15', false)] }, 'signed'],
  ['on paper before Beffroi, asked again later', { since: '2010-01-01', signed: { on: '2011-01-01', number: null }, texts: [text(2, '2025-01-01', true)] }, 'renewal'],
  ['on paper after that text began', { since: '2010-01-01', signed: { on: '2025-01-01', number: null }, texts: [text(2, '2025-01-01', true)] }, 'signed'],
  ['the period passes today', { since: '2020-01-01', signed: { on: '2021-11-24', number: 1 }, renewMonths: 60 }, 'renewal'],
  ['the period passes tomorrow', { since: '2020-01-01', signed: { on: '2021-11-25', number: 1 }, renewMonths: 60 }, 'signed'],
  ['of 29 February, the period passes on the 28th', { since: '2020-01-01', signed: { on: '2024-02-29', number: 1 }, renewMonths: 12 }, 'renewal'],
] as const)('%s', (_case, need, state) => {
  const {
    covered = false,
    signed,
    texts = [],
    renewMonths = null,
  } = need as { covered?: boolean; signed?: { on: string; number: number | null }; texts?: readonly ReturnType<typeof text>[]; renewMonths?: number };
  expect(needState({ since: need.since, covered, signed, texts, renewMonths }, today)).toBe(state);
});

test('what was signed never lapses: it is asked anew at the earliest of its reasons, and never before it was signed', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((days) => new Date(Date.UTC(2005, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.array(fc.record({ number: fc.integer({ min: 2, max: 9 }), inForceOn: day, askAgain: fc.boolean() })), fc.option(fc.integer({ min: 1, max: 240 })), (on, texts, renewMonths) => {
      const since = askedSince({ on, number: null }, texts, renewMonths, today);
      return since === undefined ? renewMonths === null : since > on;
    }),
  );
});

test('a signature is lines with ink in them, or a name', () => {
  const line = [
    [0, 0],
    [strokeLimits.width, strokeLimits.height],
  ];
  expect(SignatureInput.safeParse({ strokes: [line] }).success).toBe(true);
  expect(SignatureInput.safeParse({ typed: 'Anne Dupont' }).success).toBe(true);
  for (const wrong of [
    { strokes: [] },
    { strokes: [[[5, 5]]] },
    {
      strokes: [
        [
          [0, 0],
          [1001, 0],
        ],
      ],
    },
    {
      strokes: [
        [
          [0, 0],
          [0.5, 9],
        ],
      ],
    },
    { strokes: [line], typed: 'x' },
    { typed: '  ' },
    { strokes: Array.from({ length: 201 }, () => line) },
  ])
    expect(SignatureInput.safeParse(wrong).success, JSON.stringify(wrong).slice(0, 60)).toBe(false);
  fc.assert(
    fc.property(fc.array(fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 9 }), (strokes) =>
      /^(?:M\d+ \d+(?:L\d+ \d+)+)+$/.test(pathOf(strokes)),
    ),
  );
});

test('a person signs a text of people, an organization that of organizations', () => {
  const id = '01990000-0000-7000-8000-000000000001';
  expect(EarlierInput.safeParse({ personId: id, variant: 'staff', signedOn: '2010-01-01' }).success).toBe(true);
  for (const wrong of [{ personId: id, variant: 'partner' }, { supplierId: id, variant: 'staff' }, { personId: id, supplierId: id, variant: 'staff' }, { variant: 'staff' }])
    expect(EarlierInput.safeParse({ ...wrong, signedOn: '2010-01-01' }).success).toBe(false);
});
