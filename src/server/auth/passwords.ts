import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Language } from '../../kernel/language.ts';

const argon2 = promisify(argon2Callback);

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };
const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** Hash of a password as a PHC string (`$argon2id$v=19$m=…`), normalised to NFKC so that an accent typed on another keyboard still matches. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const tag = await argon2('argon2id', { message: password.normalize('NFKC'), nonce, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(nonce)}$${encode(tag)}`;
};

/** True when the password gave this hash; its cost is read from the hash, so that old ones stay good when the cost rises. */
export const verifyPassword = async ({ hash, password }: { hash: string; password: string }): Promise<boolean> => {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (!parts) return false;
  const expected = Buffer.from(parts[5] ?? '', 'base64');
  const tag = await argon2('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(parts[4] ?? '', 'base64'),
    memory: Number(parts[1]),
    passes: Number(parts[2]),
    parallelism: Number(parts[3]),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected);
};

let nobodysHash: Promise<string> | undefined;
/** Whether the password gave this hash; without one, false after as much work, so that time does not tell who has an account. */
export const passwordIsGood = async (password: string, hash: string | null | undefined): Promise<boolean> => {
  nobodysHash ??= hashPassword('nobody has this password');
  const good = await verifyPassword({ hash: hash ?? (await nobodysHash), password });
  return good && typeof hash === 'string';
};

/** Shortest password accepted (docs/sources.md: length instead of rules of composition). */
const minimumLength = 12;
const maximumLength = 200;
/** Guessing is reckoned on so many characters: on two hundred it would hold everybody up for a second. */
const reckonedLength = 64;

const checkers = new Map<Language, Promise<ZxcvbnFactory>>();
const checker = (language: Language): Promise<ZxcvbnFactory> => {
  const made = checkers.get(language) ?? load(language);
  checkers.set(language, made);
  return made;
};
const load = async (language: Language): Promise<ZxcvbnFactory> => {
  const common = await import('@zxcvbn-ts/language-common');
  const own = await {
    fr: () => import('@zxcvbn-ts/language-fr'),
    nl: () => import('@zxcvbn-ts/language-nl-be'),
    de: () => import('@zxcvbn-ts/language-de'),
    en: () => import('@zxcvbn-ts/language-en'),
  }[language]();
  return new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...own.dictionary }, graphs: common.adjacencyGraphs });
};

/**
 * What is wrong with a new password, as a stable code, or undefined when it is good: at least twelve characters, not
 * guessable from the dictionaries of the person's language, their name or address. No rule of composition, no expiry (docs/sources.md).
 */
export const passwordFault = async (password: string, language: Language, about: readonly string[]): Promise<'passwordTooShort' | 'passwordTooLong' | 'passwordTooWeak' | undefined> => {
  if ([...password].length < minimumLength) return 'passwordTooShort';
  if ([...password].length > maximumLength) return 'passwordTooLong';
  const { score, sequence } = (await checker(language)).check(password.slice(0, reckonedLength), [...about.flatMap((text) => [text, ...text.split(/[\s@.,;-]+/)]), 'beffroi', 'cpas', 'ocmw', 'öshz']);
  // Somebody's own name is the first thing tried against them: what leans on it must hold far longer.
  const leansOnName = sequence.some((part) => part['dictionaryName'] === 'userInputs');
  return score < (leansOnName ? 4 : 3) ? 'passwordTooWeak' : undefined;
};
