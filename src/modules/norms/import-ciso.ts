import type { Framework, Texts } from './framework.ts';
import { type Chaptered, chaptersOf } from './import-ciso-nodes.ts';
import { cisoMappings } from './import-ciso-mappings.ts';
import { type Speaks, speaks, withinOf } from './import-ciso-words.ts';
import { checkFramework, isObject, listOf, type Path, type RawMapping, type Report, slugOf, textOf, versionOf } from './import.ts';

/** Whether a value looks like a library of CISO Assistant. */
export const isCiso = (value: unknown): value is Record<string, unknown> => isObject(value) && isObject(value['objects']);

const otherObjects = {
  reference_controls: 'referenceControls',
  security_functions: 'referenceControls',
  threats: 'threats',
  metric_definitions: 'metrics',
  risk_matrix: 'riskMatrices',
  risk_matrices: 'riskMatrices',
} as const;
const read = new Set(['framework', 'frameworks', 'requirement_mapping_set', 'requirement_mapping_sets']);

const leaveOthers = (objects: Record<string, unknown>, report: Report): void => {
  for (const [name, value] of Object.entries(objects)) {
    if (read.has(name)) continue;
    const count = Array.isArray(value) ? value.length : 1;
    if (count > 0) report.leave(otherObjects[name as keyof typeof otherObjects] ?? 'otherObjects', name, count);
  }
};

/** The scale that the file's own answers come nearest to: two degrees of maturity where it scores up to five, its questions where it has any. */
const scaleOf = (framework: Record<string, unknown>, { chapters }: Chaptered, report: Report): Framework['scale'] => {
  const most = Number(framework['max_score'] ?? Number.NaN);
  if (most > 0 && most <= 5) return 'maturity';
  if (Number.isFinite(most)) report.leave('scores', `${textOf(framework['min_score']) ?? 0}–${most}`);
  return chapters.some(({ norms }) => norms.some(({ guidelines }) => guidelines.length > 0)) ? 'guidelines' : 'answers';
};

const levelsOf = (framework: Record<string, unknown>, path: Path, spoken: Speaks, used: Set<string>, report: Report): { id: string; title: Texts }[] => {
  const defined = listOf(framework['implementation_groups_definition'], [...path, 'implementation_groups_definition'], report).flatMap(({ value, path: at }) => {
    const id = textOf(value['ref_id']);
    if (id === undefined) {
      report.fault([...at, 'ref_id'], 'required');
      return [];
    }
    return [{ id, title: spoken.texts(value, 'name') ?? ({ [spoken.languages[0] ?? 'en']: id } as Texts) }];
  });
  // Norms name some that are nowhere defined: files of the first years a degree, others what somebody forgot.
  const others = [...used].filter((level) => !defined.some(({ id }) => id === level)).toSorted();
  for (const level of others) report.leave('unnamedLevels', level);
  return [...defined, ...others.map((id) => ({ id, title: { [spoken.languages[0] ?? 'en']: id } as Texts }))];
};

const frameworkOf = (library: Record<string, unknown>, framework: Record<string, unknown>, path: Path, spoken: Speaks, report: Report): Framework | undefined => {
  const urn = textOf(framework['urn']);
  if (urn === undefined) {
    report.fault([...path, 'urn'], 'required');
    return undefined;
  }
  const title = spoken.texts(framework, 'name') ?? spoken.texts(library, 'name');
  if (!title) {
    report.fault(spoken.languages.length === 0 ? ['locale'] : [...path, 'name'], spoken.languages.length === 0 ? 'noKnownLanguage' : 'required');
    return undefined;
  }
  const chaptered = chaptersOf(framework, path, spoken, report);
  if (!chaptered) return undefined;
  if (framework['scores_definition'] !== undefined) report.leave('scores', 'scores_definition');
  const levels = levelsOf(framework, path, spoken, chaptered.levels, report);
  const description = spoken.texts(framework, 'description') ?? spoken.texts(library, 'description');
  const publisher = textOf(framework['provider']) ?? textOf(library['provider']);
  const licence = textOf(library['copyright']);
  const draft = {
    id: slugOf(withinOf(urn)),
    version: versionOf(textOf(library['version']) ?? textOf(framework['version']) ?? '1'),
    title,
    ...(description ? { description } : {}),
    ...(publisher ? { publisher } : {}),
    ...(licence ? { licence } : {}),
    scale: scaleOf(framework, chaptered, report),
    ...(levels.length > 0 ? { levels } : {}),
    chapters: chaptered.chapters,
  };
  return checkFramework(draft, report, (at) => {
    const [first, chapter, second, norm] = at;
    if (first === 'chapters' && typeof chapter === 'number') {
      const node = second === 'norms' && typeof norm === 'number' ? chaptered.places.get(draft.chapters[chapter]!.norms[norm]!) : chaptered.places.get(draft.chapters[chapter]!);
      if (node) return node;
    }
    return (
      ({ id: [...path, 'urn'], version: ['version'], licence: ['copyright'], publisher: ['provider'], levels: [...path, 'implementation_groups_definition'] } as Record<string, Path>)[String(first)] ??
      path
    );
  });
};

/**
 * Reads a library of CISO Assistant, of its present layout or an older one: one framework or several, with groups of implementation as levels, and
 * mappings. Norms are the nodes that are assessed; what stands below one without being assessed, and its questions, become its guidelines.
 */
export const readCiso = (library: Record<string, unknown>, report: Report): { frameworks: Framework[]; mappings: RawMapping[] } => {
  const objects = library['objects'] as Record<string, unknown>;
  const found = (['framework', 'frameworks'] as const).flatMap((name) => listOf(objects[name], ['objects', name], report));
  const sets = (['requirement_mapping_set', 'requirement_mapping_sets'] as const).flatMap((name) => listOf(objects[name], ['objects', name], report));
  leaveOthers(objects, report);
  if (found.length === 0 && sets.length === 0) report.fault(['objects'], 'nothingToRead', Object.keys(objects).slice(0, 5).join(', '));
  const spoken = speaks(library, found, report);
  const frameworks = found.flatMap(({ value, path }) => frameworkOf(library, value, path, spoken, report) ?? []);
  return { frameworks, mappings: cisoMappings(sets, report) };
};
