import type { Language } from '../../kernel/language.ts';
import { Framework, type Texts } from './framework.ts';
import type { RelationKind } from './mapping.ts';

/** What may be imported: library files of CISO Assistant (YAML), catalogues of OSCAL 1.1 (JSON), our own template of a questionnaire (XLSX). */
export const importFormats = ['ciso', 'oscal', 'xlsx'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A file of 25 MB is five times the largest known; so many faults are told of one, and so many examples of what is left out. */
export const importLimits = { megabytes: 25, faults: 100, examples: 5 };

/** Why a file is refused. Each has its sentence in `locales/frameworks.<language>.json`, `faults`. */
export const faultCodes = [
  'notYaml',
  'notJson',
  'tooManyAliases',
  'tooDeep',
  'tooSlow',
  'tooLarge',
  'notText',
  'unknownFormat',
  'notWorkbook',
  'nothingToRead',
  'severalFrameworks',
  'notAList',
  'notAnObject',
  'required',
  'idTwice',
  'unknownParent',
  'parentCycle',
  'parameterCycle',
  'unknownLevel',
  'noKnownLanguage',
  'noTitle',
  'noNorms',
  'tooManyNorms',
  'tooManyGuidelines',
  'tooManyRelations',
  'tooLong',
  'normsLost',
  'unknownRelation',
  'mappingToItself',
  'mappingCycle',
  'frameworkNumber',
  'frameworkId',
  'frameworkVersion',
  'invalid',
  'frameworkMissing',
  'noRelationLeft',
  'versionExists',
  'libraryOwns',
  'unknownColumn',
  'missingColumn',
  'missingSheet',
  'unknownChoice',
  'normWithoutChapter',
  'guidelineWithoutNorm',
  'formulaError',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** One fault, where it stands: a path in the file with its line if that is known, or a cell of a sheet. */
export type Fault = { code: FaultCode; path?: string; line?: number; cell?: string; value?: string; parameters?: Record<string, string | number> };

/** What of a file is not read, and why: each code has its sentence in `locales/frameworks.<language>.json`, `leftOut`. */
export const leftOutCodes = [
  'languages',
  'textNodes',
  'referenceControls',
  'threats',
  'metrics',
  'riskMatrices',
  'otherObjects',
  'scores',
  'choices',
  'weights',
  'cutTitles',
  'renumbered',
  'withdrawn',
  'assessmentParts',
  'backMatter',
  'links',
  'rationales',
  'relationsTwice',
  'relationsToHeadings',
  'unnamedLevels',
] as const;
export type LeftOutCode = (typeof leftOutCodes)[number];
export type LeftOut = { code: LeftOutCode; count: number; examples: string[] };

/** A mapping as its file words it: frameworks and norms by the names that the file gives them. */
export type RawMapping = { from: string; to: string; relations: { from: string; to: string; kind: RelationKind; place: string }[] };

/** What was read of a file. With a fault, nothing of it may be kept. */
export type Reading = { format: ImportFormat; frameworks: Framework[]; mappings: RawMapping[]; leftOut: LeftOut[]; faults: Fault[]; faultsInAll: number };

export type Path = readonly (string | number)[];
export const pathText = (path: Path): string => path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part), '');

/** Collects what is wrong and what is left out while a file is read; `lineOf` knows the lines of the file where it has any. */
export const makeReport = (lineOf: (path: Path) => number | undefined = () => undefined) => {
  const faults: Fault[] = [];
  const leftOut = new Map<LeftOutCode, LeftOut>();
  let faultsInAll = 0;
  const push = (fault: Fault): void => {
    faultsInAll += 1;
    if (faults.length < importLimits.faults) faults.push(fault);
  };
  return {
    fault: (path: Path, code: FaultCode, value?: string, parameters?: Record<string, string | number>): void => {
      const line = faults.length < importLimits.faults ? lineOf(path) : undefined;
      push({ code, path: pathText(path), ...(line === undefined ? {} : { line }), ...(value === undefined ? {} : { value: value.slice(0, 200) }), ...(parameters ? { parameters } : {}) });
    },
    faultAt: (cell: string, code: FaultCode, value?: string, parameters?: Record<string, string | number>): void =>
      push({ code, cell, ...(value === undefined ? {} : { value: value.slice(0, 200) }), ...(parameters ? { parameters } : {}) }),
    leave: (code: LeftOutCode, example?: string, count = 1): void => {
      const entry = leftOut.get(code) ?? { code, count: 0, examples: [] };
      entry.count += count;
      if (example !== undefined && entry.examples.length < importLimits.examples && !entry.examples.includes(example)) entry.examples.push(example.slice(0, 100));
      leftOut.set(code, entry);
    },
    ended: () => ({ faults, faultsInAll, leftOut: [...leftOut.values()] }),
  };
};
export type Report = ReturnType<typeof makeReport>;

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text or a number as text, without space around; undefined where there is none. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/[^\P{C}\n\t]/gu, '').trim();
  return text === '' ? undefined : text;
};

/** The members of a list; a single object counts as a list of one, nothing as an empty one. Anything else is a fault. */
export const listOf = (value: unknown, path: Path, report: Report): { value: Record<string, unknown>; path: Path }[] => {
  if (value === undefined || value === null) return [];
  if (isObject(value)) return [{ value, path }];
  if (!Array.isArray(value)) {
    report.fault(path, 'notAList');
    return [];
  }
  return value.flatMap((member: unknown, index) => {
    if (isObject(member)) return [{ value: member, path: [...path, index] }];
    report.fault([...path, index], 'notAnObject');
    return [];
  });
};

/** An id for addresses out of any name: `ISO/IEC 27001:2022` becomes `iso-iec-27001-2022`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');

/** A version that an address can carry: `Rev 5.1.1+u4` becomes `Rev-5.1.1-u4`. */
export const versionOf = (version: string): string =>
  version
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, 40)
    .replace(/^[._-]+|[._-]+$/g, '');

const titleAtMost = 160;
/** A title out of a text that has none: the whole where it is short, else its first words. */
export const titleFrom = (text: string): { title: string; cut: boolean } => {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= titleAtMost) return { title: line, cut: false };
  const end = line.lastIndexOf(' ', titleAtMost);
  return { title: `${line.slice(0, end > 80 ? end : titleAtMost).replace(/[\s,;:.]+$/, '')}…`, cut: true };
};

/** One text in several languages, of those in which there is any; undefined where there is none at all. */
export const textsFrom = <L extends Language>(languages: readonly L[], of: (language: L) => string | undefined): Texts | undefined => {
  const entries = languages.flatMap((language) => {
    const text = of(language);
    return text === undefined ? [] : [[language, text] as const];
  });
  return entries.length > 0 ? (Object.fromEntries(entries) as Texts) : undefined;
};

/** `a`, `b`, … `z`, `aa`, … */
export const letterOf = (index: number): string => (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

const faultsOfSchema = new Set<string>(faultCodes);
const codeOf = (issue: { code: string; message: string }): FaultCode => (faultsOfSchema.has(issue.message) ? (issue.message as FaultCode) : issue.code === 'too_big' ? 'tooLong' : 'invalid');

/**
 * The framework by its schema; its faults are told at the place of the file that `placeOf` gives for a place in the framework.
 * @returns undefined with a fault
 */
export const checkFramework = (draft: unknown, report: Report, placeOf: (path: PropertyKey[]) => Path): Framework | undefined => {
  const checked = Framework.safeParse(draft);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    const at = issue.path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], draft);
    report.fault(placeOf(issue.path), codeOf(issue), textOf(at) ?? issue.path.map(String).at(-1), issue.code === 'too_big' ? { most: Number(issue.maximum) } : undefined);
  }
  return undefined;
};
