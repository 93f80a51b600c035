import type pg from 'pg';
import { StartupError } from '../server/errors.ts';
import { type Head, keepHeads, keptFaults, readKept } from './audit-heads.ts';
import { asOwner, withDatabase } from './database.ts';
import { readArguments } from './usage.ts';

/**
 * Checks every chain. `--heads FILE` adds the present heads to a file that is kept elsewhere; `--anchor FILE` compares such a file:
 * a chain that was rewritten or cut from within no longer holds the links that were kept, and the first of them that is missing says since
 * when. Heads are kept of a trail without a fault only. Ends with code 1 when anything is wrong.
 */
export const auditVerify = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { anchor: { type: 'string' }, heads: { type: 'string' } });
  const kept = values.anchor ? await readKept(values.anchor) : [];
  const faults = await withDatabase((prepared) =>
    asOwner(prepared, async (client) => {
      const found = [...(await chainFaults(client)), ...(await keptFaults(client, kept))];
      if (found.length > 0) return found;
      const heads = await readHeads(client);
      if (values.heads) await keepHeads(values.heads, heads, new Date());
      process.stdout.write(
        heads.length === 0
          ? 'There is nothing to verify: nothing was ever written here.\n'
          : `All good. Chains: ${open(heads).length}, links: ${open(heads).reduce((sum, head) => sum + head.number, 0)}.\n`,
      );
      return found;
    }),
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0)
    throw new StartupError(`The audit trail has ${faults.length} fault${faults.length === 1 ? '' : 's'}: it was changed outside Beffroi.${values.heads ? ' No heads were written.' : ''}`);
};

// The confidential chains are checked like the others, and not counted: their number would tell in how many centres there is something.
const open = (heads: readonly Head[]): readonly Head[] => heads.filter((head) => head.class === 'ordinary');

// A centre that is gone is told by its id.
const centreName = (id: string) => `CASE WHEN ${id} = installation() THEN 'installation' ELSE coalesce(o.slug, ${id}::text) END`;

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
    `SELECT ${centreName('v.organization_id')} AS centre, v.class, v.number::int, v.fault, v.entry_id FROM audit_verify() v LEFT JOIN organization o ON o.id = v.organization_id`,
  );
  return rows.map(
    (row) =>
      `${row.centre}${row.class === 'ordinary' ? ' (ordinary)' : ''}${row.number === null ? '' : `, link ${row.number}`}${row.entry_id ? `, entry ${row.entry_id}` : ''}: ${words[row.fault] ?? row.fault}`,
  );
};

const readHeads = async (client: pg.Client): Promise<Head[]> =>
  (
    await client.query<Head>(
      // A confidential chain is told by its first link, which says neither whose it is nor what is in it.
      `SELECT DISTINCT ON (l.organization_id, l.class) CASE WHEN l.class = 'ordinary' THEN ${centreName('l.organization_id')} ELSE '-' END AS centre,
         CASE WHEN l.class = 'ordinary' THEN l.class ELSE left(encode(f.hash, 'hex'), 32) END AS class, l.number::int, encode(l.hash, 'hex') AS hash,
         CASE WHEN l.class = 'ordinary' THEN l.organization_id END AS id
       FROM audit_link l JOIN audit_link f ON f.organization_id = l.organization_id AND f.class = l.class AND f.number = 1 LEFT JOIN organization o ON o.id = l.organization_id ORDER BY l.organization_id, l.class, l.number DESC`,
    )
  ).rows;
