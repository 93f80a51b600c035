import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSeal } from './seal.ts';
import type { Secret } from './session-cookie.ts';

const fresh = (): Secret => ({ value: randomBytes(32).toString('base64url') });
const [old, next] = [fresh(), fresh()];

test('what was sealed is opened whole, never shows in what is stored, and differs each time', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, unit: 'binary' }), (text) => {
      const { seal, open } = makeSeal([old], 'mail');
      const sealed = seal(text);
      expect(open(sealed)).toEqual({ text, stale: false });
      expect(sealed.includes(text)).toBe(false);
      expect(seal(text).equals(sealed)).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test('after a rotation the former secret opens, and says that it is former; without it, for another purpose or altered anywhere, nothing opens', () => {
  const sealed = makeSeal([old], 'mail').seal('trois pigeons');
  expect(makeSeal([next, { ...old, until: new Date(0) }], 'mail').open(sealed)).toEqual({ text: 'trois pigeons', stale: true });
  expect(makeSeal([next], 'mail').open(sealed)).toBeUndefined();
  expect(makeSeal([old], 'factor').open(sealed)).toBeUndefined();
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at] = altered[at]! ^ 1;
    expect(makeSeal([old], 'mail').open(altered), String(at)).toBeUndefined();
    expect(makeSeal([old], 'mail').open(sealed.subarray(0, at))).toBeUndefined();
  }
});
