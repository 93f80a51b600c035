import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AuthenticationFailure, ImapFlow, type MessageStructureObject } from 'imapflow';
import { errorCode } from './errors.ts';
import { isForbidden } from './outside-address.ts';

/** A mailbox to be read, with its password; `local` where whoever runs the installation allows one on this very machine. */
export type Imap = { local: boolean; host: string; port: number; security: 'tls' | 'startTls'; authority: string | null; username: string; password: string; folder: string };

/** Why a mailbox could not be read. The texts of the room say for each what to do. */
export const imapFaults = ['host', 'forbidden', 'refused', 'silent', 'certificate', 'noTls', 'notImap', 'credentials', 'folder', 'broken', 'lost'] as const;
export type ImapFault = (typeof imapFaults)[number];

/** A mailbox could not be read: by name, never by what the server said, which may hold anything. */
export class ImapError extends Error {
  override name = 'ImapError';
  readonly fault: ImapFault;
  constructor(fault: ImapFault) {
    super(`The mailbox cannot be read: ${fault}`);
    this.fault = fault;
  }
}

/** The part of a mail that holds its text, as it lies there: not decoded, and no longer than what is kept of it. */
export type TextPart = { type: string; charset?: string | undefined; flowed: boolean; encoding: string; body: Buffer; cut: boolean };
/** A mail as far as it is fetched: its headers, its plain or else its HTML text, and how many other parts it has. `bytes` is its whole size. */
export type RawMail = {
  uid: number;
  bytes: number;
  at: Date;
  header: Buffer;
  plain?: TextPart | undefined;
  html?: TextPart | undefined;
  attachments: number;
  /** The content type of the whole. */ type: string;
};
export type Folder = {
  uidValidity: string;
  /** How many mails lie there. */
  count: number;
  /** The uids after this one of mails that came at an instant or later, in order; some a little older may be among them: a server counts in days. */
  uidsAfter: (uid: number, since: Date) => Promise<number[]>;
  /** Fetches one mail; undefined where it is gone meanwhile. */
  read: (uid: number) => Promise<RawMail | undefined>;
};
export type Patience = { connectMs?: number; answerMs?: number };

/** So much of the headers and of a text is fetched, whatever a mail holds. */
const mostHeader = 128 * 1024;
const mostText = 256 * 1024;
/** One answer of the server is never longer: a structure of a hundred thousand parts is no letter. */
const mostAnswer = 2 * 1024 * 1024;

const addressOf = async (host: string, local: boolean): Promise<string> => {
  const { address } = await lookup(host).catch(() => {
    throw new ImapError('host');
  });
  if (isForbidden(address, local)) throw new ImapError('forbidden');
  return address;
};

const faultOf = (error: unknown): ImapError => {
  if (error instanceof ImapError) return error;
  if (error instanceof AuthenticationFailure || (error as { authenticationFailed?: boolean }).authenticationFailed) return new ImapError('credentials');
  const { message = '' } = error as { message?: string };
  const code = errorCode(error) ?? '';
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'EACCES') return new ImapError('refused');
  if (/^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/.test(code)) return new ImapError('certificate');
  if (/^(?:EPROTO|ERR_SSL)/.test(code) || /STARTTLS/i.test(`${code} ${message}`)) return new ImapError('noTls');
  if (/TIMEOUT|ETIMEDOUT/i.test(code)) return new ImapError('silent');
  if (/^(?:ParserError|InvalidResponse|MissingTag|UnexpectedTag|ClosedAfterConnect)/.test(code)) return new ImapError('notImap');
  return new ImapError('broken');
};

const walk = (node: MessageStructureObject, found: MessageStructureObject[] = []): MessageStructureObject[] => {
  if (node.childNodes && node.type.toLowerCase().startsWith('multipart/')) for (const child of node.childNodes) walk(child, found);
  else found.push(node);
  return found;
};
const isText = (node: MessageStructureObject, type: string): boolean =>
  node.type.toLowerCase() === type && node.disposition?.toLowerCase() !== 'attachment' && !node.dispositionParameters?.['filename'];

/** Names and values that go back into a header: what a server says of a part is the sender's word. */
const token = (value: string | undefined): string | undefined => (value && /^[\w.+:/-]{1,60}$/.test(value) ? value : undefined);

const partOf = (node: MessageStructureObject | undefined, bodies: Map<string, Buffer> | undefined): TextPart | undefined => {
  const body = node && bodies?.get((node.part ?? '1').toLowerCase());
  if (!node || !body) return undefined;
  const { parameters = {}, size = 0 } = node;
  return {
    type: node.type.toLowerCase(),
    charset: token(parameters['charset']),
    flowed: parameters['format']?.toLowerCase() === 'flowed',
    encoding: token(node.encoding) ?? '7bit',
    body,
    cut: size > mostText,
  };
};

const folderOf = (client: ImapFlow, { uidValidity, exists }: { uidValidity: bigint; exists: number }): Folder => ({
  uidValidity: String(uidValidity),
  count: exists,
  uidsAfter: async (uid, since) => {
    // A day earlier: the day of a mail is that of the server's own zone.
    const found = await client.search({ uid: `${uid + 1}:*`, since: new Date(since.getTime() - 86_400_000) }, { uid: true });
    // A server answers a range beyond the last mail with that mail (RFC 3501, 6.4.8).
    return (found || []).filter((one) => one > uid).toSorted((a, b) => a - b);
  },
  read: async (uid) => {
    const header = { key: 'HEADER', start: 0, maxLength: mostHeader };
    const meant = await client.fetchOne(String(uid), { uid: true, size: true, internalDate: true, bodyStructure: true, bodyParts: [header] }, { uid: true });
    if (!meant) return undefined;
    const parts = meant.bodyStructure ? walk(meant.bodyStructure) : [];
    const [plain, html] = [parts.find((node) => isText(node, 'text/plain')), parts.find((node) => isText(node, 'text/html'))];
    const wanted = [plain, html].flatMap((node) => (node ? [{ key: node.part ?? '1', start: 0, maxLength: mostText }] : []));
    const bodies = wanted.length > 0 ? await client.fetchOne(String(uid), { uid: true, bodyParts: wanted }, { uid: true }) : undefined;
    if (bodies === false) return undefined;
    return {
      uid,
      bytes: meant.size ?? 0,
      at: new Date(meant.internalDate ?? 0),
      header: meant.headers ?? meant.bodyParts?.get('header') ?? Buffer.alloc(0),
      plain: partOf(plain, bodies?.bodyParts),
      html: partOf(html, bodies?.bodyParts),
      attachments: parts.filter((node) => node !== plain && node !== html && !/^(?:text\/(?:plain|html)|application\/(?:pgp|pkcs7)-signature)$/i.test(node.type)).length,
      type: meant.bodyStructure?.type.toLowerCase() ?? 'text/plain',
    };
  },
});

/**
 * Opens a mailbox to look at it (EXAMINE: nothing in it is changed or marked), does the work and takes leave. What the work itself throws passes;
 * anything of the connection becomes an ImapError. Aborting `stopping` ends the connection at once.
 */
export const withFolder = async <T>(imap: Imap, work: (folder: Folder) => Promise<T>, stopping?: AbortSignal, { connectMs = 15_000, answerMs = 60_000 }: Patience = {}): Promise<T> => {
  const { host, port, security, authority, username, password, folder, local } = imap;
  const address = await addressOf(host, local);
  const client = new ImapFlow({
    host: address,
    port,
    secure: security === 'tls',
    ...(security === 'startTls' ? { doSTARTTLS: true } : {}),
    ...(isIP(host) ? {} : { servername: host }),
    tls: { minVersion: 'TLSv1.2', ...(authority ? { ca: [authority] } : {}) },
    auth: { user: username, pass: password },
    logger: false,
    disableAutoIdle: true,
    disableAutoEnable: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
    maxLiteralSize: mostText + 64 * 1024,
    maxLineLength: mostAnswer,
    maxResponseSize: mostAnswer,
    maxResponseTokens: 100_000,
  });
  let broken: unknown;
  // Without a listener an error of the connection would end the process.
  client.on('error', (error: unknown) => void (broken ??= error));
  const stop = (): void => client.close();
  stopping?.addEventListener('abort', stop, { once: true });
  /** What is thrown between us and the server is a fault of the mailbox; what the work throws is its own. */
  const asked = async <R>(question: Promise<R>): Promise<R> =>
    question.catch((error: unknown) => {
      throw faultOf(errorCode(error) === 'NoConnection' && broken ? broken : error);
    });
  try {
    await asked(client.connect());
    const opened = await client.mailboxOpen(folder, { readOnly: true }).catch((error: unknown) => {
      throw client.usable ? new ImapError('folder') : faultOf(error);
    });
    const { uidsAfter, read, ...rest } = folderOf(client, opened);
    return await work({ ...rest, uidsAfter: (uid, since) => asked(uidsAfter(uid, since)), read: (uid) => asked(read(uid)) });
  } finally {
    stopping?.removeEventListener('abort', stop);
    // One that hangs is not waited for.
    if (client.usable) await Promise.race([client.logout().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
    client.close();
  }
};
