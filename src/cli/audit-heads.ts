import { appendFile, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { installationId } from '../server/db/database.ts';
import { errorText, StartupError } from '../server/errors.ts';

/**
 * The last link of a chain at some time. A file of them has one a line: `centre class number hash`, then when it was written and the id of the centre.
 * A confidential chain has a dash for the centre, the beginning of its first link for the class, and no id.
 */
export type Head = { centre: string; class: string; number: number; hash: string; at?: string | undefined; id?: string | undefined };

/** The heads of a file that was kept, in its order; a hash may be cut to the sixteen digits that approved documents print. Throws StartupError for a line that is none. */
export const readKept = async (file: string): Promise<Head[]> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartupError(`The file ${file} cannot be read.`);
  });
  if (text.trim() === '') throw new StartupError(`${file} holds no head: there is nothing to compare with.`);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [centre, chain, number, hash, at, id] = line.trim().split(/\s+/);
      if (!centre || !chain || !/^\d{1,15}$/.test(number ?? '') || !/^[0-9a-f]{16,64}$/.test(hash ?? '') || (id !== undefined && !/^[0-9a-f-]{36}$/.test(id)))
        throw new StartupError(
          `${file} has a line that is no head: "${line.slice(0, 80)}". A line holds the centre, the class, the number and the hash, or the first sixteen digits of it as documents print them.`,
        );
      return { centre, class: chain, number: Number(number), hash: hash!, at, id };
    });
};

const chainOf = ({ id, class: chain }: Head): string => `${id ?? '-'} ${chain}`;

/** Adds the heads that have changed since those which the file ends with; a file that is not there is made. `at` is the present instant. */
export const keepHeads = async (file: string, heads: readonly Head[], at: Date): Promise<void> => {
  try {
    const present = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const kept = new Map((present === '' ? [] : await readKept(file)).map((head) => [chainOf(head), head]));
    const news = heads.filter((head) => kept.get(chainOf(head))?.hash !== head.hash);
    const lines = news.map((head) => `${head.centre} ${head.class} ${head.number} ${head.hash} ${at.toISOString()}${head.id ? ` ${head.id}` : ''}\n`).join('');
    await appendFile(file, present === '' || present.endsWith('\n') ? lines : `\n${lines}`);
  } catch (error) {
    throw error instanceof StartupError ? error : new StartupError(`The heads cannot be written to ${file}: ${errorText(error)}.`);
  }
};

/** What is wrong with the chains by heads that were kept: of each, the first that no longer holds, and the last one before it that does, for the change lies between the two. */
export const keptFaults = async (client: pg.Client, kept: readonly Head[]): Promise<string[]> => {
  const ids = new Map((await client.query<{ slug: string; id: string }>('SELECT slug, id FROM organization')).rows.map(({ slug, id }) => [slug, id]));
  // A centre may have been renamed since: where the line says its id, that counts.
  const chains = Map.groupBy(kept, (head) => `${head.id ?? (head.centre === 'installation' ? installationId : (ids.get(head.centre) ?? '-'))} ${head.class}`);
  const faults: string[] = [];
  for (const [chain, heads] of chains) {
    const [id, confidentiality] = chain.split(' ');
    const sorted = heads.toSorted((a, b) => a.number - b.number);
    const { rows } = await client.query<{ number: number; hash: string; last: number }>(
      `SELECT number::float8 AS number, encode(hash, 'hex') AS hash, max(number) OVER ()::float8 AS last FROM audit_link
       WHERE (organization_id, class) IN (SELECT organization_id, class FROM audit_link WHERE number = 1
           AND CASE WHEN $1 = '-' THEN class <> 'ordinary' AND left(encode(hash, 'hex'), 32) = $2 ELSE organization_id::text = $1 AND class = $2 END)
         AND (number = ANY ($3) OR number = (SELECT max(last.number) FROM audit_link last WHERE (last.organization_id, last.class) = (audit_link.organization_id, audit_link.class)))`,
      [id, confidentiality, sorted.map(({ number }) => number)],
    );
    const present = new Map(rows.map((row) => [row.number, row.hash]));
    const first = sorted.findIndex((head) => !present.get(head.number)?.startsWith(head.hash));
    if (first >= 0) faults.push(`${id === '-' ? 'a confidential chain' : `${sorted[first]!.centre} (${confidentiality})`}: ${told(sorted[first]!, sorted[first - 1], rows[0]?.last)}`);
  }
  return faults;
};

const told = (broken: Head, good: Head | undefined, last: number | undefined): string => {
  const when = ({ at }: Head): string => (at ? `, kept on ${at}` : '');
  const link = `link ${broken.number}${when(broken)}`;
  if (last === undefined) return `the whole chain is gone, with ${link}`;
  if (last < broken.number) return `the chain ends at link ${last}: ${link}, is gone with what stood after it`;
  return good
    ? `it was changed after link ${good.number}${when(good)}, which is as it was, and before ${link} or at it, which is not`
    : `it was changed at ${link}, or before it: that link is not as it was`;
};
