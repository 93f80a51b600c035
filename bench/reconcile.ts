import { compareList, hashOf, holdSource, readList } from '../src/modules/reconciliation/server/service.ts';
import { connect } from '../src/server/db/database.ts';
import { type Figures, round } from './measure.ts';
import { centreId, fillCentres, fillPeople } from './rows.ts';
import { openEmbedded } from './server.ts';

const people = 2000;
const accounts = 20_000;
const centre = centreId(0);
const resource = '05990000-0000-7000-8000-000000000001';
const at = { today: '2026-11-22', now: new Date('2026-11-22T09:00:00Z') };
const nothingSaid = { columns: [], levels: [] };

/** The list of a domain as it is exported: a title, semicolons, Latin-1; one account in ten is of somebody of the register, the others are of nobody. */
const listOf = (lastUsed: string): Buffer => {
  const name = (i: number): string => `Nom${String((i * 7919) % 1_000_003).padStart(7, '0')}`;
  const row = (i: number): string =>
    i % 10 === 0 ? `p${i / 10};Prénom${(i / 10) % 97};${name(i / 10)};True;${lastUsed} 8:02:11` : `inconnu${i};Zénobie${i % 89};Étranger${i};${i % 3 === 0 ? 'False' : 'True'};${lastUsed} 8:02:11`;
  return Buffer.from(
    ['Comptes du domaine, le 22/11/2026', '', 'SamAccountName;GivenName;Surname;Enabled;LastLogonDate', ...Array.from({ length: accounts }, (_, i) => row(i)), ''].join('\r\n'),
    'latin1',
  );
};

/** A list of 20,000 accounts against a centre of 2,000 people: read, compared for the first time (18,000 findings are written), and the next list, which changes nothing. */
export const measureReconcile = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  const db = connect(bench.app, 2);
  const scope = { organizations: [centre], actor: { kind: 'command' as const } };
  try {
    await fillCentres(bench);
    await fillPeople(bench, 0, people, 1);
    await bench.sql(
      `INSERT INTO resource (organization_id, id, name, kind, levels, account_source, search_text) VALUES ($1, $2, 'Domaine', 'domain', '{hold,administer}', 'activeDirectory', 'domaine')`,
      [centre, resource],
    );
    await bench.sql(
      `INSERT INTO access_grant (organization_id, id, person_id, resource_id, level, start, source)
       SELECT $1, gen_random_uuid(), id, $2, 'hold', '2020-01-01', 'hand' FROM person WHERE organization_id = $1`,
      [centre, resource],
    );
    const memory = { most: 0 };
    const watch = (): void => void (memory.most = Math.max(memory.most, process.memoryUsage().rss));
    const give = async (bytes: Buffer) => {
      const begun = performance.now();
      const { reading, format } = await readList(bytes, nothingSaid);
      const readMs = round(performance.now() - begun);
      if ('unknown' in reading || reading.accounts.length !== accounts) throw new Error('The list was not read whole');
      watch();
      const list = { source: 'file' as const, fileName: 'bench.csv', accounts: reading.accounts, faults: reading.faults, format: { ...format, ...reading.format }, contentHash: hashOf(bytes) };
      const start = performance.now();
      const { counts } = await db.tx(
        scope,
        async (tx) => {
          await holdSource(tx, centre, resource);
          return compareList(tx, centre, resource, list, at);
        },
        { seconds: 60 },
      );
      watch();
      return { readMs, compareMs: round(performance.now() - start), found: counts.found, open: counts.open };
    };
    const before = process.memoryUsage().rss;
    const first = await give(listOf('20/11/2026'));
    const next = await give(listOf('21/11/2026'));
    return { accounts, people, first, next, megabytesBefore: Math.round(before / 2 ** 20), megabytesMost: Math.round(memory.most / 2 ** 20) };
  } finally {
    await db.close();
    await bench.close();
  }
};
