import type { Language } from '../../kernel/language.ts';
import type { Chapter, Framework, Norm, Texts } from './framework.ts';
import { checkFramework, isObject, letterOf, listOf, type Path, type Report, slugOf, textOf, titleFrom, versionOf } from './import.ts';

/** Whether a value looks like a catalogue of OSCAL. */
export const isOscal = (value: unknown): value is { catalog: Record<string, unknown> } => isObject(value) && isObject(value['catalog']);

type Member = { value: Record<string, unknown>; path: Path };
type Reader = { report: Report; say: (text: string) => Texts; insert: (text: string) => string; places: Map<object, Path>; controls: { asked: number; read: number } };

/** A property by its name; of several, the first that is for everybody (without a class of its own). */
const property = (value: Record<string, unknown>, name: string): string | undefined => {
  const list: unknown[] = Array.isArray(value['props']) ? (value['props'] as unknown[]) : [];
  const found = list.filter(isObject).filter((one) => one['name'] === name);
  return textOf((found.find((one) => one['class'] === undefined) ?? found[0])?.['value']);
};

/** What stands for each parameter: the value it was given, its choices, or its name in brackets. */
const parameters = (catalog: Record<string, unknown>, report: Report): Reader['insert'] => {
  const known = new Map<string, Member>();
  const collect = ({ value, path }: Member): void => {
    for (const one of listOf(value['params'], [...path, 'params'], report)) {
      const id = textOf(one.value['id']);
      if (id === undefined) report.fault([...one.path, 'id'], 'required');
      else known.set(id, one);
    }
    for (const member of ['groups', 'controls'] as const) for (const child of listOf(value[member], [...path, member], report)) collect(child);
  };
  collect({ value: catalog, path: ['catalog'] });
  const reported = new Set<string>();
  const insert = (text: string, within: readonly string[]): string =>
    text.replace(/\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/g, (_, id: string) => {
      const found = known.get(id);
      if (!found) return `[${id}]`;
      if (within.includes(id)) {
        if (!reported.has(id)) report.fault(found.path, 'parameterCycle', id);
        reported.add(id);
        return `[${id}]`;
      }
      const { value } = found;
      const values = (Array.isArray(value['values']) ? value['values'] : []).flatMap((one: unknown) => textOf(one) ?? []);
      if (values.length > 0) return values.join(', ');
      const choices: unknown = isObject(value['select']) ? value['select']['choice'] : undefined;
      if (Array.isArray(choices) && choices.length > 0)
        return `[${choices
          .flatMap((choice: unknown) => textOf(choice) ?? [])
          .map((choice) => insert(choice, [...within, id]))
          .join(' | ')}]`;
      return `[${textOf(value['label']) ?? id}]`;
    });
  return (text) => insert(text, []).replace(/\[([^\]]+)\]\(#[^)]*\)/g, '$1');
};

const partsOf = ({ value, path }: Member, report: Report): Member[] => listOf(value['parts'], [...path, 'parts'], report);

/** A part with what stands below it, as lines: each with its label. */
const linesOf = (part: Member, reader: Reader, depth = 0): string[] => {
  const prose = textOf(part.value['prose']);
  const label = property(part.value, 'label');
  const own = prose === undefined ? [] : [`${'  '.repeat(depth)}${label === undefined || depth === 0 ? '' : `${label} `}${reader.insert(prose)}`];
  return [...own, ...partsOf(part, reader.report).flatMap((child) => linesOf(child, reader, depth + 1))];
};

const left = new Set(['assessment-objective', 'assessment-method', 'objective', 'assessment', 'assessment-objects']);

const normOf = (control: Member, headings: string[], reader: Reader): Norm | undefined => {
  const { value, path } = control;
  const { report, say } = reader;
  const id = textOf(value['id']);
  const title = textOf(value['title']);
  if (id === undefined) report.fault([...path, 'id'], 'required');
  if (title === undefined) report.fault([...path, 'title'], 'required');
  if (id === undefined || title === undefined) return undefined;
  const number = property(value, 'label') ?? id;
  const text: string[] = [];
  const items: string[] = [];
  for (const part of partsOf(control, report)) {
    const name = textOf(part.value['name']) ?? '';
    if (left.has(name)) report.leave('assessmentParts', number);
    else if (name === 'statement') {
      const prose = textOf(part.value['prose']);
      if (prose !== undefined) text.push(reader.insert(prose));
      for (const item of partsOf(part, report)) items.push([property(item.value, 'label'), linesOf(item, reader).join('\n')].filter((one) => one !== undefined).join(' '));
    } else text.push(...linesOf(part, reader));
  }
  if (Array.isArray(value['links']) && value['links'].length > 0) report.leave('links', number, value['links'].length);
  const norm: Norm = {
    id: number,
    title: say(titleFrom(reader.insert(title)).title),
    ...(headings.length > 0 ? { heading: say(headings.join(' › ')) } : {}),
    ...(text.length > 0 ? { text: say(text.join('\n\n')) } : {}),
    guidelines: items.filter((item) => item !== '').map((item, index) => ({ id: letterOf(index), text: say(item) })),
    ...(number === id ? {} : { alias: id }),
  };
  reader.places.set(norm, path);
  return norm;
};

/** A control with those that enhance it, each a norm; one that was withdrawn is none. */
const normsOf = (control: Member, headings: string[], reader: Reader): Norm[] => {
  const { value, path } = control;
  reader.controls.asked += 1;
  const below = listOf(value['controls'], [...path, 'controls'], reader.report);
  const title = textOf(value['title']) ?? '';
  const own = (): Norm[] => {
    if (property(value, 'status')?.toLowerCase() === 'withdrawn') {
      reader.report.leave('withdrawn', property(value, 'label') ?? textOf(value['id']));
      reader.controls.read += 1;
      return [];
    }
    const norm = normOf(control, headings, reader);
    if (norm) reader.controls.read += 1;
    return norm ? [norm] : [];
  };
  return [...own(), ...below.flatMap((child) => normsOf(child, [...headings, title], reader))];
};

const groupNorms = (group: Member, headings: string[], reader: Reader): Norm[] => [
  ...listOf(group.value['controls'], [...group.path, 'controls'], reader.report).flatMap((control) => normsOf(control, headings, reader)),
  ...listOf(group.value['groups'], [...group.path, 'groups'], reader.report).flatMap((child) => groupNorms(child, [...headings, textOf(child.value['title']) ?? ''], reader)),
];

/** How many controls stand in a catalogue, counted without reading any: what is read must be as many. */
const countControls = (value: unknown): number => {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (!isObject(next)) continue;
    for (const member of ['groups', 'controls'] as const) {
      const list = next[member];
      if (!Array.isArray(list)) continue;
      if (member === 'controls') count += list.length;
      for (const one of list as unknown[]) open.push(one);
    }
  }
  return count;
};

/**
 * Reads a catalogue of OSCAL 1.1: groups as chapters, controls as norms, the items of a statement as guidelines, parameters in their places.
 * @param language of its texts: the format does not say it
 */
export const readOscal = ({ catalog }: { catalog: Record<string, unknown> }, language: Language, report: Report): Framework | undefined => {
  const metadata = isObject(catalog['metadata']) ? catalog['metadata'] : {};
  const title = textOf(metadata['title']);
  if (title === undefined) {
    report.fault(['catalog', 'metadata', 'title'], 'required');
    return undefined;
  }
  const reader: Reader = { report, say: (text) => ({ [language]: text }), insert: parameters(catalog, report), places: new Map(), controls: { asked: 0, read: 0 } };
  const groups = listOf(catalog['groups'], ['catalog', 'groups'], report);
  const loose = listOf(catalog['controls'], ['catalog', 'controls'], report).flatMap((control) => normsOf(control, [], reader));
  const chapters: Chapter[] = loose.length > 0 ? [{ id: '0', title: reader.say(titleFrom(title).title), norms: loose }] : [];
  for (const group of groups) {
    const norms = groupNorms(group, [], reader);
    const name = textOf(group.value['title']);
    if (name === undefined) report.fault([...group.path, 'title'], 'required');
    const chapter: Chapter = { id: property(group.value, 'label') ?? textOf(group.value['id']) ?? `§${chapters.length + 1}`, title: reader.say(name ?? '–'), norms };
    reader.places.set(chapter, group.path);
    if (norms.length > 0) chapters.push(chapter);
  }
  const asked = countControls(catalog);
  if (asked !== reader.controls.read) report.fault(['catalog'], 'normsLost', undefined, { asked, read: reader.controls.read });
  if (isObject(catalog['back-matter']) && Array.isArray(catalog['back-matter']['resources'])) report.leave('backMatter', undefined, catalog['back-matter']['resources'].length);
  const parties = listOf(metadata['parties'], ['catalog', 'metadata', 'parties'], report);
  const publisher = textOf(parties[0]?.value['name']);
  const licence = textOf(metadata['remarks']);
  const draft = {
    id: slugOf(title),
    version: versionOf(textOf(metadata['version']) ?? '1'),
    title: reader.say(titleFrom(title).title),
    ...(publisher ? { publisher } : {}),
    ...(licence ? { licence } : {}),
    scale: 'answers',
    chapters,
  };
  return checkFramework(draft, report, ([first, chapter, second, norm]) => {
    if (first !== 'chapters' || typeof chapter !== 'number') return ['catalog', 'metadata'];
    const found = second === 'norms' && typeof norm === 'number' ? chapters[chapter]!.norms[norm]! : chapters[chapter]!;
    return reader.places.get(found) ?? ['catalog'];
  });
};
