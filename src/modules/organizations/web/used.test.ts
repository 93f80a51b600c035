import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facts, questions } from '../completeness.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

type Texts = { used: Record<string, string>; questions: Record<string, { decides: string }> };

/** The headings of the policy under which each fact is named and each question decides. */
const headings = (language: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const part of ['securityPolicyFormal', 'securityPolicyOperational']) {
    let heading = '';
    for (const line of read(`library/documents/${part}/${language}.md`).split('\n')) {
      heading = /^#+ \w+ \| (.+)$/.exec(line)?.[1]?.trim() ?? heading;
      for (const [name] of line.matchAll(/(?:profile|facts)\.\w+/g)) found.set(name, (found.get(name) ?? new Set()).add(heading));
    }
  }
  return found;
};

test.each(['fr', 'nl', 'de'])('what the record says of the policy is what the policy has (%s)', (language) => {
  const { used, questions: asked } = JSON.parse(read(`src/modules/organizations/locales/${language}.json`)) as Texts;
  const named = headings(language);
  for (const fact of facts) for (const heading of named.get(`facts.${fact}`) ?? ['never named']) expect(used[fact], fact).toContain(heading);
  for (const question of questions) for (const heading of named.get(`profile.${question}`) ?? ['never asked']) expect(asked[question]?.decides, question).toContain(heading);
});
