import { searchText } from '../../../kernel/search.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { type Framework, type Norm, normsOf, wordsIn } from '../framework.ts';
import { listFrameworks, readListed } from './framework-store.ts';

type Entry = { framework: Framework; norm: Norm; number: string; words: string };

/** Each text searched once per process: a version never changes. */
const entries = new WeakMap<Framework, Entry[]>();

const entriesOf = (framework: Framework): Entry[] => {
  const known = entries.get(framework);
  if (known) return known;
  const made = normsOf(framework).map((norm) => ({
    framework,
    norm,
    number: searchText(norm.id),
    words: searchText(norm.id, ...Object.values(norm.title), ...Object.values(norm.text ?? {}), ...norm.guidelines.flatMap(({ text }) => Object.values(text))),
  }));
  entries.set(framework, made);
  return made;
};

/** The newest version of each framework: what a centre is asked today. */
const newest = async (tx: Tx): Promise<Framework[]> => {
  const rows = await listFrameworks(tx);
  const found: Framework[] = [];
  for (const [index, row] of rows.entries()) {
    if (rows[index - 1]?.frameworkId === row.frameworkId) continue;
    found.push(await readListed(tx, row));
  }
  return found;
};

/** As web/framework-view.ts names the place of a norm on its page. */
const anchorOf = (id: string): string => `norm-${id.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_')}`;

const hit = ({ framework, norm }: Entry, language: Language): Hit => ({
  id: `${framework.id}/${norm.id}`.slice(0, 80),
  title: `${norm.id} ${wordsIn(norm.title, language).text}`,
  detail: wordsIn(framework.title, language).text,
  page: `norms/frameworks/${framework.id}#${anchorOf(norm.id)}`,
});

/** Norms by their number or the words of their text, in any language; those of which it is the number come first, then those whose title says it. */
export const normFinder: Finder<Tx> = {
  group: 'norms',
  action: 'norm.read',
  find: async (tx, { words, language }) => {
    const found = (await newest(tx)).flatMap((framework) => entriesOf(framework).filter((entry) => words.every((word) => entry.words.includes(word))));
    const rank = (entry: Entry): number => {
      if (entry.number === words.join(' ')) return 0;
      const title = searchText(...Object.values(entry.norm.title));
      return words.every((word) => title.includes(word)) ? 1 : 2;
    };
    return {
      total: found.length,
      hits: found
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, 10)
        .map((entry) => hit(entry, language)),
    };
  },
  recall: async (tx, wanted, { language }) => {
    const ids = new Set(wanted.map(({ id }) => id));
    return (await newest(tx)).flatMap((framework) => entriesOf(framework).flatMap((entry) => (ids.has(`${framework.id}/${entry.norm.id}`) ? [hit(entry, language)] : [])));
  },
};
