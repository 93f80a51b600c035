import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { counts, type Framework, languagesOf } from '../framework.ts';
import type { Mapping } from '../mapping.ts';
import type { Origin } from './framework-tables.ts';
import './framework-tables.ts';

/** Who put something there, when, from what kind of file. */
export type Arrival = { origin: Origin; format: string; by: string | undefined; at: Date };

const hashOf = (value: unknown): Buffer => createHash('sha256').update(JSON.stringify(value)).digest();

const parsed = new Map<string, Framework>();
const parsedAtMost = 40;

/** Keeps the texts used last: a version never changes, so its hash says which it is in whatever database. */
const remember = (hash: string, framework: Framework): Framework => {
  parsed.delete(hash);
  parsed.set(hash, framework);
  const [oldest] = parsed.keys();
  if (parsed.size > parsedAtMost && oldest !== undefined) parsed.delete(oldest);
  return framework;
};

/**
 * The text of a version of a framework, read once per node: afterwards one small statement finds which text it is. Do not change what it gives.
 * @returns undefined where the installation has no such version
 */
export const readFramework = async (tx: Tx, id: string, version: string): Promise<Framework | undefined> => {
  const found = await tx.selectFrom('framework').select('contentHash').where('frameworkId', '=', id).where('frameworkVersion', '=', version).executeTakeFirst();
  if (!found) return undefined;
  return readListed(tx, { frameworkId: id, frameworkVersion: version, contentHash: found.contentHash });
};

/** The text of a version that was listed: from this node's memory, or by one statement. */
export const readListed = async (tx: Tx, { frameworkId, frameworkVersion, contentHash }: { frameworkId: string; frameworkVersion: string; contentHash: Buffer }): Promise<Framework> => {
  const hash = contentHash.toString('hex');
  const known = parsed.get(hash);
  if (known) return remember(hash, known);
  const { content } = await tx.selectFrom('framework').select('content').where('frameworkId', '=', frameworkId).where('frameworkVersion', '=', frameworkVersion).executeTakeFirstOrThrow();
  return remember(hash, content);
};

const listed = ['id', 'frameworkId', 'frameworkVersion', 'origin', 'format', 'title', 'languages', 'norms', 'contentHash', 'importedBy', 'importedAt', 'version'] as const;

/** Every version of every framework, the newest of each first, without the texts. */
export const listFrameworks = async (tx: Tx) =>
  tx
    .selectFrom('framework')
    .select(listed)
    .select(sql<string | null>`(SELECT a.name FROM account a WHERE a.id = imported_by)`.as('importer'))
    .orderBy('frameworkId')
    .orderBy('importedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
export type ListedFramework = Awaited<ReturnType<typeof listFrameworks>>[number];

/** Keeps a version that is not there yet. Undefined, and nothing is written, where there is one by that id and version. */
export const insertFramework = async (tx: Tx, framework: Framework, { origin, format, by, at }: Arrival): Promise<{ id: string } | undefined> => {
  const languages = languagesOf(framework);
  return tx
    .insertInto('framework')
    .values({
      id: newId(),
      frameworkId: framework.id,
      frameworkVersion: framework.version,
      origin,
      format,
      title: json(framework.title),
      languages: languages.length > 0 ? languages : Object.keys(framework.title),
      norms: counts(framework).norms,
      content: json(framework),
      contentHash: hashOf(framework),
      importedBy: by ?? null,
      importedAt: at,
    })
    .onConflict((conflict) => conflict.columns(['frameworkId', 'frameworkVersion']).doNothing())
    .returning('id')
    .executeTakeFirst();
};

/** True where the kept text of that version is another than this. */
export const differs = (kept: Pick<ListedFramework, 'contentHash'>, framework: Framework): boolean => !kept.contentHash.equals(hashOf(framework));

/** Keeps a mapping, in the place of the former between the same two. Undefined, and nothing is written, where it says the same already. */
export const putMapping = async (tx: Tx, mapping: Mapping, { origin, by, at }: Omit<Arrival, 'format'>): Promise<{ id: string } | undefined> => {
  const values = { origin, relations: mapping.relations.length, content: json(mapping), contentHash: hashOf(mapping), importedBy: by ?? null, importedAt: at };
  return tx
    .insertInto('frameworkMapping')
    .values({ ...values, id: newId(), fromFramework: mapping.from, toFramework: mapping.to })
    .onConflict((conflict) => conflict.columns(['fromFramework', 'toFramework']).doUpdateSet(values).where('frameworkMapping.contentHash', '<>', values.contentHash))
    .returning('id')
    .executeTakeFirst();
};

export const listMappings = async (tx: Tx) =>
  tx.selectFrom('frameworkMapping').select(['id', 'fromFramework', 'toFramework', 'origin', 'relations', 'importedAt']).orderBy('fromFramework').orderBy('toFramework').execute();

export const readMapping = async (tx: Tx, from: string, to: string): Promise<Mapping | undefined> =>
  (await tx.selectFrom('frameworkMapping').select('content').where('fromFramework', '=', from).where('toFramework', '=', to).executeTakeFirst())?.content;

/** Which texts of mappings there are, so that a start that finds nothing new writes nothing. */
export const mappingHashes = async (tx: Tx): Promise<Map<string, string>> =>
  new Map(
    (await tx.selectFrom('frameworkMapping').select(['fromFramework', 'toFramework', 'contentHash']).execute()).map((row) => [
      `${row.fromFramework}--${row.toFramework}`,
      row.contentHash.toString('hex'),
    ]),
  );

export const mappingHash = (mapping: Mapping): string => hashOf(mapping).toString('hex');

/** Deletes a version. What was assessed against it keeps it: the database refuses, and the answer is stillReferenced. */
export const deleteFramework = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('framework').where('id', '=', id).execute();
};
