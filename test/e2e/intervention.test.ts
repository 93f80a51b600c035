import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { today } from '../../src/server/services.ts';
import { makeMail, settingsOfUrl } from '../../src/server/mail.ts';
import { sendInterventionLetters } from '../../src/modules/interventions/server/letters.ts';
import { readMailboxes } from '../../src/modules/interventions/server/mailbox-work.ts';
import { sendReplies } from '../../src/modules/interventions/server/replies.ts';
import { type MailboxServer, owner, startMailboxServer } from '../mailbox-server.ts';
import { type MailServer, type Received, startMailServer } from '../mail-server.ts';
import { mailboxPrograms, mailPrograms } from '../tools.ts';
import { chromiumPath, open, openFirstAccount, openSite, settled, type Site, type Visitor } from './browser.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const firm = 'marc@firme.example';
const announcement = [
  'Authentication-Results: mx.cpas.example; dmarc=pass header.from=firme.example',
  `From: Marc Hollande <${firm}>`,
  `To: ${owner.username}`,
  'Subject: Remplacement du disque 2',
  'Message-ID: <annonce-1@firme.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Bonjour,',
  'le disque 2 du serveur est à remplacer, demain à 9 h.',
  '',
].join('\n');

describe.skipIf(!chromiumPath || !mailboxPrograms() || !mailPrograms())('an intervention', () => {
  let site: Site;
  let box: MailboxServer;
  let post: MailServer;
  let adviser: Visitor;
  beforeAll(async () => {
    [box, post, site] = await Promise.all([startMailboxServer(), startMailServer({ open: true, tls: false }), openSite()]);
    const { services } = site.server;
    services.localMailboxes = true;
    services.mail = makeMail(settingsOfUrl(`smtp://127.0.0.1:${post.port}`, 'beffroi@cpas.example'), async () => undefined);
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    const make = (path: string, data: object) => site.call<{ id: string }>(adviser, 'POST', path, data);
    const { id } = await make('/organizations', { slug: 'valombre', name: { fr: 'CPAS de Valombre' }, documentLanguage: 'fr', municipality: 'Valombre', region: 'wallonia', as: 'adviser' });
    await make(`/organizations/${id}/suppliers`, { name: 'Informatique du Val', kind: 'software', email: firm, processor: false });
    const mailbox = { address: owner.username, host: '127.0.0.1', port: box.tlsPort, authority: box.certificate, ...owner, vouchedBy: 'mx.cpas.example' };
    const answer = await adviser.context.request.put(`${site.address}/api/beffroi/v1/organizations/${id}/mailbox`, { headers: { 'X-Beffroi': '1', 'If-Match': '"0"' }, data: mailbox });
    expect(answer.status(), await answer.text()).toBe(200);
  });
  afterAll(async () => {
    await site?.close();
    await box?.close();
    await post?.stop();
  });

  /** The letter to an address whose subject says this, once it has arrived. */
  const letter = (to: string, subject: string): Promise<Received> =>
    vi.waitFor(
      async () => {
        const found = (await post.received()).find((one) => one.to.includes(to) && one.subject.includes(subject));
        if (!found) throw new Error(`No letter to ${to} says ${subject}`);
        return found;
      },
      { timeout: 60_000, interval: 50 },
    );

  it('is announced by a firm’s mail, agreed to by one tap from the adviser’s mail, answered to the firm, and stands in the yearly inventory', async () => {
    const { services } = site.server;
    const number = `${today(services).slice(0, 4)}/01`;
    await box.deliver(announcement);
    await readMailboxes(services, { everything: true });
    await sendInterventionLetters(services);
    await sendReplies(services);
    expect((await letter(firm, `[n° ${number}]`)).text).toContain('Attendez sa réponse avant de commencer');

    const asked = await letter('claire@example.be', `Intervention ${number} à accorder`);
    const address = /https?:\/\/\S+\/intervention#\S+/.exec(asked.text)![0];
    const telephone = await site.visit(phone);
    const { page } = telephone;
    await open(page, address);
    await page.getByText('le disque 2 du serveur est à remplacer').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('button', { name: 'Accorder', exact: true }).tap();
    await page.getByText('L’intervention est accordée.').waitFor();
    // It has served: the page says so, to whoever opens it again.
    await page.reload();
    await page.getByRole('heading', { name: 'Déjà répondu' }).waitFor();
    expect(telephone.faults()).toEqual([]);

    await sendReplies(services);
    const answered = await vi.waitFor(async () => (await post.received()).find(({ to, text }) => to.includes(firm) && text.includes('est accordée'))!.whole, { timeout: 60_000, interval: 50 });
    expect(answered).toMatch(/^In-Reply-To: <annonce-1@firme\.example>/im);

    await open(adviser.page, '/c/valombre/interventions/tables');
    await adviser.page.getByRole('link', { name: number.slice(0, 4), exact: true }).click();
    await settled(adviser.page);
    const line = adviser.page.getByRole('row').filter({ hasText: 'Remplacement du disque 2' });
    expect(await line.getByRole('link', { name: number }).count()).toBe(1);
    expect(await line.textContent()).toContain('Informatique du Val');
    expect(adviser.faults()).toEqual([]);
  });
});
