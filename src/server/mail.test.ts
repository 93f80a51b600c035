import { createServer, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type MailServer, sender, startMailServer } from '../../test/mail-server.ts';
import { mailPrograms } from '../../test/tools.ts';
import { makeMail, type MailSettings, settingsOfUrl } from './mail.ts';

const from = 'Beffroi <beffroi@example.be>';
const mail = {
  to: 'odile.lambin@example.be',
  subject: 'La sauvegarde de cette nuit n’a pas réussi',
  text: 'Première ligne, longue, avec « guillemets » et des lettres é à ü qui ne sont pas toutes anglaises.\n\n.\nFin.',
};
const systemCertificates = getCACertificates();

const by = (url: string) => makeMail(settingsOfUrl(url, from), async () => undefined);
const faultOf = async (url: string, message = mail): Promise<string> =>
  by(url)
    .send(message)
    .then(
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
    await by(server.url).send(mail);
    const [arrived] = await expect.poll(server.received).toHaveLength(1).then(server.received);
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
      .poll(server.received)
      .toHaveLength(before + 1)
      .then(server.received);
    expect(arrived.filter(({ whole }) => /^Bcc:|^Envelope-to: someone/m.test(whole))).toEqual([]);
  });

  test('a wrong password is told in one sentence that does not repeat it', async () => {
    const fault = await faultOf(server.url.replace(encodeURIComponent(sender.password), 'sesame'));
    expect(fault).toBe(`The mail server 127.0.0.1:${server.port} refuses the user and the password (it answered 535).`);
  });

  test('a refused recipient is told without the address', async () => {
    const fault = await faultOf(`smtp://127.0.0.1:${server.port}`);
    expect(fault).toBe(`The mail server 127.0.0.1:${server.port} refuses the recipient (it answered 550).`);
  });

  test('a certificate that nobody vouches for gets no password', async () => {
    setDefaultCACertificates(systemCertificates);
    const fault = await faultOf(server.url);
    setDefaultCACertificates([...systemCertificates, server.certificate]);
    expect(fault).toMatch(/^The mail server 127\.0\.0\.1:\d+ cannot be spoken to safely: its certificate/);
    expect(fault).not.toContain(sender.password);
  });
});

/** Settings of the page, and what a rehearsal with them finds. */
const rehearsals: [string, Partial<MailSettings> & { tls?: boolean }, string | undefined][] = [
  ['STARTTLS with sign-in', {}, undefined],
  ['TLS from the start', { security: 'tls', tls: true }, undefined],
  ['the wrong password', { password: 'sesame-ouvre-toi' }, 'authentication'],
  ['no user where one is needed', { username: undefined, password: undefined }, 'recipient'],
  ['TLS from the start on the port of STARTTLS', { security: 'tls' }, 'notSmtp'],
  ['STARTTLS on the port of TLS', { tls: true }, 'timeout'],
  ['a name that the certificate does not bear', { host: '127.0.0.2' }, 'certificate'],
  ['a port where nobody listens', { port: 1 }, 'refused'],
  ['a server that does not exist', { host: 'nowhere.invalid' }, 'notFound'],
  ['a sender that cannot be', { sender: 'x y@' }, 'sender'],
];

describe.skipIf(!mailPrograms())('a rehearsal', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer({ host: '0.0.0.0' });
    setDefaultCACertificates([...systemCertificates, server.certificate]);
  });
  afterAll(async () => {
    setDefaultCACertificates(systemCertificates);
    await server?.stop();
  });

  test.each(rehearsals)(
    '%s',
    async (_name, { tls, ...given }, fault) => {
      const settings: MailSettings = { host: '127.0.0.1', port: tls ? server.tlsPort : server.port, security: 'startTls', username: sender.user, password: sender.password, sender: from, ...given };
      const found = await makeMail(undefined, async () => settings).rehearse(mail);
      expect(found.fault).toBe(fault);
      expect(found.lines.length).toBeGreaterThan(0);
      const said = JSON.stringify(found.lines);
      for (const secret of [sender.password, 'sesame-ouvre-toi'])
        for (const written of [secret, Buffer.from(`\0${sender.user}\0${secret}`).toString('base64'), Buffer.from(secret).toString('base64')]) expect(said).not.toContain(written);
      expect(said).not.toContain(mail.to);
      expect(said).not.toContain('Première');
      if (fault === undefined) expect(found.lines.at(-1)).toMatchObject({ by: 'server', text: expect.stringMatching(/^250 OK/) });
    },
    30_000,
  );

  test('a relay that asks for nothing takes a message in the clear', async () => {
    const relay = await startMailServer({ open: true, tls: false });
    const settings: MailSettings = { host: '127.0.0.1', port: relay.port, security: 'none', sender: from, replyTo: 'adviser@example.be' };
    expect(await makeMail(undefined, async () => settings).rehearse(mail)).not.toHaveProperty('fault');
    const [arrived] = await expect.poll(relay.received).toHaveLength(1).then(relay.received);
    expect(arrived!.whole).toMatch(/^Reply-To: adviser@example\.be$/m);
    await relay.stop();
  });
});

test('what the environment gives wins; nothing anywhere is said so', async () => {
  const page: MailSettings = { host: '127.0.0.1', port: 1, security: 'none', sender: from };
  const none = makeMail(undefined, async () => undefined);
  expect(await none.configured()).toBe(false);
  expect((await none.rehearse(mail)).fault).toBe('notConfigured');
  await expect(none.send(mail)).rejects.toThrow('No mail server is set up.');
  const environment = settingsOfUrl('smtp://nowhere.invalid', from);
  expect((await makeMail(environment, async () => page).rehearse(mail)).fault).toBe('notFound');
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
    expect(await faultOf('smtp://u:sesame@127.0.0.1:1')).toBe('The mail server 127.0.0.1:1 does not answer as it should: check its host and its port, and that it runs.');
  });

  test('one that never greets is given up', async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    expect(await faultOf(`smtp://u:sesame@127.0.0.1:${port}`)).toMatch(/does not answer as it should/);
  });
});
