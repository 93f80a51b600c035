import { pino } from 'pino';
import { sendDigests } from '../src/modules/reminders/server/send.ts';
import { connect } from '../src/server/db/database.ts';
import { type Figures, round, secondsSince } from './measure.ts';
import { centres, fillCentres } from './rows.ts';
import { openEmbedded } from './server.ts';

const people = 5000;

/** The weekly digest of 5,000 people of 565 centres, one in nine a director-general: everything but the mail server's own time. */
export const measureDigest = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  const db = connect(bench.app, 4);
  try {
    await fillCentres(bench);
    await bench.sql(`INSERT INTO account (id, name, email, email_verified, language, created_at, updated_at)
      SELECT ('05990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Nom ' || n, 'n' || n || '@example.be', true, 'fr', '2020-01-01', '2020-01-01' FROM generate_series(1, ${people}) n`);
    await bench.sql(`INSERT INTO link (organization_id, id, account_id, granted_roles, start)
      SELECT ('01990000-0000-7000-8000-' || lpad((n % ${centres})::text, 12, '0'))::uuid, gen_random_uuid(), ('05990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
        CASE WHEN n / ${centres} = 0 THEN '{directorGeneral}'::text[] ELSE '{staff}' END, '2020-01-01' FROM generate_series(1, ${people}) n`);
    let letters = 0;
    let bytes = 0;
    const services = {
      db,
      url: 'https://bench.example.be',
      now: () => new Date('2030-01-07T09:00:00Z'),
      logger: pino({ level: 'silent' }),
      mail: {
        configured: async () => true,
        send: async ({ text }: { text: string }) => {
          letters += 1;
          bytes += text.length;
        },
      },
    };
    const begun = performance.now();
    let looked = 0;
    for (let some = -1; some !== 0; looked += some) some = await sendDigests(services);
    const seconds = secondsSince(begun);
    const again = performance.now();
    await sendDigests(services);
    return { people: looked, letters, kilobytes: Math.round(bytes / 1000), seconds, perSecond: round(looked / seconds), againMs: round(performance.now() - again) };
  } finally {
    await db.close();
    await bench.close();
  }
};
