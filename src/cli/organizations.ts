import { asOwner, withDatabase } from './database.ts';
import { readArguments } from './usage.ts';

/** Lists the centres: short name, municipality, number of people. */
export const organizations = async (args: string[]): Promise<void> => {
  readArguments(args, {});
  await withDatabase((prepared) =>
    asOwner(prepared, async (client) => {
      const { rows } = await client.query<{ slug: string; municipality: string; people: number }>(
        'SELECT slug, municipality, (SELECT count(*)::int FROM person WHERE organization_id = organization.id) AS people FROM organization ORDER BY slug',
      );
      for (const row of rows) process.stdout.write(`${row.slug}\t${row.municipality}\t${row.people}\n`);
      if (rows.length === 0) process.stdout.write('No centre yet.\n');
    }),
  );
};
