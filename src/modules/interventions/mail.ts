import type { Proof } from './mail-proof.ts';

type Headers = readonly (readonly [name: string, value: string])[];
export const mailStates = ['taken', 'toSort', 'automatic', 'refused', 'filed', 'setAside'] as const;
export type MailState = (typeof mailStates)[number];
/** Why a mail was not taken, or as what. */
export const whys = [
  'announced',
  'noted',
  'answered',
  'backupReport',
  'unknownSender',
  'formerSender',
  'manySenders',
  'forgedSender',
  'unproved',
  'unknownNumber',
  'notTheirs',
  'ended',
  'empty',
  'tooMany',
  'unreadable',
  'encrypted',
  'automatic',
  'bounce',
  'list',
  'loop',
  'spam',
] as const;
export type Why = (typeof whys)[number];

/** The header by which Beffroi knows its own letters, and the beginning of their ids. */
export const ownHeader = 'x-beffroi';
export const ownId = '<beffroi.';

const absence =
  /^(?:réponse automatique|automatic reply|auto(?:matische?)? ?(?:antwoord|reply|response)|automatisch antwoord|automatische antwort|abwesenheits|out of office|absence du bureau|absent du bureau|afwezig|niet aanwezig)/i;
const of = (headers: Headers, name: string): string | undefined => headers.find(([header]) => header === name)?.[1];

/** Why a mail was written by a program, where it was (RFC 3834); `own` are the addresses of Beffroi itself, in lower case. */
export const automaticWhy = (mail: { headers: Headers; from: readonly { address: string }[]; subject: string; messageId?: string | undefined }, own: readonly string[]): Why | undefined => {
  const { headers, from, subject, messageId } = mail;
  const says = (name: string, pattern: RegExp): boolean => pattern.test(of(headers, name) ?? '');
  if (messageId?.toLowerCase().startsWith(ownId) || of(headers, ownHeader) !== undefined || from.some(({ address }) => own.includes(address))) return 'loop';
  if (headers.filter(([name]) => name === 'received').length > 40) return 'loop';
  if (of(headers, 'return-path')?.replace(/\s/g, '') === '<>' || says('content-type', /^multipart\/report\b/i) || from.some(({ address }) => /^(?:mailer-daemon|postmaster)@/.test(address)))
    return 'bounce';
  if (of(headers, 'list-id') !== undefined || of(headers, 'list-unsubscribe') !== undefined || of(headers, 'list-post') !== undefined || says('precedence', /^\s*(?:list|bulk|junk)\b/i)) return 'list';
  if ((of(headers, 'auto-submitted') !== undefined && !says('auto-submitted', /^\s*no\b/i)) || says('precedence', /^\s*auto_reply\b/i)) return 'automatic';
  if (of(headers, 'x-autoreply') !== undefined || of(headers, 'x-autorespond') !== undefined || of(headers, 'x-loop') !== undefined) return 'automatic';
  if (absence.test(subject) || from.some(({ address }) => /^(?:no-?reply|ne-?pas-?repondre|do-?not-?reply)@/.test(address))) return 'automatic';
  return undefined;
};

/** Whether its text is for somebody else's key. */
export const isEncrypted = (headers: Headers): boolean => /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)\b/i.test(of(headers, 'content-type') ?? '');

/** Whether the receiving server held a mail for unwanted. */
export const isSpam = (headers: Headers): boolean => /^\s*yes\b/i.test(of(headers, 'x-spam-flag') ?? '') || /^\s*yes\b/i.test(of(headers, 'x-spam-status') ?? '');

/** Who wrote, as the registers know them: a firm or somebody of one, somebody of the centre, somebody who was, or nobody. */
export type Known = { kind: 'firm' | 'person' | 'former' | 'unknown'; supplierId?: string | undefined; personId?: string | undefined; name?: string | undefined };
/** The intervention to which it answers: by a number or by the id of one of our letters. */
export type Answered = { id: string; theirs: boolean; ended: boolean } | 'unknown' | undefined;

export type Judged = { state: MailState; why: Why };
/** So many interventions one sender announces in a day; more is a program that runs wild. */
export const mostAnnounced = 30;

/**
 * What becomes of a mail. Nothing that a mail says agrees to anything: it announces, or it is noted. Somebody of the centre needs a proof always, since
 * it is easy to write in their name; a firm needs one unless the centre chose otherwise.
 */
export const becomes = (mail: {
  senders: number;
  automatic: Why | undefined;
  spam: boolean;
  encrypted: boolean;
  empty: boolean;
  proof: Proof;
  /** Whether the centre takes a firm's mail only with a proof. */
  proofNeeded: boolean;
  ownDomain: boolean;
  known: Known;
  answered: Answered;
  announcedToday: number;
}): Judged => {
  const { known, proof, answered } = mail;
  const sort = (why: Why): Judged => ({ state: 'toSort', why });
  if (mail.automatic) return { state: 'automatic', why: mail.automatic };
  if (mail.spam) return { state: 'refused', why: 'spam' };
  if (mail.senders !== 1) return sort('manySenders');
  if (proof === 'fail') return sort('forgedSender');
  if (known.kind === 'unknown') return sort(mail.ownDomain && proof === 'none' ? 'unproved' : 'unknownSender');
  if (known.kind === 'former') return sort('formerSender');
  if (proof === 'none' && (known.kind === 'person' || mail.ownDomain || mail.proofNeeded)) return sort('unproved');
  if (mail.encrypted) return sort('encrypted');
  if (answered === 'unknown') return sort('unknownNumber');
  if (answered) {
    if (mail.empty) return sort('empty');
    if (!answered.theirs) return sort('notTheirs');
    // Nobody looks at what is over: somebody reads whether it is a word of thanks, or broken again.
    return answered.ended ? sort('ended') : { state: 'taken', why: 'noted' };
  }
  if (mail.empty) return sort('empty');
  return mail.announcedToday >= mostAnnounced ? sort('tooMany') : { state: 'taken', why: 'announced' };
};
