import { readFile, writeFile } from 'node:fs/promises';
import type pg from 'pg';
import { StartupError } from '../server/errors.ts';
import { asOwner, withDatabase } from './database.ts';
import { readArguments } from './usage.ts';

type Head = { organization: string; class: string; number: number; hash: string };

/**
 * Checks every chain. `--heads FILE` writes the present heads, one a line (`centre class number hash`), to be kept
 * elsewhere; `--anchor FILE` compares such a file, whose hashes may be cut to the sixteen digits that approved documents
 * print: a chain rewritten from within no longer holds the link that was printed. Ends with code 1 when anything is wrong.
 */
export const auditVerify = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { anchor: { type: 'string' }, heads: { type: 'string' } });
  const faults = await withDatabase((prepared) =>
    asOwner(prepared, async (client) => {
      const found = await chainFaults(client);
      if (values.anchor) found.push(...(await anchorFaults(client, values.anchor)));
      const heads = await readHeads(client);
      if (values.heads) await writeFile(values.heads, heads.map((head) => `${head.organization} ${head.class} ${head.number} ${head.hash}\n`).join(''));
      if (found.length === 0) process.stdout.write(`All good. Chains: ${heads.length}, links: ${heads.reduce((sum, head) => sum + head.number, 0)}.\n`);
      return found;
    }),
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) throw new StartupError(`The audit trail has ${faults.length} fault${faults.length === 1 ? '' : 's'}: it was changed outside Beffroi.`);
};

const chainFaults = async (client: pg.Client): Promise<string[]> => {
  const words: Record<string, string> = {
    altered: 'an entry was altered',
    erasedUnrecorded: 'an entry was erased without a record of it',
    missingLink: 'a link is missing before this one',
    entryRemoved: 'an entry of this link was removed',
    broken: 'this link does not follow from the one before and its entries',
    unsealed: 'entries belong to no link',
  };
  const { rows } = await client.query<{ centre: string; class: string; number: number | null; fault: string; entry_id: string | null }>(
    `SELECT coalesce(o.slug, 'installation') AS centre, v.class, v.number::int, v.fault, v.entry_id FROM audit_verify() v LEFT JOIN organization o ON o.id = v.organization_id`,
  );
  return rows.map((row) => `${row.centre} (${row.class})${row.number === null ? '' : `, link ${row.number}`}${row.entry_id ? `, entry ${row.entry_id}` : ''}: ${words[row.fault] ?? row.fault}`);
};

const readHeads = async (client: pg.Client): Promise<Head[]> =>
  (
    await client.query<Head>(
      `SELECT DISTINCT ON (l.organization_id, l.class) coalesce(o.slug, 'installation') AS organization, l.class, l.number::int, encode(l.hash, 'hex') AS hash
       FROM audit_link l LEFT JOIN organization o ON o.id = l.organization_id ORDER BY l.organization_id, l.class, l.number DESC`,
    )
  ).rows;

const anchorFaults = async (client: pg.Client, file: string): Promise<string[]> => {
  const lines = (await readFile(file, 'utf8').catch(() => fileMissing(file))).split('\n').filter((line) => line.trim() !== '');
  const faults: string[] = [];
  for (const line of lines) {
    const [centre, chain, number, hash] = line.trim().split(/\s+/);
    if (!centre || !chain || !/^\d+$/.test(number ?? '') || !/^[0-9a-f]{16,64}$/.test(hash ?? ''))
      throw new StartupError(
        `${file} has a line that is no head: "${line.slice(0, 80)}". A line holds the centre, the class, the number and the hash, or the first sixteen digits of it as documents print them.`,
      );
    const { rowCount } = await client.query(
      `SELECT 1 FROM audit_link l LEFT JOIN organization o ON o.id = l.organization_id WHERE coalesce(o.slug, 'installation') = $1 AND l.class = $2 AND l.number = $3 AND encode(l.hash, 'hex') LIKE $4 || '%'`,
      [centre, chain, number, hash],
    );
    if (!rowCount) faults.push(`${centre} (${chain}), link ${number}: is not the one that was anchored`);
  }
  return faults;
};

const fileMissing = (file: string): never => {
  throw new StartupError(`The file ${file} cannot be read.`);
};
