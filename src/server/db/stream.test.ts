import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../../test/harness.ts';
import { rowStream } from './stream.ts';

let server: TestServer;
let centre: string;
beforeAll(async () => {
  server = await testServer();
  centre = await server.addCentre({ slug: 'valombre' });
});
afterAll(() => server.close());

const scope = () => ({ organizations: [centre], actor: { kind: 'job' as const } });

test('a reader that takes its time gets all of the list: PostgreSQL counts that time as the statement’s', async () => {
  const rows = rowStream(server.db, scope(), (tx) => tx.selectFrom('organization').select(sql<number>`extract(epoch FROM current_setting('statement_timeout')::interval)::int`.as('seconds')));
  expect(await Array.fromAsync(rows)).toEqual([{ seconds: 3600 }]);
});

test('a reader that goes away gives its connection back', async () => {
  for (let reader = 0; reader < 12; reader += 1) {
    for await (const _ of rowStream(server.db, scope(), (tx) => tx.selectFrom('organization').select('id'))) break;
  }
  expect(server.db.pool.idleCount).toBe(server.db.pool.totalCount);
});
