import { languages } from '../../kernel/language.ts';
import { type Chapter, frameworkLimits, type Norm, type Texts } from './framework.ts';
import { type Speaks, tailOf, withinOf } from './import-ciso-words.ts';
import { isObject, letterOf, listOf, type Path, type Report, textOf, titleFrom } from './import.ts';

type Node = { urn: string; value: Record<string, unknown>; path: Path; assessable: boolean; parent: Node | undefined; children: Node[]; holdsNorms: boolean };
/** The chapters of a file, where in the file each chapter and norm stands, and the degrees that its norms name. */
export type Chaptered = { chapters: Chapter[]; places: Map<object, Path>; levels: Set<string> };

/** The nodes of a framework as they are written now, and as in 2023: groups and requirements apart, each with its number for a name. */
const rawNodes = (framework: Record<string, unknown>, path: Path, report: Report): { value: Record<string, unknown>; path: Path }[] => {
  const numbered = (value: Record<string, unknown>, assessable: boolean) => {
    const { name, ...rest } = value;
    return { ...rest, assessable, ...(value['ref_id'] === undefined && assessable ? { ref_id: name } : { name }) };
  };
  const now = listOf(framework['requirement_nodes'], [...path, 'requirement_nodes'], report);
  const groups = listOf(framework['requirement_groups'], [...path, 'requirement_groups'], report);
  const requirements = listOf(framework['requirements'], [...path, 'requirements'], report);
  return [...now, ...groups.map((one) => ({ ...one, value: numbered(one.value, false) })), ...requirements.map((one) => ({ ...one, value: numbered(one.value, true) }))];
};

/** Joins nodes to their parents. Undefined, with faults, where a name stands twice, a parent is not there, or parents go in a circle. */
const treeOf = (raw: { value: Record<string, unknown>; path: Path }[], report: Report): Node[] | undefined => {
  const byUrn = new Map<string, Node>();
  const nodes: Node[] = [];
  let sound = true;
  const fault = (...said: Parameters<Report['fault']>): void => {
    sound = false;
    report.fault(...said);
  };
  for (const { value, path } of raw) {
    const urn = textOf(value['urn']);
    if (urn === undefined) fault([...path, 'urn'], 'required');
    else if (byUrn.has(urn.toLowerCase())) fault([...path, 'urn'], 'idTwice', urn);
    else {
      const node: Node = { urn, value, path, assessable: value['assessable'] === true, parent: undefined, children: [], holdsNorms: false };
      byUrn.set(urn.toLowerCase(), node);
      nodes.push(node);
    }
  }
  for (const node of nodes) {
    const parent = textOf(node.value['parent_urn']);
    if (parent === undefined) continue;
    node.parent = byUrn.get(parent.toLowerCase());
    if (node.parent) node.parent.children.push(node);
    else fault([...node.path, 'parent_urn'], 'unknownParent', parent);
  }
  const ended = new Set<Node>();
  for (const start of nodes) {
    const way = new Set<Node>();
    let node: Node | undefined = start;
    while (node && !ended.has(node) && !way.has(node)) {
      way.add(node);
      node = node.parent;
    }
    if (node && way.has(node)) fault([...node.path, 'parent_urn'], 'parentCycle', node.urn);
    for (const seen of way) ended.add(seen);
  }
  if (!sound) return undefined;
  for (const node of nodes) if (node.assessable) for (let above = node.parent; above && !above.holdsNorms; above = above.parent) above.holdsNorms = true;
  return nodes;
};

const above = (node: Node): Node[] => {
  const chain: Node[] = [];
  for (let next = node.parent; next; next = next.parent) chain.push(next);
  return chain.toReversed();
};

/** Which nodes are chapters: the highest that part the norms in four or more, else those that part them most. */
const chapterDepth = (chains: Node[][]): number => {
  let best = { depth: 0, count: 0 };
  for (let depth = 0; depth < 4; depth += 1) {
    const { size } = new Set(chains.map((chain) => chain[Math.min(depth, chain.length - 1)]));
    if (size > frameworkLimits.chapters) break;
    if (size > best.count) best = { depth, count: size };
    if (size >= 4) break;
  }
  return best.depth;
};

const joined = (list: Texts[], by: string): Texts =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const own = list.map((texts) => texts[language] ?? Object.values(texts)[0]);
      return list.some((texts) => texts[language] !== undefined) ? [[language, own.join(by)]] : [];
    }),
  );

/** The name of a node, or the beginning of its description; its number where it has neither. */
const labelOf = ({ value, urn }: Node, spoken: Speaks): Texts => {
  const name = spoken.texts(value, 'name');
  const number = textOf(value['ref_id']);
  if (name) return name;
  const description = spoken.texts(value, 'description');
  if (!description) return { [spoken.languages[0] ?? 'en']: number ?? tailOf(urn) };
  return Object.fromEntries(Object.entries(description).map(([language, text]) => [language, titleFrom(text).title]));
};

const questionsOf = ({ value, path }: Node, spoken: Speaks, report: Report): Texts[] => {
  const { questions, question } = value;
  const list = isObject(questions)
    ? Object.entries(questions).flatMap(([key, one]) => (isObject(one) ? [one] : (report.fault([...path, 'questions', key], 'notAnObject'), [])))
    : [...listOf(questions, [...path, 'questions'], report), ...(isObject(question) ? listOf(question['questions'], [...path, 'question', 'questions'], report) : [])].map((one) => one.value);
  return list.flatMap((one) => {
    if (one['choices'] !== undefined || one['answer_type'] !== undefined || one['depends_on'] !== undefined) report.leave('choices', textOf(one['text'])?.slice(0, 80));
    return spoken.texts(one, 'text') ?? [];
  });
};

/** What stands below a norm without being a norm: its items, in order, each with its number. */
const itemsBelow = (node: Node, spoken: Speaks): Texts[] =>
  node.children.flatMap((child) => {
    if (child.assessable || child.holdsNorms) return [];
    const number = textOf(child.value['ref_id']);
    const parts = [spoken.texts(child.value, 'name'), spoken.texts(child.value, 'description')].filter((texts) => texts !== undefined);
    const before = number !== undefined && /^[[(]?\w{1,3}[\].)]?$/.test(number) ? `${number} ` : '';
    const own: Texts[] = parts.length > 0 ? [Object.fromEntries(Object.entries(joined(parts, '\n')).map(([language, text]) => [language, `${before}${text}`]))] : [];
    return [...own, ...itemsBelow(child, spoken)];
  });

const referencesOf = ({ value }: Node): NonNullable<Norm['references']> =>
  (['reference_controls', 'security_functions', 'threats'] as const).flatMap((member) => {
    const list: unknown = value[member];
    return (Array.isArray(list) ? list : []).flatMap((urn: unknown) => {
      const name = textOf(urn);
      return name === undefined ? [] : [{ source: name.split(':').at(-2) ?? member, at: tailOf(name) }];
    });
  });

const levelsOf = ({ value }: Node, highest: number): string[] | undefined => {
  const groups: unknown = value['implementation_groups'];
  if (Array.isArray(groups)) return groups.flatMap((group: unknown) => textOf(group) ?? []);
  const degree = Number(value['maturity'] ?? Number.NaN);
  // A norm of the first degree is asked in the higher ones too.
  return Number.isInteger(degree) && degree > 0 && highest <= 10 ? Array.from({ length: highest - degree + 1 }, (_, index) => String(degree + index)) : undefined;
};

const normOf = (node: Node, id: string, headings: Node[], highest: number, spoken: Speaks, report: Report): Norm => {
  const { value, urn } = node;
  const name = spoken.texts(value, 'name');
  const description = spoken.texts(value, 'description');
  const annotation = spoken.texts(value, 'annotation');
  const questions = questionsOf(node, spoken, report);
  const title = name ?? description ?? annotation ?? questions[0] ?? { [spoken.languages[0] ?? 'en']: textOf(value['ref_id']) ?? tailOf(urn) };
  const cut = Object.entries(title).map(([language, text]) => ({ language, ...titleFrom(text) }));
  if (name === undefined && cut.some((one) => one.cut)) report.leave('cutTitles', id);
  const whole = name ? [description, annotation] : cut.some((one) => one.cut) ? [description, annotation] : [annotation === title ? undefined : annotation];
  const parts = whole.filter((texts) => texts !== undefined);
  const evidence = spoken.texts(value, 'typical_evidence');
  const references = referencesOf(node);
  const levels = levelsOf(node, highest);
  const guidelines = [...itemsBelow(node, spoken), ...questions].map((text, index) => ({ id: letterOf(index), text }));
  for (const member of ['weight', 'display_mode']) if (value[member] !== undefined) report.leave('weights', id);
  const alias = withinOf(urn);
  return {
    id,
    title: Object.fromEntries(cut.map((one) => [one.language, name ? (name[one.language as keyof Texts] ?? one.title) : one.title])),
    ...(headings.length > 0
      ? {
          heading: joined(
            headings.map((heading) => labelOf(heading, spoken)),
            ' › ',
          ),
        }
      : {}),
    ...(parts.length > 0 ? { text: joined(parts, '\n\n') } : {}),
    ...(levels?.length ? { levels } : {}),
    ...(evidence ? { evidence: [evidence] } : {}),
    ...(references.length > 0 ? { references } : {}),
    guidelines,
    ...(alias === id ? {} : { alias }),
  };
};

/** Each norm its number in the file; where two have the same, or one has none, the end of its name. */
const numbersOf = (norms: Node[], report: Report): Map<Node, string> => {
  const uses = new Map<string, number>();
  const count = (id: string | undefined): void => void (id !== undefined && uses.set(id, (uses.get(id) ?? 0) + 1));
  for (const { value } of norms) count(textOf(value['ref_id']));
  const taken = new Set<string>();
  return new Map(
    norms.map((node, index) => {
      const number = textOf(node.value['ref_id']);
      const fits = number !== undefined && uses.get(number) === 1 && number.length <= 100;
      if (number !== undefined && !fits) report.leave('renumbered', number);
      const candidates = [...(fits ? [number] : []), tailOf(node.urn), withinOf(node.urn)];
      const id = candidates.find((candidate) => candidate.length <= 100 && !taken.has(candidate) && (candidate === number || !uses.has(candidate))) ?? `§${index + 1}`;
      taken.add(id);
      return [node, id];
    }),
  );
};

/** The nodes of a framework as chapters and norms, in the order of the file. Undefined with a fault. */
export const chaptersOf = (framework: Record<string, unknown>, path: Path, spoken: Speaks, report: Report): Chaptered | undefined => {
  const raw = rawNodes(framework, path, report);
  const nodes = treeOf(raw, report);
  if (!nodes) return undefined;
  const norms = nodes.filter(({ assessable }) => assessable);
  if (norms.length === 0) {
    report.fault(path, 'noNorms');
    return undefined;
  }
  const chains = norms.map((node) => above(node));
  // Only what is no norm itself can be a chapter.
  const places = chains.map((chain) => chain.filter(({ assessable }) => !assessable));
  const depth = chapterDepth(places.filter((chain) => chain.length > 0));
  const numbers = numbersOf(norms, report);
  const highest = Math.max(0, ...norms.map(({ value }) => Number(value['maturity'] ?? 0) || 0));
  const chapters = new Map<Node | undefined, Chapter>();
  const chaptered: Chaptered = { chapters: [], places: new Map(), levels: new Set() };
  const ids = new Set<string>();
  norms.forEach((node, index) => {
    const own = places[index]!;
    const head = own.length > 0 ? own[Math.min(depth, own.length - 1)] : undefined;
    let chapter = chapters.get(head);
    if (!chapter) {
      const wanted = [head ? textOf(head.value['ref_id']) : '0', head ? tailOf(head.urn) : undefined, head ? withinOf(head.urn) : undefined, `§${chapters.size + 1}`];
      const id = wanted.find((candidate) => candidate !== undefined && candidate.length <= 100 && !ids.has(candidate)) ?? `§${chapters.size + 1}`;
      ids.add(id);
      chapter = { id, title: head ? labelOf(head, spoken) : (spoken.texts(framework, 'name') ?? { [spoken.languages[0] ?? 'en']: id }), norms: [] };
      chapters.set(head, chapter);
      chaptered.places.set(chapter, head?.path ?? path);
    }
    const headings = chains[index]!.slice(head ? chains[index]!.indexOf(head) + 1 : 0);
    const norm = normOf(node, numbers.get(node)!, headings, highest, spoken, report);
    for (const level of norm.levels ?? []) chaptered.levels.add(level);
    chapter.norms.push(norm);
    chaptered.places.set(norm, node.path);
  });
  for (const node of nodes)
    if (!node.assessable && (node.holdsNorms ? node.value['name'] !== undefined && node.value['description'] !== undefined : !above(node).some(({ assessable }) => assessable)))
      report.leave('textNodes', Object.values(labelOf(node, spoken))[0]);
  chaptered.chapters = [...chapters.values()];
  const read = chaptered.chapters.reduce((sum, chapter) => sum + chapter.norms.length, 0);
  const asked = raw.filter(({ value }) => value['assessable'] === true).length;
  if (read !== asked) report.fault(path, 'normsLost', undefined, { asked, read });
  return chaptered;
};
