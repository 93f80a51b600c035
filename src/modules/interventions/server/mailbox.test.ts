import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import { type MailboxServer, owner, startMailboxServer } from '../../../../test/mailbox-server.ts';
import { mailboxPrograms } from '../../../../test/tools.ts';
import type { Mail } from '../../../server/mail.ts';
import { takeReport } from '../../continuity/server/service.ts';
import { tellUid } from './mailbox-store.ts';
import { readMailboxes } from './mailbox-work.ts';
import { sendReplies } from './replies.ts';

type Parts = { from?: string; subject?: string; text?: string; id?: string; headers?: string[]; type?: string; proof?: 'pass' | 'fail' | 'none' };
let sent = 0;
/** A mail as the receiving server lays it down: its own words above, the sender's below. */
const mail = ({
  from = 'Marc Hollande <marc@firme.example>',
  subject = 'Remplacement d’un disque',
  text = 'Bonjour,\nle disque 2 est à remplacer.',
  id,
  headers = [],
  type,
  proof = 'pass',
}: Parts = {}): string => {
  sent += 1;
  const domain = /@([^>]+)/.exec(from)?.[1] ?? '';
  const said = { pass: [`Authentication-Results: mx.cpas.example; dmarc=pass header.from=${domain}`], fail: [`Authentication-Results: mx.cpas.example; dmarc=fail header.from=${domain}`], none: [] }[
    proof
  ];
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  return [
    ...said,
    ...headers,
    `From: ${from}`,
    `To: ${owner.username}`,
    `Subject: ${encoded}`,
    `Message-ID: ${id ?? `<m${sent}@firme.example>`}`,
    'MIME-Version: 1.0',
    `Content-Type: ${type ?? 'text/plain; charset=utf-8'}`,
    '',
    text,
    '',
  ].join('\n');
};

describe.skipIf(!mailboxPrograms())('a mailbox of interventions', () => {
  let box: MailboxServer;
  let app: TestServer;
  let centre: string;
  let adviser: Account;
  let firm: string;
  const letters: Mail[] = [];
  beforeAll(async () => {
    box = await startMailboxServer();
    app = await testServer({ mails: letters });
    app.services.localMailboxes = true;
    centre = await app.addCentre({ slug: 'valombre' });
    const sofie = await app.addPerson(centre, { lastName: 'Maes', firstName: 'Sofie', email: 'sofie@cpas.example' });
    await app.addRecord(centre, 'contract', { personId: sofie, kind: 'openEnded', function: 'x', start: '2020-01-01' });
    adviser = await app.addAccount({ centre, roles: ['adviser'], personId: sofie, email: 'sofie@cpas.example' });
    firm = await app.addRecord(centre, 'supplier', { name: 'Informatique du Val', kind: 'it', email: 'info@firme.example', supportEmail: 'Marc@Firme.example', processor: true, searchText: 'val' });
    await app.addRecord(centre, 'supplier', { name: 'Autre firme', kind: 'it', email: 'info@autre.example', processor: false, searchText: 'autre' });
  });
  afterAll(async () => {
    await app.close();
    await box.close();
  });
  const path = () => `/organizations/${centre}`;
  const settings = () => ({ address: owner.username, host: '127.0.0.1', port: box.tlsPort, authority: box.certificate, ...owner, vouchedBy: 'mx.cpas.example' });
  const put = (body: object, version = 0) => app.call('PUT', `${path()}/mailbox`, { as: adviser, body, headers: { 'if-match': `"${version}"` } });
  const state = async () => (await app.call('GET', `${path()}/mailbox`, { as: adviser })).json<{ version: number; fault?: string; readAt?: string; nextAt: string }>();
  const read = () => readMailboxes(app.services, { everything: true, takers: [takeReport], patience: { connectMs: 2000, answerMs: 2000 } });
  type Row = { id: string; version: number; state: string; why: string; subject?: string; interventionId?: string; attachments: number; number?: number };
  const mails = async (): Promise<Row[]> => (await app.call('GET', `${path()}/incomingMails?sort=-received&pageSize=200`, { as: adviser })).json<{ items: Row[] }>().items;
  const interventions = async () =>
    (await app.call('GET', `${path()}/interventions`, { as: adviser })).json<{
      items: { id: string; subject: string; reason?: string; how: string; state: string; number: number; supplierId?: string }[];
      total: number;
    }>();
  /** Lays mails down, reads, and says what became of each, in order. */
  const became = async (...sources: (string | Buffer)[]): Promise<string[]> => {
    const before = new Set((await mails()).map(({ id }) => id));
    for (const source of sources) await box.deliver(source);
    await read();
    const after = (await mails()).filter(({ id }) => !before.has(id));
    return after.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => `${row.state} ${row.why}`);
  };

  test('is tried before it is kept; what is wrong is named, and its password is shown nowhere', async () => {
    const attempt = async (more: object) =>
      (await app.call('POST', `${path()}/mailbox/tryConnection`, { as: adviser, body: { ...settings(), ...more } })).json<{ fault?: string; mails?: number; vouchers?: string[] }>();
    await box.deliver(mail({ from: 'old@firme.example', headers: ['Date: Mon, 5 Jan 2015 10:00:00 +0100'] }));
    expect(await attempt({})).toEqual({ mails: 1, vouchers: ['mx.cpas.example'] });
    expect(await attempt({ security: 'startTls', port: box.port })).toMatchObject({ mails: 1 });
    for (const [more, fault] of [
      [{ password: 'faux' }, 'credentials'],
      [{ folder: 'Nulle part' }, 'folder'],
      [{ authority: undefined }, 'certificate'],
      [{ port: box.port }, 'noTls'],
      [{ port: 1 }, 'refused'],
      [{ host: 'imap.invalid' }, 'host'],
      [{ host: '169.254.169.254' }, 'forbidden'],
    ] as const)
      expect(await attempt(more), fault).toEqual({ fault });
    expect((await put({ ...settings(), password: undefined })).json().issues).toMatchObject([{ code: 'passwordNeeded' }]);
    const kept = await put(settings());
    expect(kept.statusCode, kept.body).toBe(200);
    expect(kept.body).not.toContain(owner.password);
    expect((await put({ ...settings(), host: 'elsewhere.example', password: undefined }, 1)).json().issues).toMatchObject([{ code: 'passwordNeeded' }]);
    expect((await put({ ...settings(), password: undefined }, 1)).statusCode).toBe(200);
    for (const table of ['mailbox', 'audit_entry']) expect(JSON.stringify(await app.asOwner(`SELECT t::text AS line FROM ${table} t`)), table).not.toContain(owner.password);
    app.services.localMailboxes = false;
    expect(await attempt({})).toEqual({ fault: 'forbidden' });
    app.services.localMailboxes = true;
  });

  test('a firm’s mail becomes an announced intervention: the adviser is asked, the firm gets the number, then the answer', async () => {
    await app.asOwner("UPDATE mailbox SET since = now() + interval '2 hours'");
    expect(await became()).toEqual([]);
    await app.asOwner("UPDATE mailbox SET since = now() - interval '1 minute'");
    await app.asOwner("UPDATE mailbox SET since = now() - interval '1 minute'");
    expect(
      await became(
        mail({ text: 'Bonjour,\nle disque 2 est à remplacer.\n\nCordialement,\nMarc\n\nCe message est confidentiel et destiné à son seul destinataire. '.concat('Il est protégé. '.repeat(200)) }),
      ),
    ).toEqual(['taken announced']);
    const [made] = (await interventions()).items;
    expect(made).toMatchObject({ subject: 'Remplacement d’un disque', reason: 'Bonjour,\nle disque 2 est à remplacer.', how: 'mail', state: 'announced', number: 1, supplierId: firm });
    expect(await app.asOwner('SELECT kind FROM intervention_letter')).toEqual([{ kind: 'asked' }]);
    await sendReplies(app.services);
    expect(letters).toMatchObject([{ to: 'marc@firme.example', subject: expect.stringMatching(/^\[n° \d{4}\/01\] Remplacement/), replyTo: owner.username, answers: '<m2@firme.example>' }]);
    expect((await app.call('POST', `${path()}/interventions/${made!.id}/decide`, { as: adviser, body: { verdict: 'asked', note: 'Quand ?' }, headers: { 'if-match': '"1"' } })).statusCode).toBe(204);
    await sendReplies(app.services);
    expect(letters[1]!.text).toContain('Quand ?');
    // The answer finds its place by the number; the question is answered, nothing is agreed.
    expect(await became(mail({ subject: `RE: ${letters[1]!.subject}`, text: 'Demain à 9 h.\n\nLe lun. 5 janv. 2026 à 10:00, CPAS a écrit :\n> Quand ?' }))).toEqual(['taken answered']);
    // By the id of the letter alone, too.
    expect(await became(mail({ subject: 'Encore ceci', headers: [`In-Reply-To: ${letters[0]!.messageId}`] }))).toEqual(['taken noted']);
    const whole = (await app.call('GET', `${path()}/interventions/${made!.id}`, { as: adviser })).json<{ state: string; events: { kind: string; text?: string; byName: string }[] }>();
    expect(whole.events.map(({ kind }) => kind)).toEqual(['announced', 'asked', 'answered', 'mail']);
    expect(whole.events[2]).toMatchObject({ text: 'Demain à 9 h.', byName: 'Informatique du Val' });
    expect(whole.state).toBe('announced');
    expect((await box.files()).every((file) => !file.includes(':2,S'))).toBe(true);
  });

  test('the same mail again, under another uid or another validity, is nothing new', async () => {
    const { total } = await interventions();
    const known = (await mails()).length;
    expect(await became(mail({ id: '<m2@firme.example>' }))).toEqual([]);
    await box.renumber();
    // Only the one that was passed over as too old comes in now: its time was put back above.
    expect(await became()).toEqual(['toSort unknownSender']);
    await Promise.all([box.deliver(mail()), box.deliver(mail({ id: '' }))]);
    await Promise.all([read(), read(), read()]);
    expect([(await interventions()).total, (await mails()).length]).toEqual([total + 2, known + 3]);
  });

  test('what cannot be believed, or no person wrote, announces nothing, and says why', async () => {
    const { total } = await interventions();
    const number = `[n° ${new Date().getFullYear()}/01]`;
    const cases: [Parts | Buffer, string][] = [
      [{ from: 'Inconnu <x@ailleurs.example>' }, 'toSort unknownSender'],
      [{ from: 'Sofie Maes <sofie@cpas.example>', subject: `RE: ${number}`, text: 'Agreed. D’accord. Accordé.', proof: 'fail' }, 'toSort forgedSender'],
      [{ from: 'Sofie Maes <sofie@cpas.example>', subject: `RE: ${number}`, text: 'Accordé.', proof: 'none' }, 'toSort unproved'],
      [{ proof: 'none' }, 'toSort unproved'],
      // What the sender wrote as if the server had said it stands below.
      [{ proof: 'fail', headers: ['Authentication-Results: mx.cpas.example; dmarc=pass header.from=firme.example'] }, 'toSort forgedSender'],
      [{ from: 'a@autre.example, marc@firme.example' }, 'toSort manySenders'],
      [{ from: 'info@autre.example', subject: number, text: 'Je m’en mêle.' }, 'toSort notTheirs'],
      [{ subject: '[n° 1999/07]' }, 'toSort unknownNumber'],
      [{ subject: '', text: '' }, 'toSort empty'],
      [{ subject: 'Réponse automatique : absent', headers: ['Auto-Submitted: auto-replied'] }, 'automatic automatic'],
      [{ from: 'MAILER-DAEMON@firme.example', type: 'multipart/report; boundary=x', text: '--x\n\nx\n--x--' }, 'automatic bounce'],
      [{ headers: ['List-Id: <annonces.firme.example>'] }, 'automatic list'],
      [{ from: `Nous <${owner.username}>` }, 'automatic loop'],
      [{ headers: ['X-Beffroi: 1'] }, 'automatic loop'],
      [{ headers: ['X-Spam-Flag: YES'] }, 'refused spam'],
      [{ type: 'multipart/encrypted; boundary=x', text: '--x\n\nx\n--x--' }, 'toSort encrypted'],
      [Buffer.from('\u0000\u0001\ufffd no header at all'), 'toSort unknownSender'],
    ];
    expect(await became(...cases.map(([one]) => (Buffer.isBuffer(one) ? one : mail(one))))).toEqual(cases.map(([, what]) => what));
    expect((await interventions()).total).toBe(total);
    const [{ count } = { count: 0 }] = await app.asOwner<{ count: number }>('SELECT count(*)::int AS count FROM intervention WHERE decision IS NOT NULL');
    expect(count).toBe(0);
  });

  test('the adviser, proved, agrees to nothing by a mail: it is noted', async () => {
    const one = (await interventions()).items.find(({ number }) => number === 1);
    expect(await became(mail({ from: 'Sofie Maes <sofie@cpas.example>', subject: `RE: [n° ${new Date().getFullYear()}/01]`, text: 'Accordé.' }))).toEqual(['taken noted']);
    expect((await app.call('GET', `${path()}/interventions/${one!.id}`, { as: adviser })).json()).toMatchObject({ state: 'announced' });
  });

  test('thirty megabytes stay where they are; HTML alone is read as text, of any alphabet', async () => {
    const big = Buffer.concat([
      Buffer.from(
        mail({
          subject: 'Gros',
          type: 'multipart/mixed; boundary=x',
          text: '--x\nContent-Type: text/plain\n\nle rapport est joint\n--x\nContent-Type: application/pdf; name=r.pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n',
        }),
      ),
      Buffer.alloc(30 * 1024 * 1024, 'QUJD'),
      Buffer.from('\n--x--\n'),
    ]);
    const html = mail({
      subject: 'HTML',
      type: 'text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable',
      text: '<p>L=92=E9cran est <b>d=E9fectueux</b><img src=3D"http://trace.example/x.png"><script>alert(1)</script>',
    });
    expect(await became(big, html)).toEqual(['taken announced', 'taken announced']);
    const rows = (await interventions()).items;
    expect(rows.find(({ subject }) => subject === 'Gros')?.reason).toBe('le rapport est joint\n\n[1 pièce jointe, restée dans la boîte aux lettres]');
    expect(rows.find(({ subject }) => subject === 'HTML')?.reason).toBe('L’écran est défectueux');
  });

  test('a backup’s report in Dutch, from a program, is a run and no intervention', async () => {
    const plan = await app.call('POST', `${path()}/backupPlans`, {
      as: adviser,
      body: {
        name: 'Serveur',
        kind: 'server',
        what: 'tout',
        method: 'full',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        times: ['00:00'],
        onHolidays: true,
        scheduledSince: '2020-01-01',
        place: 'NAS',
        mirror: false,
      },
    });
    expect(plan.statusCode, plan.body).toBe(201);
    const rule = { planId: plan.json<{ id: string }>().id, sender: 'backup@cpas.example', goodWords: ['voltooid'], failedWords: ['mislukt'] };
    expect((await app.call('POST', `${path()}/backupReportRules`, { as: adviser, body: rule })).statusCode).toBe(201);
    const { total } = await interventions();
    const report = { from: 'Windows Server Back-up <backup@cpas.example>', subject: 'Back-up van SRV01', text: 'De back-upbewerking is voltooid.', headers: ['Auto-Submitted: auto-generated'] };
    expect(await became(mail({ ...report, proof: 'none' }), mail({ ...report, proof: 'fail' }))).toEqual(['taken backupReport', 'automatic automatic']);
    expect(await app.asOwner('SELECT result, source FROM backup_plan_run')).toEqual([{ result: 'good', source: 'mail' }]);
    expect((await interventions()).total).toBe(total);
  });

  test('what is to be sorted is filed as a new intervention, noted at another, or set aside with why', async () => {
    const waiting = (await mails()).filter(({ state: now }) => now === 'toSort');
    const [first, second, third] = waiting as [Row, Row, Row];
    const post = (row: Row, what: string, body: object) => app.call('POST', `${path()}/incomingMails/${row.id}/${what}`, { as: adviser, body, headers: { 'if-match': `"${row.version}"` } });
    const filed = await post(first, 'file', { announcement: { nature: 'other', subject: 'Repris d’un courriel' } });
    expect(filed.statusCode, filed.body).toBe(200);
    const { interventionId } = filed.json<{ interventionId: string }>();
    expect((await post(second, 'file', { interventionId })).statusCode).toBe(200);
    expect((await post(third, 'setAside', { reason: 'Publicité' })).json()).toMatchObject({ state: 'setAside', note: 'Publicité' });
    expect((await post(first, 'setAside', { reason: 'x' })).statusCode).toBe(412);
    expect((await mails()).filter(({ state: now }) => now === 'toSort')).toHaveLength(waiting.length - 3);
    const outsider = await app.addAccount({ centre, roles: ['itAgent'] });
    expect((await app.call('GET', `${path()}/incomingMails`, { as: outsider })).statusCode).toBe(403);
  });

  test('unreachable, it is tried again with growing gaps and said; back, nothing is lost', async () => {
    const { total } = await interventions();
    await box.deliver(mail({ subject: 'Avant la panne' }));
    await box.stop();
    const gaps: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      await read();
      const now = await state();
      expect(now.fault).toBe('refused');
      gaps.push(Math.round((Date.parse(now.nextAt) - Date.now()) / 60_000));
    }
    expect(gaps).toEqual([6, 12, 24]);
    // Not due yet: a round passes over it.
    expect(await readMailboxes(app.services)).toBe(0);
    await app.asOwner("UPDATE mailbox_reading SET fault_since = now() - interval '1 day'");
    expect((await app.call('GET', `${path()}/obligations`, { as: adviser })).body).toContain('mailboxRead');
    await box.start();
    await box.deliver(mail({ subject: 'Après la panne' }));
    expect(await read()).toBe(2);
    expect((await state()).fault).toBeUndefined();
    expect((await interventions()).total).toBe(total + 2);
  });

  test('a reader that began before another mailbox was set says nothing of the new one', async () => {
    const before = await app.asOwner('SELECT uid_validity, last_uid FROM mailbox_reading');
    const late = { uidValidity: '7', uid: 99_999, since: new Date(0), until: new Date(0) };
    expect(await app.services.db.tx({ organizations: [centre], actor: { kind: 'job' } }, (tx) => tellUid(tx, centre, late))).toBe(false);
    expect(await app.asOwner('SELECT uid_validity, last_uid FROM mailbox_reading')).toEqual(before);
  });

  test('mails go when their time is over; what waits stays', async () => {
    const waiting = (await mails()).filter(({ state: now }) => now === 'toSort').length;
    await app.asOwner("UPDATE incoming_mail SET received_at = received_at - interval '400 days'");
    await app.asOwner('SELECT purge_incoming_mails(current_date)');
    expect((await mails()).map(({ state: now }) => now)).toEqual(Array.from({ length: waiting }, () => 'toSort'));
    // They are not taken in again for it, whatever their server counts.
    await box.renumber();
    await app.asOwner("UPDATE mailbox SET since = now() - interval '2 years', keep_days = 30");
    expect((await state()).version).toBeGreaterThan(1);
  });
});
