import type { Scope, Tx } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import { type Folder, type Imap, ImapError, type Patience, withFolder } from '../../../server/imap.ts';
import { type Message, readMessage } from '../../../server/message.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { everyMinutes, gapAfter, patienceWithOne } from '../mailbox.ts';
import { type IntakeOf, type MailTaker, takeIn } from './intake.ts';
import { findMailbox, type MailboxRow, mailboxesDue, purgeMails, takeMailbox, tellReading, tellUid } from './mailbox-store.ts';
import { sendReplies } from './replies.ts';

const minute = 60_000;
/** So long after its last mail a reading is one node's; one that died in it is followed by another afterwards. */
const leaseMinutes = 5;
/** So many mailboxes are read side by side. */
const abreast = 6;

/** The mailbox of a row with its password opened. Throws ImapError (`lost`) where it was sealed with a secret that is gone. */
export const openMailbox = ({ mailboxSeal, localMailboxes }: Pick<Services, 'mailboxSeal' | 'localMailboxes'>, row: MailboxRow): Imap => {
  const opened = mailboxSeal.open(row.password);
  if (!opened) throw new ImapError('lost');
  const { host, port, security, authority, username, folder } = row;
  return { host, port, security, authority, username, folder, password: opened.text, local: localMailboxes };
};

type Reading = { services: Services; scope: Scope; of: IntakeOf; row: MailboxRow; stopping: AbortSignal | undefined };

/** Reads a folder from where it was left, each mail in a transaction of its own together with how far one is. Returns how many were taken in. */
const readFolder = async ({ services, scope, of, row, stopping }: Reading, folder: Folder): Promise<number> => {
  const { organizationId } = of;
  const { uidValidity } = folder;
  // Uids of another validity say nothing of these: all is looked at again, and what was taken in is known by its id.
  const last = row.uidValidity === uidValidity ? Number(row.lastUid ?? 0) : 0;
  const oldest = Math.max(row.since.getTime() - 60 * minute, services.now().getTime() - row.keepDays * 1440 * minute);
  let taken = 0;
  const told = (tx: Tx, uid: number): Promise<boolean> => tellUid(tx, organizationId, { uidValidity, uid, since: row.since, until: new Date(services.now().getTime() + leaseMinutes * minute) });
  for (const uid of await folder.uidsAfter(last, new Date(oldest))) {
    if (stopping?.aborted) break;
    const passed = row.uidValidity === uidValidity && row.stuckUid === String(uid) && row.stuckTimes >= patienceWithOne;
    const raw = passed
      ? { uid, bytes: 0, at: services.now(), attachments: 0, plain: undefined, html: undefined }
      : await folder.read(uid).catch(async (error: unknown) => {
          const times = row.stuckUid === String(uid) ? row.stuckTimes + 1 : 1;
          if (!stopping?.aborted) await services.db.tx(scope, (tx) => tellReading(tx, organizationId, { stuckUid: String(uid), stuckTimes: times }));
          throw error;
        });
    if (!raw || raw.at.getTime() < oldest) {
      if (!(await services.db.tx(scope, (tx) => told(tx, uid)))) break;
      continue;
    }
    const message: Message | undefined = 'header' in raw ? await readMessage(raw).catch(() => undefined) : undefined;
    const moment = { at: services.now(), day: today(services) };
    let still = true;
    const take = (what: Message | undefined): Promise<boolean> =>
      services.db.tx(scope, async (tx) => {
        const kept = await takeIn(tx, of, uidValidity, raw, what, moment);
        still = await told(tx, uid);
        return kept;
      });
    const kept = await take(message).catch(async (error: unknown) => {
      if (!message || !isOfOneMail(error)) throw error;
      services.logger.error({ err: loggable(error) }, 'a mail could not be taken in, and waits to be sorted');
      return take(undefined);
    });
    if (kept) taken += 1;
    // Another mailbox was set meanwhile: whoever reads that one begins at its beginning.
    if (!still) break;
  }
  return taken;
};

/** Whether a fault lies in what a mail holds (a value the database refuses, a rule it breaks), and not in the database's being away. */
const isOfOneMail = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? /^(?:22|23)/.test(code) || code === 'badRequest' : error instanceof TypeError || error instanceof RangeError;
};

const readMailbox = async (services: Services, organizationId: string, takers: readonly MailTaker[], stopping: AbortSignal | undefined, patience: Patience, ready: boolean): Promise<number> => {
  const scope: Scope = { organizations: [organizationId], actor: { kind: 'job' } };
  const at = services.now();
  const own = [services.mail.environment?.sender].flatMap((sender) => (sender ? [(/<([^>]+)>/.exec(sender)?.[1] ?? sender).toLowerCase()] : []));
  const begun = await services.db.tx(scope, async (tx) => {
    if (!(await takeMailbox(tx, organizationId, ready ? new Date(8.64e15) : at, new Date(at.getTime() + leaseMinutes * minute)))) return undefined;
    const [row, centre] = [await findMailbox(tx, organizationId), await findOrganization(tx, organizationId)];
    return row?.enabled && centre ? { row, language: centre.documentLanguage } : undefined;
  });
  if (!begun) return 0;
  const { row, language } = begun;
  const of: IntakeOf = { organizationId, address: row.address, vouchedBy: row.vouchedBy, proof: row.proof, language, own: [...own, row.address], takers };
  try {
    const taken = await withFolder(openMailbox(services, row), (folder) => readFolder({ services, scope, of, row, stopping }, folder), stopping, patience);
    const nextAt = new Date(services.now().getTime() + everyMinutes * minute);
    await services.db.tx(scope, (tx) => tellReading(tx, organizationId, { readAt: services.now(), nextAt, failures: 0, fault: null, faultSince: null }));
    return taken;
  } catch (error) {
    if (stopping?.aborted) {
      await services.db.tx(scope, (tx) => tellReading(tx, organizationId, { nextAt: at }));
      return 0;
    }
    if (!(error instanceof ImapError)) throw error;
    const failures = row.failures + 1;
    const nextAt = new Date(services.now().getTime() + gapAfter(failures) * minute);
    await services.db.tx(scope, (tx) => tellReading(tx, organizationId, { fault: error.fault, faultSince: row.faultSince ?? services.now(), failures, nextAt }));
    return 0;
  }
};

/**
 * Reads every mailbox whose time has come, or with `everything` each that is enabled, once; resolves with how many mails were taken in. Several nodes may
 * do it at once. `takers` are the rooms that take mails for theirs before they are anything else.
 */
export const readMailboxes = async (
  services: Services,
  { takers = [], everything = false, stopping, patience = {} }: { takers?: readonly MailTaker[]; everything?: boolean; stopping?: AbortSignal; patience?: Patience } = {},
): Promise<number> => {
  const waiting = await mailboxesDue(services.db.kysely, everything ? 'all' : services.now());
  let taken = 0;
  const reader = async (): Promise<void> => {
    for (;;) {
      const organizationId = stopping?.aborted ? undefined : waiting.shift();
      if (!organizationId) return;
      taken += await readMailbox(services, organizationId, takers, stopping, patience, everything).catch((error: unknown) => {
        services.logger.error({ err: loggable(error) }, 'mailbox not read');
        return 0;
      });
    }
  };
  await Promise.all(Array.from({ length: abreast }, reader));
  return taken;
};

/** Each node looks often whether a mailbox is due, and whether an acknowledgement waits; mails whose time is over go at night. */
export const workMailboxes = async (services: Services, takers: readonly MailTaker[]): Promise<void> => {
  services.jobs.every(20, async (stopping) => void (await readMailboxes(services, { takers, stopping })));
  services.jobs.every(20, async (stopping) => void (await sendReplies(services, stopping)));
  await services.jobs.schedule('purgeMails', '41 3 * * *', async () => void (await services.db.tx({ organizations: [], actor: { kind: 'job' } }, (tx) => purgeMails(tx, today(services)))));
};
