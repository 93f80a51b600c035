import { type ParsedMail, simpleParser } from 'mailparser';
import type { RawMail, TextPart } from './imap.ts';

/** A mail that was read: addresses in lower case, the text as its sender's program shows it without pictures, headers from top to bottom. */
export type Message = {
  from: { address: string; name: string }[];
  subject: string;
  date: Date | undefined;
  messageId: string | undefined;
  /** The mails it answers, the nearest last. */
  references: string[];
  headers: (readonly [name: string, value: string])[];
  text: string;
};

const one = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat().flatMap((text) => text.split(/\s+/))).filter((id) => id.startsWith('<'));

/** The headers without those that say how the body is encoded, and the one part as the whole body. */
const assembled = (header: Buffer, part: TextPart | undefined): Buffer => {
  const lines = header
    .toString('latin1')
    .replace(/\r?\n(?=[ \t])/g, '\u0001')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !/^(?:content-[\w-]+|mime-version)\s*:/i.test(line))
    .map((line) => line.replaceAll('\u0001', '\r\n'));
  const how = part
    ? ['MIME-Version: 1.0', `Content-Type: ${part.type}${part.charset ? `; charset=${part.charset}` : ''}${part.flowed ? '; format=flowed' : ''}`, `Content-Transfer-Encoding: ${part.encoding}`]
    : [];
  return Buffer.concat([Buffer.from(`${[...lines, ...how].join('\r\n')}\r\n\r\n`, 'latin1'), part?.body ?? Buffer.alloc(0)]);
};

/** No text of ours holds what a database refuses or a reader does not see: null, other controls, marks that turn the direction of writing. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- these are what is taken away
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\u200b]/g, '')
    .toWellFormed();

const reading = { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true, maxHtmlLengthToParse: 512 * 1024 };
const parse = (raw: RawMail, part: TextPart | undefined) => simpleParser(assembled(raw.header, part), reading);

/** Reads a mail from what was fetched of it: the plain text, or what the HTML says where there is none. Rejects where it cannot be read at all. */
export const readMessage = async (raw: RawMail): Promise<Message> => {
  let parsed = await parse(raw, raw.plain ?? raw.html);
  // Some programs send an empty plain text beside the HTML.
  if (raw.plain && raw.html && !parsed.text?.trim()) parsed = await parse(raw, raw.html);
  return messageOf(parsed, raw.type);
};

/** Reads a mail that was kept as a file (RFC 5322, as programs write it into `.eml`), whole; undefined where the bytes are no mail: no header, or nobody who wrote it. */
export const readMailFile = async (bytes: Buffer): Promise<Message | undefined> => {
  // A byte order mark, and the line that mailboxes of old lay before a mail, are no part of it.
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const head = bytes.toString('latin1', start, start + 4096);
  const envelope = /^>?From [^\n]*\n/.exec(head)?.[0].length ?? 0;
  if (head.includes('\u0000') || !/^[\w-]+[ \t]*:/.test(head.slice(envelope))) return undefined;
  const parsed = await simpleParser(bytes.subarray(start + envelope), reading);
  return parsed.from ? messageOf(parsed, 'text/plain') : undefined;
};

const messageOf = (parsed: ParsedMail, type: string): Message => {
  const from = (parsed.from?.value ?? []).flatMap(({ address, name, group }) => group ?? [{ address, name }]);
  return {
    from: from.flatMap(({ address, name }) =>
      address
        ? [
            {
              address: clean(address).trim().toLowerCase().slice(0, 254),
              name: clean(name ?? '')
                .trim()
                .slice(0, 200),
            },
          ]
        : [],
    ),
    subject: clean(parsed.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    date: parsed.date && Number.isFinite(parsed.date.getTime()) ? parsed.date : undefined,
    messageId: parsed.messageId ? clean(parsed.messageId).slice(0, 500) : undefined,
    references: [...one(parsed.references), ...one(parsed.inReplyTo)].slice(-50),
    headers: [
      ...parsed.headerLines
        .filter(({ key }) => key !== 'content-type')
        .map(({ key, line }) => [key.toLowerCase(), clean(line.slice(line.indexOf(':') + 1).replace(/\r?\n[ \t]+/g, ' ')).trim()] as const),
      ['content-type', type],
    ],
    text: clean(parsed.text ?? '')
      .replace(/\u00a0/g, ' ')
      // Neither runs over another bracket nor without end: a stranger wrote it.
      .replace(/\[(?:https?|cid|data|blob):[^[\]\s]{0,2000}\]/gi, ''),
  };
};
