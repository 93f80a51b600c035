import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { RawMail } from '../../../server/imap.ts';
import type { Message } from '../../../server/message.ts';
import { roomText } from '../../../server/texts.ts';
import { type Nature } from '../intervention.ts';
import { actsOf } from '../intervention.ts';
import { automaticWhy, becomes, isEncrypted, isSpam, type Judged, type Known } from '../mail.ts';
import { domainOf, proofOf } from '../mail-proof.ts';
import { newText, plainSubject } from '../mail-text.ts';
import { announce, answer } from './acts.ts';
import * as mails from './mail-store.ts';
import { addEvent } from './record-store.ts';
import { acknowledge } from './reply-store.ts';
import { findIntervention, settingOf } from './store.ts';

/** A mail as other rooms may take it for theirs: one that a rule of theirs knows becomes no intervention. */
export type OfferedMail = { from: string; subject: string; text: string; receivedAt: Date; messageId: string };
export type MailTaker = (tx: Tx, organizationId: string, mail: OfferedMail) => Promise<'taken' | 'unknown'>;

/** What taking in needs to know of the centre and its mailbox. */
export type IntakeOf = { organizationId: string; address: string; vouchedBy: string | null; proof: boolean; language: Language; own: readonly string[]; takers: readonly MailTaker[] };
export type Moment = { at: Date; day: string };

const words: readonly (readonly [Nature, RegExp])[] = [
  ['emergencyPowerTest', /onduleur|groupe électrogène|noodstroom|ups[- ]?test|notstrom/i],
  ['installation', /installation|installer|installatie|plaatsing|plaatsen|einrichtung/i],
  ['update', /mise à jour|mises à jour|update|patch|upgrade|bijwerk|aktualisier/i],
  ['repair', /panne|répar|remplace|dépann|défaut|storing|herstel|vervang|defect|reparatur|ersatz|störung/i],
];
/** What an intervention is by the words of its subject; whoever answers puts it right. */
export const natureOf = (subject: string): Nature => words.find(([, pattern]) => pattern.test(subject))?.[0] ?? 'other';

const called = ({ address, name }: { address: string; name: string }): string => (name && name.toLowerCase() !== address ? `${name} <${address}>` : address);

/** The lines of an announcement that a mail makes; what is longer than a field stays in the mail. */
export const announcementOf = (subject: string, said: string, attachments: number, language: Language, known: Known, writer: string) => {
  const title = plainSubject(subject) || said.split('\n')[0]!.trim();
  const note = attachments > 0 ? `\n\n${roomText('interventions', 'mails.attached', language, { count: String(attachments) })}` : '';
  const reason = `${said.slice(0, 4000 - note.length - 1)}${said.length > 4000 - note.length - 1 ? '…' : ''}${note}`.trim();
  return {
    nature: natureOf(title),
    subject: title.slice(0, 200).toWellFormed() || roomText('interventions', 'mails.noSubject', language),
    ...(reason ? { reason: reason.toWellFormed() } : {}),
    urgent: false,
    remote: false,
    ...(known.supplierId ? { supplierId: known.supplierId, byNames: (known.personId && known.name ? known.name : writer).slice(0, 300) } : {}),
    ...(known.personId && !known.supplierId ? { byPersonId: known.personId } : {}),
  };
};

/** A mail of which one of these was said is no report of a program. */
const noReport: ReadonlySet<string> = new Set(['spam', 'manySenders', 'loop', 'bounce']);

/**
 * Takes one mail in, inside the transaction that keeps it: announced, noted, given to another room, or left to be sorted, with why. The same mail again,
 * under another uid or from another node at the same time, changes nothing: false.
 */
export const takeIn = async (
  tx: Tx,
  of: IntakeOf,
  uidValidity: string,
  raw: Pick<RawMail, 'uid' | 'bytes' | 'at' | 'attachments' | 'plain' | 'html'>,
  message: Message | undefined,
  { at, day }: Moment,
): Promise<boolean> => {
  const { organizationId } = of;
  const writer = message?.from[0];
  const sender = writer?.address;
  const said = newText(message?.text ?? '');
  const incoming: mails.Incoming = {
    uidValidity,
    uid: raw.uid,
    messageId: message?.messageId,
    sender,
    senderName: writer?.name,
    subject: message?.subject ?? '',
    text: message?.text ?? '',
    sentAt: message?.date,
    receivedAt: raw.at,
    attachments: raw.attachments,
    bytes: raw.bytes,
    cut: Boolean((raw.plain ?? raw.html)?.cut),
    proof: message && sender ? proofOf(message.headers, sender, of.vouchedBy) : 'none',
  };
  if (!message || !sender || !writer) {
    const id = mails.idOf(message ? incoming : { ...incoming, messageId: `uid:${uidValidity}:${raw.uid}:${raw.at.getTime()}` });
    return (await mails.keepMail(tx, organizationId, { ...incoming, messageId: id }, { state: 'toSort', why: message ? 'unknownSender' : 'unreadable' }, { kind: 'unknown' })) !== undefined;
  }
  const messageId = mails.idOf(incoming);
  if (await mails.isKept(tx, organizationId, messageId)) return false;
  const known = await mails.whoIs(tx, organizationId, sender, day);
  const automatic = automaticWhy(message, of.own);
  const answered = automatic ? undefined : await mails.answeredBy(tx, organizationId, { subject: message.subject, references: message.references, sender }, known);
  const judged = becomes({
    senders: message.from.length,
    automatic,
    spam: isSpam(message.headers),
    encrypted: isEncrypted(message.headers),
    empty: said === '' && plainSubject(message.subject) === '',
    proof: incoming.proof,
    proofNeeded: of.proof,
    ownDomain: domainOf(sender) === domainOf(of.address),
    known,
    answered,
    announcedToday: await mails.announcedSince(tx, organizationId, sender, new Date(at.getTime() - 86_400_000)),
  });
  const id = await mails.keepMail(tx, organizationId, incoming, judged, known);
  if (!id) return false;
  // A report of a program is a report even where it says itself that no person wrote it; but not one of a forger, of several, of spam, of a loop, or of a server that gives a mail back.
  const offered = { from: sender, subject: message.subject, text: message.text, receivedAt: raw.at, messageId };
  if (incoming.proof !== 'fail' && !noReport.has(judged.why) && !(answered && answered !== 'unknown'))
    for (const take of of.takers) {
      if ((await take(tx, organizationId, offered)) !== 'taken') continue;
      await mails.settleMail(tx, organizationId, id, { state: 'taken', why: 'backupReport' });
      return true;
    }
  if (judged.state === 'taken') await act(tx, of, id, judged, { known, answered, said, writer: called(writer), message, sender, messageId, attachments: raw.attachments }, { at, day });
  return true;
};

type Taken = { known: Known; answered: Awaited<ReturnType<typeof mails.answeredBy>>; said: string; writer: string; message: Message; sender: string; messageId: string; attachments: number };
/** Announces, or notes at the intervention that it answers: as whoever wrote, never as the account of somebody. */
const act = async (tx: Tx, { organizationId, language }: IntakeOf, id: string, judged: Judged, mail: Taken, { at, day }: Moment): Promise<void> => {
  const acting = { by: { name: mail.known.name ?? mail.writer }, at, day };
  if (judged.why === 'announced') {
    const made = await announce(tx, organizationId, announcementOf(mail.message.subject, mail.said, mail.attachments, language, mail.known, mail.writer), 'mail', acting);
    await mails.settleMail(tx, organizationId, id, { interventionId: made.id });
    await acknowledge(tx, organizationId, made.id, mail.sender, mail.messageId, at);
  } else if (mail.answered && mail.answered !== 'unknown') await note(tx, organizationId, id, mail.answered.id, mail.said || mail.message.subject, acting);
};

/** Notes what a mail says at an intervention; where the adviser had asked something, it is the answer, which waits for the adviser again. */
export const note = async (
  tx: Tx,
  organizationId: string,
  mailId: string,
  interventionId: string,
  said: string,
  acting: { by: { name: string; accountId?: string | undefined }; at: Date; day: string },
): Promise<void> => {
  const row = (await findIntervention(tx, organizationId, interventionId, true))!;
  const text = said.slice(0, 4000).toWellFormed();
  const asked = row.question !== null && actsOf(row, (await settingOf(tx, organizationId)).urgentFirst).includes('answer');
  if (asked) await answer(tx, organizationId, row, text.slice(0, 2000), acting);
  else await addEvent(tx, organizationId, interventionId, { kind: 'mail', at: acting.at, by: acting.by, text });
  await mails.settleMail(tx, organizationId, mailId, { interventionId, why: asked ? 'answered' : 'noted' });
};
