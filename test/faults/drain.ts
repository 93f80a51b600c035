import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../src/server/db/embedded.ts';
import { findRunning } from '../../src/server/db/postmaster.ts';
import { type MailServer, type Received, startMailServer } from '../mail-server.ts';
import { type MailboxServer, owner, startMailboxServer } from '../mailbox-server.ts';
import { type Client, freePort, type ServerProcess, setUp, startProcess } from '../process.ts';
import { adviserAddress, firmOf, firmsOf, type Laid, mailsOf, reporter } from './mails.ts';
import { makeCentre } from './writers.ts';

/** What became of the mails: `lost`, `double` and `wrong` name each; the rest counts. */
export type Drained = {
  lost: string[];
  double: string[];
  wrong: string[];
  announced: number;
  answersDue: number;
  /** Answers and letters to the adviser that left twice, since the server was killed between handing one over and noting it; the answer bears the same Message-ID. */
  answersRepeated: number;
  lettersRepeated: number;
  kills: number;
  seconds: number;
  megabytes: number;
};

const ask = async (client: Client, method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<{ id: string }> => {
  const answer = await client.call(method, path, { body, headers });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { id: string };
};

/** A centre with its firms, its adviser among the people, a backup whose reports are read, and its mailbox. */
const furnish = async (client: Client, box: MailboxServer, firms: number): Promise<string> => {
  const centre = await makeCentre(client, 'valombre');
  const at = (rest: string): string => `/organizations/${centre}/${rest}`;
  for (let index = 0; index < firms; index += 1) await ask(client, 'POST', at('suppliers'), { name: `Firme ${index}`, kind: 'software', email: firmOf(index), processor: false });
  const person = await ask(client, 'POST', at('people'), { firstName: 'Odile', lastName: 'Lambin', kind: 'staff', email: adviserAddress });
  await ask(client, 'POST', at('contracts'), { personId: person.id, kind: 'permanent', function: 'conseillère', start: '2020-01-01', suspensions: [] });
  const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], times: ['00:00'], onHolidays: true, scheduledSince: '2020-01-01' };
  const plan = await ask(client, 'POST', at('backupPlans'), { name: 'Serveur', kind: 'server', what: 'tout', method: 'full', place: 'NAS', mirror: false, ...daily });
  await ask(client, 'POST', at('backupReportRules'), { planId: plan.id, sender: reporter, goodWords: ['voltooid'], failedWords: ['mislukt'] });
  const mailbox = { address: owner.username, host: '127.0.0.1', port: box.tlsPort, authority: box.certificate, ...owner, vouchedBy: 'mx.cpas.example' };
  await ask(client, 'PUT', at('mailbox'), mailbox, { 'if-match': '"0"' });
  return centre;
};

type Row = { messageId: string; becomes: string; number: number | null; announcements: number; acknowledged: number };

/** Compares what lay in the mailbox with what stands in the database and with what left. */
const compare = async (database: pg.Client, laid: readonly Laid[], received: readonly Received[]) => {
  const [lost, double, wrong]: [string[], string[], string[]] = [[], [], []];
  const mails = [...new Map(laid.map((mail) => [mail.messageId, mail])).values()];
  const { rows } = await database.query<Row>(`SELECT m.message_id AS "messageId", m.state || ' ' || m.why AS becomes, i.number,
    (SELECT count(*)::int FROM intervention_event e WHERE e.intervention_id = m.intervention_id AND e.kind = 'announced') AS announcements,
    (SELECT count(*)::int FROM mail_reply r WHERE r.in_reply_to = m.message_id) AS acknowledged
    FROM incoming_mail m LEFT JOIN intervention i ON i.id = m.intervention_id`);
  const letters = (mail: Laid): Received[] => received.filter(({ whole }) => new RegExp(`^In-Reply-To: ${mail.messageId}`, 'im').test(whole));
  let answersRepeated = 0;
  for (const mail of mails) {
    const found = rows.filter(({ messageId }) => messageId === mail.messageId);
    const name = `${mail.messageId} (${mail.becomes})`;
    if (found.length === 0) lost.push(name);
    if (found.length > 1) double.push(name);
    for (const row of found) {
      if (row.becomes !== mail.becomes) wrong.push(`${name} became ${row.becomes}`);
      if (!mail.announces) continue;
      if (row.number === null) lost.push(`the intervention of ${name}`);
      else if (row.number !== mail.announces) wrong.push(`${name} is number ${row.number} instead of ${mail.announces}`);
      if (row.announcements !== 1 || row.acknowledged !== 1) wrong.push(`${name}: announced ${row.announcements} times, acknowledged ${row.acknowledged} times`);
    }
    const left = letters(mail);
    const ids = new Set(left.map(({ whole }) => /^Message-ID: *(.*)$/im.exec(whole)?.[1]));
    if (mail.announces && left.length === 0) lost.push(`the answer to ${name}`);
    if (ids.size > (mail.announces ? 1 : 0)) double.push(`the answer to ${name}`);
    if (left.some(({ to }) => to !== mail.from)) wrong.push(`the answer to ${name} went elsewhere`);
    answersRepeated += left.length - ids.size;
  }
  const announced = mails.filter(({ announces }) => announces).length;
  const counted = async (what: string): Promise<number> => (await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`)).rows[0]!.count;
  const reports = mails.filter(({ becomes }) => becomes === 'taken backupReport').length;
  const notes = mails.filter(({ becomes }) => becomes === 'taken noted').length;
  for (const [what, due] of [
    ['intervention', announced],
    ['mail_reply', announced],
    ["intervention_letter WHERE kind = 'asked'", announced],
    ["intervention_event WHERE kind = 'mail'", notes],
    ['backup_report', reports],
    ['incoming_mail', mails.length],
    ['audit_verify()', 0],
  ] as const) {
    const count = await counted(what);
    if (count < due) lost.push(`${what}: ${count} of ${due}`);
    if (count > due) double.push(`${what}: ${count} instead of ${due}`);
  }
  // A letter that left again has another address in it, and the one before serves no more.
  const asked = received.filter(({ subject }) => /^Intervention .* à accorder/.test(subject)).map(({ subject }) => subject);
  const subjects = new Set(asked);
  if (subjects.size < announced) lost.push(`letters to the adviser: ${subjects.size} of ${announced}`);
  return { lost, double, wrong, announced, answersDue: announced, answersRepeated, lettersRepeated: asked.length - subjects.size };
};

/**
 * Lays so many mails in a mailbox of Dovecot, two thirds before and the rest meanwhile, and lets the real server take them in and answer through exim
 * while it is killed (SIGKILL) so many times: each time at a moment that was drawn beforehand, as so much work done since it was started. What a killed
 * server had begun to do is another's after some minutes: these are let pass on the database.
 */
export const drainUnderKills = async (directory: string, { mails: count, kills }: { mails: number; kills: number }): Promise<Drained> => {
  const data = join(directory, 'data');
  const port = await freePort();
  const laid = mailsOf(count, Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Brussels' }).format(new Date())));
  let box: MailboxServer | undefined;
  let post: MailServer | undefined;
  let server: ServerProcess | undefined;
  let database: pg.Client | undefined;
  const start = async (): Promise<ServerProcess> => {
    const env = { SMTP_URL: `smtp://127.0.0.1:${post!.port}`, MAIL_FROM: 'beffroi@cpas.example', BEFFROI_LOCAL_MAILBOX: 'allow' };
    server = startProcess({ BEFFROI_DATA: data, PORT: String(port), BEFFROI_URL: 'https://beffroi.example.be', ...env });
    await server.says(/Beffroi: /);
    return server;
  };
  const kill = async (): Promise<void> => {
    server!.process.kill('SIGKILL');
    await server!.ended;
    await database!.query('UPDATE mailbox_reading SET next_at = now()');
    for (const table of ['mail_reply', 'intervention_letter']) await database!.query(`UPDATE ${table} SET taken_at = NULL WHERE taken_at IS NOT NULL AND sent_at IS NULL`);
  };
  type Progress = { uid: number; work: number; waiting: number };
  const progress = async (): Promise<Progress> => {
    const { rows } = await database!.query<Progress>(`SELECT coalesce((SELECT last_uid FROM mailbox_reading), 0)::int AS uid,
      (coalesce((SELECT last_uid FROM mailbox_reading), 0) + (SELECT count(*) FROM mail_reply WHERE sent_at IS NOT NULL) + (SELECT count(*) FROM intervention_letter WHERE sent_at IS NOT NULL))::int AS work,
      ((SELECT count(*) FROM mail_reply WHERE sent_at IS NULL AND fault IS NULL) + (SELECT count(*) FROM intervention_letter WHERE sent_at IS NULL AND fault IS NULL))::int AS waiting`);
    return rows[0]!;
  };
  /** Resolves once so much more was done than at `from`, all is done, or nothing has moved for some time: letters wait for the next round, which another start begins. */
  const until = async (from: Progress, more: number): Promise<Progress> => {
    let [last, moved] = [from, performance.now()];
    for (;;) {
      const now = await progress();
      if (now.work !== last.work) [last, moved] = [now, performance.now()];
      if (now.work >= from.work + more || done(now) || performance.now() - moved > (last === from ? 20_000 : 1000)) return now;
      await wait(3);
    }
  };
  const done = (now: Progress): boolean => now.uid >= laid.length && now.waiting === 0;
  try {
    [box, post] = [await startMailboxServer(), await startMailServer({ open: true, tls: false })];
    const client = await setUp(`http://127.0.0.1:${port}`, await start());
    const running = (await findRunning(join(data, 'postgres')))!;
    database = new pg.Client({ host: running.socket.directory, port: running.socket.port, user: 'beffroi_owner', database: 'beffroi' });
    // A server that cannot start takes the database along; what is told is why.
    database.on('error', () => undefined);
    await database.connect();
    const beforehand = laid.slice(0, Math.ceil((laid.length * 2) / 3));
    for (const { source } of beforehand) await box.deliver(source);
    await furnish(client, box, firmsOf(count));
    const meanwhile = laid.slice(beforehand.length);
    const begun = performance.now();
    const announced = laid.filter(({ announces }) => announces).length;
    // On average, all the work is done after all the kills.
    const stretch = Math.max(2, Math.floor((2 * (count + 2 * announced)) / kills));
    let killed = 0;
    await kill();
    let now = await progress();
    while (!done(now)) {
      const [started, arriving] = [start(), meanwhile.splice(0, Math.ceil(laid.length / kills))];
      for (const { source } of arriving) await box.deliver(source);
      await started;
      const spared = killed >= kills;
      now = await until(now, spared ? Number.MAX_SAFE_INTEGER : randomInt(1, stretch));
      if (!spared) {
        await wait(randomInt(0, 25));
        killed += 1;
      }
      await kill();
      now = await progress();
    }
    // Its own server may still be delivering what it took over.
    let received = await post.received();
    for (let before = -1; received.length !== before;) {
      before = received.length;
      await wait(500);
      received = await post.received();
    }
    const megabytes = Math.round(laid.reduce((sum, { source }) => sum + source.length, 0) / 1024 / 1024);
    return { ...(await compare(database, laid, received)), kills: killed, seconds: Math.round((performance.now() - begun) / 1000), megabytes };
  } finally {
    await database?.end();
    server?.process.kill('SIGKILL');
    await server?.ended;
    // PostgreSQL outlives the server: joined once more, it stops with the last to leave.
    if (server) await (await startEmbedded(data)).stop();
    await box?.close();
    await post?.stop();
  }
};
