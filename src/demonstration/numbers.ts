import type { Random } from './random.ts';

/** Enterprise number of a centre that does not exist: in a range the Crossroads Bank for Enterprises has not reached, with its check digits. */
export const enterpriseNumber = (index: number): string => {
  const body = 19_900_000 + (index % 100_000);
  return `${body}${String(97 - (body % 97)).padStart(2, '0')}`;
};

/** NIS code of a municipality that does not exist: the real ones begin with 1 or more. */
export const nisCode = (index: number): string => String(index % 10_000).padStart(5, '0');

/** National number with its check digits, of the highest serials of a day, which births do not reach. */
export const nationalNumber = (random: Random, title: 'madam' | 'sir'): string => {
  const year = random.int(1962, 2004);
  const serial = title === 'sir' ? 979 + 2 * random.int(0, 9) : 980 + 2 * random.int(0, 9);
  const nine = `${String(year % 100).padStart(2, '0')}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}${serial}`;
  const checked = Number(year >= 2000 ? `2${nine}` : nine);
  return `${nine}${String(97 - (checked % 97)).padStart(2, '0')}`;
};

/** Telephone number that nobody has: no subscriber's number begins with 0. */
export const phone = (random: Random, zone: string): string => `+32 ${zone} 0${random.int(0, 9)} ${random.int(10, 99)} ${random.int(10, 99)}`;
