import { createHash } from 'node:crypto';
import { invalidInput } from '../../../kernel/problem.ts';
import { readMailFile } from '../../../server/message.ts';
import type { Report } from './report-store.ts';

/** The largest mail that is read, in bytes: a report with its log beside it is smaller, and what is larger is no report. */
export const largestMail = 5 * 1024 * 1024;

/** What Outlook keeps a mail in (a compound file of its own), and how such a file begins. */
const outlook = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** A file name without its path or ending: what a mail without a subject is known by. */
const titleOf = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]{1,5}$/i, '')
    .replace(/\p{C}/gu, '')
    .slice(0, 300);

/**
 * Reads a mail that a person kept as a file (`.eml`) as the report of a backup. It came when it says so, `now` where it says nothing or a time to come; one
 * without an id is known by its content, so that the same file twice is taken once. Throws invalidInput on `file`: mailTooLarge, outlookMessage, notAMail.
 */
export const reportOfFile = async (name: string, bytes: Buffer, now: Date): Promise<Report> => {
  if (bytes.length > largestMail) throw invalidInput('file', 'mailTooLarge');
  if (bytes.subarray(0, 8).equals(outlook)) throw invalidInput('file', 'outlookMessage');
  const mail = await readMailFile(bytes).catch(() => undefined);
  if (!mail) throw invalidInput('file', 'notAMail');
  const [sender] = mail.from;
  const written = mail.headers.find(([header]) => header === 'from')?.[1];
  const from = sender ? (sender.name ? `${sender.name} <${sender.address}>` : sender.address) : written;
  if (!from) throw invalidInput('file', 'notAMail');
  return {
    from,
    subject: mail.subject || titleOf(name),
    text: mail.text,
    receivedAt: mail.date && mail.date < now ? mail.date : now,
    messageId: mail.messageId ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
  };
};
