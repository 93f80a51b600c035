/** A source of chance that gives the same values for the same seed, on any machine. Not for secrets. */
export type Random = {
  /** From 0 up to, and not including, 1. */
  next: () => number;
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number;
  pick: <T>(list: readonly T[]) => T;
  chance: (probability: number) => boolean;
  /** UUIDv7 whose moments follow each other, so that records sort as they were made. */
  id: () => string;
};

// FNV-1a: a 32-bit number from a text.
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};

// The moments in the identifiers belong to the demonstration, not to the day it is loaded: a second load finds its own records.
const firstMoment = 1_700_000_000_000;
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Chance from a text (sfc32, seeded by four hashes of it). */
export const randomOf = (seed: string): Random => {
  let [a, b, c, d] = [hash(`${seed}|a`), hash(`${seed}|b`), hash(`${seed}|c`), 1];
  const bits = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let turn = 0; turn < 12; turn += 1) bits();
  const next = (): number => bits() / 4_294_967_296;
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  let moment = firstMoment;
  return {
    next,
    int,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[int(0, list.length - 1)]!;
    },
    chance: (probability) => next() < probability,
    id: () => {
      moment += 1;
      const time = hex(moment, 12);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits() >>> 20, 3)}-${hex(0x8000 | (bits() >>> 18), 4)}-${hex(bits(), 8)}${hex(bits() >>> 16, 4)}`;
    },
  };
};
