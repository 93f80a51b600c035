import { hasNames, profileAnswers } from './names.ts';

type Test = { name: string; is: string | boolean; negated: boolean };

/** Tests joined by one word; a single test counts as `and`. */
export type Condition = { join: 'and' | 'or'; tests: Test[] };

/** Answers about the centre, by the name after `profile.` or `has.`; an answer nobody has given is absent. */
export type Answers = { profile: Record<string, string | boolean | undefined>; has: Record<string, boolean> };

const names: ReadonlySet<string> = new Set(hasNames);

const parseTest = (source: string, fail: (message: string) => never): Test => {
  const compared = /^profile\.(\w+) (!?=) (\w+)$/.exec(source);
  if (compared) {
    const [, name = '', operator, value = ''] = compared;
    const answers = profileAnswers[name] ?? fail(`unknown condition «profile.${name}»`);
    if (answers === 'yesOrNo') return fail(`«profile.${name}» is answered by yes or no: write «profile.${name}» or «not profile.${name}»`);
    if (!answers.includes(value)) fail(`«profile.${name}» is one of ${answers.join(', ')}, not «${value}»`);
    return { name: `profile.${name}`, is: value, negated: operator === '!=' };
  }
  const [, not, kind, name = ''] = /^(not )?(profile|has)\.(\w+)$/.exec(source) ?? fail(`«${source}» is not a condition`);
  if (kind === 'has' ? !names.has(name) : !(name in profileAnswers)) fail(`unknown condition «${kind}.${name}»`);
  if (kind === 'profile' && profileAnswers[name] !== 'yesOrNo') fail(`«profile.${name}» is compared with = or !=`);
  return { name: `${kind}.${name}`, is: true, negated: Boolean(not) };
};

/**
 * Reads what follows `[if `: tests joined by `and` or by `or`, not by both.
 * @param fail called with what is wrong; must throw
 */
export const parseCondition = (source: string, fail: (message: string) => never): Condition => {
  const words = new Set(source.match(/ (?:and|or) /g));
  if (words.size > 1) fail('«and» and «or» are not mixed in one condition');
  const join = words.has(' or ') ? 'or' : 'and';
  return { join, tests: source.split(` ${join} `).map((test) => parseTest(test.trim(), fail)) };
};

/**
 * Decides a condition. Where the answers given do not decide it, it does not hold and the names of the absent ones come in `missing`
 * (a false side of `and`, a true side of `or` decides alone).
 * @throws Error where `has` lacks a name: the registers always know
 */
export const decide = ({ join, tests }: Condition, { profile, has }: Answers): { holds: boolean; missing: string[] } => {
  const results = tests.map(({ name, is, negated }) => {
    const [kind, key = ''] = name.split('.');
    const answer = kind === 'has' ? has[key] : profile[key];
    if (answer === undefined && kind === 'has') throw new Error(`no answer was given for ${name}`);
    return { name, result: answer === undefined ? undefined : (answer === is) !== negated };
  });
  const deciding = join === 'or';
  if (results.some(({ result }) => result === deciding)) return { holds: deciding, missing: [] };
  const missing = results.filter(({ result }) => result === undefined).map(({ name }) => name);
  return { holds: missing.length === 0 && !deciding, missing };
};

/** A condition as it is written after `[if `. */
export const printCondition = ({ join, tests }: Condition): string =>
  tests.map(({ name, is, negated }) => (typeof is === 'string' ? `${name} ${negated ? '!=' : '='} ${is}` : `${negated ? 'not ' : ''}${name}`)).join(` ${join} `);
