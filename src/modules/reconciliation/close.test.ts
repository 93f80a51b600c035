import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeTo, distanceIsOne } from './close.ts';

const letters = ['a', 'b', 'é', 'n'];
const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 12 });

/** Every text that is one sign away, made one by one. */
const oneSignAway = (text: string): Set<string> => {
  const found = new Set<string>();
  for (let at = 0; at <= text.length; at += 1) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    for (const letter of letters) found.add(before + letter + after).add(before + letter + after.slice(1));
    found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after[1]! + after[0]! + after.slice(2));
  }
  found.delete(text);
  return found;
};

test('two names differ in one sign when one can be made of the other by it', () => {
  fc.assert(fc.property(name, name, (one, other) => void expect(distanceIsOne(one, other)).toBe(oneSignAway(one).has(other))));
  fc.assert(fc.property(name, (one) => void expect([...oneSignAway(one)].filter((other) => !distanceIsOne(one, other))).toEqual([])));
});

test('of many names those are found that differ in one sign, all and only those', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), name, fc.nat(), (names, base, pick) => {
      const near = [...oneSignAway(base)];
      const held = new Map([...names, base, near[pick % near.length]!].filter((one) => one.length > 2).map((one, index) => [String(index), one]));
      const wanted = [...held].filter(([, one]) => oneSignAway(base).has(one)).map(([id]) => id);
      expect(closeTo(held)(base).toSorted()).toEqual(wanted.toSorted());
    }),
    { numRuns: 500 },
  );
});
