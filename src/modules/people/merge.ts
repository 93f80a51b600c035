import { z } from 'zod';
import { searchText } from '../../kernel/search.ts';
import { type MandateKind, mandateRefusal } from './mandate.ts';
import { PersonInput } from './person.ts';

/** Days within which a merge may be undone. */
export const undoDays = 90;

/** Two records of one person: the one that stays, the one that goes, the versions in which they were compared, and what the kept one says afterwards. */
export const MergeInput = z
  .strictObject({ keptId: z.uuid().toLowerCase(), keptVersion: z.int().min(1), goneId: z.uuid().toLowerCase(), goneVersion: z.int().min(1), values: PersonInput })
  .refine(({ keptId, goneId }) => keptId !== goneId, { message: 'samePerson', path: ['goneId'] })
  .meta({ id: 'PersonMergeData' });
export type MergeInput = z.infer<typeof MergeInput>;

export const likenesses = ['name', 'email', 'phone'] as const;
export type Likeness = (typeof likenesses)[number];
type Known = { id: string; lastName: string; firstName: string; email: string | null; phone: string | null; reference: string | null };

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:00)?32|^0/, '');

/**
 * Pairs of records that may be of one person: the same name but for accents, capitals and order, the same e-mail address, the same telephone number
 * together with the same last name. Two whom a reference of the centre tells apart are two people.
 */
export const alike = <P extends Known>(people: readonly P[]): { one: P; other: P; likenesses: Likeness[] }[] => {
  const found = new Map<string, { one: P; other: P; likenesses: Likeness[] }>();
  const pairUp = (likeness: Likeness, key: (person: P) => string | undefined): void => {
    const groups = Map.groupBy(people, (person) => key(person) ?? '');
    groups.delete('');
    for (const group of groups.values())
      for (const [index, one] of group.entries())
        for (const other of group.slice(index + 1)) {
          if (one.reference && other.reference) continue;
          const name = `${one.id} ${other.id}`;
          const pair = found.get(name) ?? { one, other, likenesses: [] };
          pair.likenesses.push(likeness);
          found.set(name, pair);
        }
  };
  pairUp('name', ({ lastName, firstName }) => searchText(lastName, firstName).split(' ').toSorted().join(' '));
  pairUp('email', ({ email }) => email?.toLowerCase());
  pairUp('phone', ({ phone, lastName }) => (phone && digits(phone).length >= 8 ? `${digits(phone)} ${searchText(lastName)}` : undefined));
  return [...found.values()].toSorted((a, b) => b.likenesses.length - a.likenesses.length);
};

/**
 * Why two records may not be made one by somebody, or undefined: it would give the account of one the mandates of the other, which only
 * those may do who may write such a mandate (mandateRefusal).
 */
export const mergeRefusal = (
  writer: { accountId: string | undefined; roles: readonly string[] },
  records: readonly [{ accounts: readonly string[]; mandates: readonly MandateKind[] }, { accounts: readonly string[]; mandates: readonly MandateKind[] }],
): 'ownMandate' | 'guardedMandate' | undefined => {
  const [one, other] = records;
  const given = [
    ...one.accounts.flatMap((accountId) => other.mandates.map((kind) => ({ accountId, kind }))),
    ...other.accounts.flatMap((accountId) => one.mandates.map((kind) => ({ accountId, kind }))),
  ];
  return given.map(({ accountId, kind }) => mandateRefusal(writer, { accountId }, kind)).find((refusal) => refusal !== undefined);
};
