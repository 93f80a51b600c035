import { describe, expect, test } from 'vitest';
import { resultBy, usualRule } from '../report.ts';
import { largestMail, reportOfFile } from './report-file.ts';

const now = new Date('2026-11-23T08:00:00Z');
const bytes = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'latin1');

/** As a scheduled task of a Dutch Windows server sends it: words of the system in windows-1252, the log beside them. */
const dutch = (...head: readonly string[]) =>
  bytes(
    ...head,
    'From: =?windows-1252?Q?Back-up_SRV01_=96_OCMW?= <srv01@ocmw.example>',
    'To: beheer@ocmw.example',
    'Subject: =?windows-1252?Q?Windows_Server_Back-up_op_SRV01?=',
    'Date: Sun, 22 Nov 2026 23:41:07 +0100',
    'Message-ID: <20261122224107.1234@srv01.ocmw.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="deel"',
    '',
    '--deel',
    'Content-Type: text/plain; charset=windows-1252',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'De back-upbewerking die is gestart om =9222/11/2026 21:00:00=92 is voltooid met =',
    'waarschuwingen.',
    'Geco=EFrdineerd door SRV01',
    '--deel',
    'Content-Type: application/octet-stream; name="wsb.log"',
    'Content-Disposition: attachment; filename="wsb.log"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('mislukt'.repeat(200)).toString('base64'),
    '--deel--',
    '',
  );

const refused = (name: string, file: Buffer): Promise<string> =>
  reportOfFile(name, file, now).then(
    () => 'taken',
    (problem: { issues?: { name: string; code: string }[] }) => (problem.issues ?? []).map((issue) => `${issue.name} ${issue.code}`).join(),
  );

describe('a mail that was kept as a file', () => {
  test.each([
    ['as it is', []],
    ['as a mailbox of old keeps it', ['From srv01@ocmw.example Sun Nov 22 23:41:07 2026']],
    ['after a byte order mark', ['\u00ef\u00bb\u00bfX-Mailer: Schijf']],
  ])('of a Dutch Windows server, %s, tells of a run with warnings', async (_how, head) => {
    const report = await reportOfFile('C:\\fakepath\\rapport.eml', dutch(...head), now);
    expect(report).toMatchObject({
      from: 'Back-up SRV01 – OCMW <srv01@ocmw.example>',
      subject: 'Windows Server Back-up op SRV01',
      receivedAt: new Date('2026-11-22T22:41:07Z'),
      messageId: '<20261122224107.1234@srv01.ocmw.example>',
    });
    expect(report.text.trim()).toBe('De back-upbewerking die is gestart om ’22/11/2026 21:00:00’ is voltooid met waarschuwingen.\nGecoïrdineerd door SRV01');
    // The usual words read it, and what a log beside it says does not count.
    expect(resultBy(usualRule(), report)).toBe('warning');
  });

  test('without a subject, a date or an id it is known by its file, and came now', async () => {
    const file = bytes('From: NAS', 'Content-Type: text/html', '', '<p>Back-uptaak <b>mislukt</b></p><script>x</script>');
    const report = await reportOfFile('nachtelijk.eml', file, now);
    expect(report).toMatchObject({ subject: 'nachtelijk', text: 'Back-uptaak mislukt', receivedAt: now });
    expect(report.from).toContain('NAS');
    expect(report.messageId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await reportOfFile('autre.eml', file, new Date(0))).messageId).toBe(report.messageId);
  });

  test('one from tomorrow came now', async () => {
    const { receivedAt } = await reportOfFile('a.eml', bytes('From: a@b.example', 'Date: Fri, 27 Nov 2026 10:00:00 +0100', '', 'x'), now);
    expect(receivedAt).toEqual(now);
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'file notAMail'],
    ['a text', bytes('De back-upbewerking is voltooid.'), 'file notAMail'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file notAMail'],
    ['a page', bytes('<html>', 'From: a@b.example', ''), 'file notAMail'],
    ['a mail that nobody wrote', bytes('Subject: Back-up voltooid', '', 'x'), 'file notAMail'],
    ['a mail of Outlook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]), 'file outlookMessage'],
    ['a mail with 30 MB beside it', Buffer.concat([dutch(), Buffer.alloc(largestMail)]), 'file mailTooLarge'],
    ['a mail cut in its middle', dutch().subarray(0, 700), 'taken'],
  ])('%s: %s', async (_what, file, outcome) => expect(await refused('x.eml', file)).toBe(outcome));
});
