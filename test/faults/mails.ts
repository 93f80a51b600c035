import { owner } from '../mailbox-server.ts';

/** Who is who in the mails of `mailsOf`: the firms of the register, the adviser in whose name others write, and what reports backups. */
export const firmOf = (index: number): string => `info@firme${index}.example`;
export const adviserAddress = 'odile.lambin@cpas.example';
export const reporter = 'backup@cpas.example';
/** So many mails announce of one firm, all of which are acknowledged. */
const announcedByEach = 5;
/** So many firms announce in that many mails. */
export const firmsOf = (count: number): number => Math.ceil((count * 0.4) / announcedByEach);

/** One mail as it lies in the mailbox, and what it is to become: once, whatever happens meanwhile. */
export type Laid = {
  source: string | Buffer;
  messageId: string;
  /** State and reason of its row. */
  becomes: string;
  /** Its place among those that announce, from 1: the number of its intervention. */
  announces?: number;
  /** Where the answer goes. */
  from: string;
};

type Parts = { from: string; subject: string; text: string; proof?: 'pass' | 'fail'; headers?: string[]; type?: string };

const source = (messageId: string, { from, subject, text, proof = 'pass', headers = [], type = 'text/plain; charset=utf-8' }: Parts): string =>
  [
    `Authentication-Results: mx.cpas.example; dmarc=${proof} header.from=${from.split('@')[1]}`,
    ...headers,
    `From: ${from}`,
    `To: ${owner.username}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    text,
    '',
  ].join('\n');

const disclaimer = `\n\nBien à vous,\nMarc\n\n${'Ce message est confidentiel et destiné à son seul destinataire. Veuillez le détruire si vous l’avez reçu par erreur. '.repeat(30)}`;

/** A mail with a file of some megabytes. */
const heavy = (messageId: string, parts: Parts, megabytes: number): Buffer => {
  const text = `--x\nContent-Type: text/plain; charset=utf-8\n\n${parts.text}\n--x\nContent-Type: application/pdf; name=rapport.pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n`;
  const whole = source(messageId, { ...parts, type: 'multipart/mixed; boundary=x', text });
  return Buffer.concat([Buffer.from(whole), Buffer.alloc(megabytes * 1024 * 1024, 'QUJD'), Buffer.from('\n--x--\n')]);
};

/**
 * So many mails of all sorts, in the order in which they arrive: of a hundred, forty announce (some with a warning longer than their text, one in two
 * hundred with a file of eight megabytes), ten answer the first one announced, the others are forged, of programs, of loops, of nobody known, reports of
 * backups, and copies of what was there before. `year`: of the numbers.
 */
export const mailsOf = (count: number, year: number): Laid[] => {
  const laid: Laid[] = [];
  let announced = 0;
  for (let index = 0; index < count; index += 1) {
    const messageId = `<m${index}@mails.example>`;
    const add = (becomes: string, parts: Parts, more: Partial<Laid> = {}): void => void laid.push({ source: source(messageId, parts), messageId, becomes, from: parts.from, ...more });
    const turn = index % 20;
    const first = laid[0]!;
    const subject = `Remplacement du disque ${index}`;
    if (turn < 8) {
      announced += 1;
      const parts = { from: firmOf((announced - 1) % firmsOf(count)), subject, text: `Bonjour,\nle disque ${index} est à remplacer.${turn % 2 === 0 ? disclaimer : ''}` };
      add('taken announced', parts, { announces: announced, ...(index % 200 === 3 ? { source: heavy(messageId, parts, 8) } : {}) });
    } else if (turn < 10) add('taken noted', { from: first.from, subject: `RE: [n° ${year}/01] Remplacement`, text: `Précision ${index}.` });
    else if (turn < 12) add('toSort forgedSender', { from: adviserAddress, subject: `RE: [n° ${year}/01]`, text: 'Accordé.', proof: 'fail' });
    else if (turn < 14) add('taken backupReport', { from: reporter, subject: `Back-up van SRV01 ${index}`, text: 'De back-upbewerking is voltooid.', headers: ['Auto-Submitted: auto-generated'] });
    else if (turn === 14) add('automatic loop', { from: first.from, subject: `[n° ${year}/01] Remplacement`, text: 'De nous à nous.', headers: ['X-Beffroi: 1'] });
    else if (turn === 15) add('automatic automatic', { from: first.from, subject: 'Réponse automatique : absent', text: 'Je suis absent.', headers: ['Auto-Submitted: auto-replied'] });
    else if (turn === 16) add('automatic bounce', { from: 'mailer-daemon@firme0.example', subject: 'Undelivered', text: 'Non remis.' });
    else if (turn === 17) add('toSort unknownSender', { from: `x${index}@ailleurs.example`, subject: 'Offre', text: 'Nous vous proposons nos services.' });
    // The same mail once more, as a server delivers it that was not told that it had been taken over.
    else laid.push(laid[index - 17]!);
  }
  return laid;
};
