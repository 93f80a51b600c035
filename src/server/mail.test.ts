import { createServer, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type MailServer, sender, startMailServer } from '../../test/mail-server.ts';
import { mailPrograms } from '../../test/tools.ts';
import { makeMailer } from './mail.ts';

const from = 'Beffroi <beffroi@example.be>';
const mail = {
  to: 'odile.lambin@example.be',
  subject: 'La sauvegarde de cette nuit n’a pas réussi',
  text: 'Première ligne, longue, avec « guillemets » et des lettres é à ü qui ne sont pas toutes anglaises.\n\n.\nFin.',
};
const systemCertificates = getCACertificates();

const faultOf = async (url: string, message = mail): Promise<string> =>
  makeMailer({ url, from })(message).then(
    () => 'sent',
    (error: Error) => error.message,
  );

describe.skipIf(!mailPrograms())('a mail server with sign-in and STARTTLS', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
    setDefaultCACertificates([...systemCertificates, server.certificate]);
  });
  afterAll(async () => {
    setDefaultCACertificates(systemCertificates);
    await server?.stop();
  });

  test('takes a message over an encrypted connection, and delivers it as it was written', async () => {
    await makeMailer({ url: server.url, from })(mail);
    const [arrived] = await expect.poll(server.received, { timeout: 15_000 }).toHaveLength(1).then(server.received);
    expect(arrived).toMatchObject({ from, to: mail.to, subject: mail.subject });
    expect(arrived!.text.trimEnd()).toBe(mail.text);
    // "s" is for the encryption, "a" for the sign-in.
    expect(arrived!.whole).toMatch(/with esmtpsa /);
    expect(arrived!.whole).toMatch(/^Auto-Submitted: auto-generated$/m);
  });

  test('a subject adds no header', async () => {
    const before = (await server.received()).length;
    expect(await faultOf(server.url, { ...mail, subject: 'One\r\nBcc: someone.else@example.be' })).toBe('sent');
    const arrived = await expect
      .poll(server.received, { timeout: 15_000 })
      .toHaveLength(before + 1)
      .then(server.received);
    expect(arrived.filter(({ whole }) => /^Bcc:|^Envelope-to: someone/m.test(whole))).toEqual([]);
  });

  test('a wrong password is told in one sentence that does not repeat it', async () => {
    const fault = await faultOf(server.url.replace(encodeURIComponent(sender.password), 'sesame'));
    expect(fault).toBe(`The mail server 127.0.0.1:${server.port} refuses the user and the password of SMTP_URL (it answered 535).`);
  });

  test('a refused recipient is told without the address', async () => {
    const fault = await faultOf(`smtp://127.0.0.1:${server.port}`);
    expect(fault).toBe(`The mail server 127.0.0.1:${server.port} refuses the sender of MAIL_FROM or the recipient (it answered 550).`);
  });

  test('a certificate that nobody vouches for gets no password', async () => {
    setDefaultCACertificates(systemCertificates);
    const fault = await faultOf(server.url);
    setDefaultCACertificates([...systemCertificates, server.certificate]);
    expect(fault).toMatch(/^The mail server 127\.0\.0\.1:\d+ (?:cannot be spoken to safely|does not answer as it should): .*certificate/);
    expect(fault).not.toContain(sender.password);
  });
});

test.skipIf(!mailPrograms())('a mail server without encryption gets no password, and no message', async () => {
  const server = await startMailServer({ tls: false });
  expect(await faultOf(server.url)).toMatch(/^The mail server 127\.0\.0\.1:\d+ cannot be spoken to safely: it offers no STARTTLS/);
  expect(await server.received()).toEqual([]);
  await server.stop();
});

describe('where no mail server answers', () => {
  const open = new Set<Socket>();
  const silent = createServer((socket) => void open.add(socket));
  afterEach(() => {
    for (const socket of open) socket.destroy();
    silent.close();
  });

  test('nobody listens: one sentence', async () => {
    expect(await faultOf('smtp://u:sesame@127.0.0.1:1')).toBe('The mail server 127.0.0.1:1 does not answer as it should: check the host and the port of SMTP_URL, its certificate, and that it runs.');
  });

  test('one that never greets is given up', async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    expect(await faultOf(`smtp://u:sesame@127.0.0.1:${port}`)).toMatch(/does not answer as it should/);
  }, 30_000);
});
