import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { counts, type Framework, languagesOf, normsOf } from '../framework.ts';
import { carryAnswers, type ChangeKind, changes } from '../framework-changes.ts';
import type { Mapping } from '../mapping.ts';
import { type Fault, type LeftOut, makeReport, type RawMapping, type Reading, type Report } from '../import.ts';
import { differs, insertFramework, listFrameworks, type ListedFramework, listMappings, mappingHash, mappingHashes, putMapping, readFramework } from './framework-store.ts';

/** What of a framework may be said otherwise than its file does. */
export type ImportOptions = { id?: string | undefined; version?: string | undefined };

/** What an import would keep of a framework: beside which former version, and what that would change. */
export type PlannedFramework = {
  framework: Framework;
  state: 'new' | 'nextVersion' | 'known';
  former?: { version: string; changes: Record<ChangeKind, number>; kept: number; again: number };
};
export type PlannedMapping = { mapping: Mapping; state: 'new' | 'replaces' | 'known' };
export type Plan = { format: Reading['format']; frameworks: PlannedFramework[]; mappings: PlannedMapping[]; leftOut: LeftOut[]; faults: Fault[]; faultsInAll: number };

const renamed = (frameworks: Framework[], { id, version }: ImportOptions, report: Report): Framework[] => {
  if (id === undefined && version === undefined) return frameworks;
  if (id !== undefined && frameworks.length > 1) report.fault([], 'severalFrameworks', String(frameworks.length));
  return frameworks.map((framework) => ({ ...framework, id: id ?? framework.id, version: version ?? framework.version }));
};

const planFramework = async (tx: Tx, framework: Framework, known: ListedFramework[], report: Report): Promise<PlannedFramework | undefined> => {
  const versions = known.filter(({ frameworkId }) => frameworkId === framework.id);
  if (versions.some(({ origin }) => origin === 'library')) {
    report.fault([], 'libraryOwns', framework.id);
    return undefined;
  }
  const same = versions.find(({ frameworkVersion }) => frameworkVersion === framework.version);
  if (same && differs(same, framework)) {
    report.fault([], 'versionExists', `${framework.id} ${framework.version}`);
    return undefined;
  }
  if (same) return { framework, state: 'known' };
  const former = versions[0] && (await readFramework(tx, framework.id, versions[0].frameworkVersion));
  if (!former) return { framework, state: 'new' };
  const counted = { unchanged: 0, moved: 0, renumbered: 0, reworded: 0, added: 0, removed: 0 };
  for (const { kind } of changes(former, framework)) counted[kind] += 1;
  const plan = carryAnswers(former, framework);
  return { framework, state: 'nextVersion', former: { version: former.version, changes: counted, kept: plan.kept.size, again: plan.again.size } };
};

/** The numbers of the norms of a framework, by everything that a file of a mapping may call them. */
const namesOf = (framework: Framework): ((name: string) => string | undefined) => {
  const names = new Map<string, string>();
  for (const norm of normsOf(framework)) {
    for (const name of [norm.alias, norm.alias?.split(':').slice(1).join(':'), norm.id]) if (name) names.set(name.toLowerCase(), norm.id);
  }
  return (name) => names.get(name.toLowerCase()) ?? names.get(name.split(':').slice(1).join(':').toLowerCase());
};

const resolve = async (tx: Tx, raw: RawMapping, own: Framework[], known: ListedFramework[], report: Report): Promise<Mapping | undefined> => {
  const find = async (id: string): Promise<Framework | undefined> => {
    const here = own.find((framework) => framework.id === id);
    const version = known.find(({ frameworkId }) => frameworkId === id)?.frameworkVersion;
    const found = here ?? (version === undefined ? undefined : await readFramework(tx, id, version));
    if (!found) report.fault([], 'frameworkMissing', id);
    return found;
  };
  const [from, to] = [await find(raw.from), await find(raw.to)];
  if (!from || !to) return undefined;
  const [fromName, toName] = [namesOf(from), namesOf(to)];
  const relations = new Map<string, Mapping['relations'][number]>();
  for (const relation of raw.relations) {
    const [first, second] = [fromName(relation.from), toName(relation.to)];
    if (first === undefined || second === undefined) report.leave('relationsToHeadings', first === undefined ? relation.from : relation.to);
    else relations.set(`${first}\n${second}`, { from: first, to: second, kind: relation.kind });
  }
  if (relations.size === 0) {
    report.fault([], 'noRelationLeft', `${raw.from} → ${raw.to}`);
    return undefined;
  }
  return { from: raw.from, to: raw.to, relations: [...relations.values()] };
};

/**
 * What keeping a reading would do to this installation. A framework of the library is not imported over, a version that is kept does not change, and
 * a mapping needs both of its frameworks. Faults of the file and of the plan stand together.
 */
export const planImport = async (tx: Tx, reading: Reading, options: ImportOptions = {}): Promise<Plan> => {
  const report = makeReport();
  const known = await listFrameworks(tx);
  const named = renamed(reading.frameworks, options, report);
  const frameworks: PlannedFramework[] = [];
  for (const framework of named) {
    const planned = await planFramework(tx, framework, known, report);
    if (planned) frameworks.push(planned);
  }
  const hashes = reading.mappings.length > 0 ? await mappingHashes(tx) : new Map<string, string>();
  const mappings: PlannedMapping[] = [];
  const ofLibrary = new Set(reading.mappings.length > 0 ? (await listMappings(tx)).filter(({ origin }) => origin === 'library').map((row) => `${row.fromFramework}--${row.toFramework}`) : []);
  for (const raw of reading.mappings) {
    const mapping = await resolve(tx, raw, named, known, report);
    if (!mapping) continue;
    const key = `${mapping.from}--${mapping.to}`;
    if (ofLibrary.has(key)) report.fault([], 'libraryOwns', `${mapping.from} → ${mapping.to}`);
    else mappings.push({ mapping, state: !hashes.has(key) ? 'new' : hashes.get(key) === mappingHash(mapping) ? 'known' : 'replaces' });
  }
  const own = report.ended();
  return {
    format: reading.format,
    frameworks,
    mappings,
    leftOut: [...reading.leftOut, ...own.leftOut],
    faults: [...reading.faults, ...own.faults],
    faultsInAll: reading.faultsInAll + own.faultsInAll,
  };
};

/** Keeps what was planned, in the transaction of the plan. Nothing is kept of a plan with a fault. Returns the id of the first row written. */
export const keepImport = async (tx: Tx, plan: Plan, by: string | undefined, at: Date): Promise<string | undefined> => {
  if (plan.faultsInAll > 0) return undefined;
  let first: string | undefined;
  for (const { framework, state } of plan.frameworks) if (state !== 'known') first = (await insertFramework(tx, framework, { origin: 'import', format: plan.format, by, at }))?.id ?? first;
  for (const { mapping, state } of plan.mappings)
    if (state !== 'known') {
      const put = await putMapping(tx, mapping, { origin: 'import', by, at });
      first ??= put?.id;
    }
  return first;
};

/** What a page or a command shows of a plan: sizes, and no text of a norm. */
export const describePlan = (plan: Plan) => ({
  format: plan.format,
  frameworks: plan.frameworks.map(({ framework, state, former }) => ({
    id: framework.id,
    version: framework.version,
    title: framework.title,
    description: framework.description,
    publisher: framework.publisher,
    licence: framework.licence,
    scale: framework.scale,
    languages: languagesOf(framework) as Language[],
    levels: (framework.levels ?? []).map((level) => ({ ...level, norms: normsOf(framework).filter(({ levels }) => levels?.includes(level.id)).length })),
    ...counts(framework),
    outline: framework.chapters.map(({ id, title, norms }) => ({ id, title, norms: norms.length, guidelines: norms.reduce((sum, { guidelines }) => sum + guidelines.length, 0) })),
    example: normsOf(framework)[0]!,
    state,
    former,
  })),
  mappings: plan.mappings.map(({ mapping, state }) => ({ from: mapping.from, to: mapping.to, relations: mapping.relations.length, state })),
  leftOut: plan.leftOut,
  faults: plan.faults,
  faultsInAll: plan.faultsInAll,
});
export type DescribedPlan = ReturnType<typeof describePlan>;
