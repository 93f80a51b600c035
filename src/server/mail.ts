import { createTransport } from 'nodemailer';
import { errorCode, errorText } from './errors.ts';

/** How a connection is protected; `whereOffered` encrypts where the server offers it, and proves nothing. */
export type MailSecurity = 'none' | 'whereOffered' | 'startTls' | 'tls';
/** Where mail leaves by. A password goes only over a connection that is encrypted, to a server whose certificate is good. */
export type MailSettings = { host: string; port: number; security: MailSecurity; username?: string | undefined; password?: string | undefined; sender: string; replyTo?: string | undefined };
/** One message in plain text to one address. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Where an answer goes, instead of to the address of the settings. */
  replyTo?: string | undefined;
  /** Its own id, `<…@…>`, and that of the mail it answers. */
  messageId?: string | undefined;
  answers?: string | undefined;
};

/** Why a message did not leave; the texts of the room `mail` say for each what to do. */
export const mailFaults = ['notConfigured', 'notFound', 'refused', 'timeout', 'notSmtp', 'noTls', 'certificate', 'authentication', 'sender', 'recipient', 'message', 'unknown'] as const;
export type MailFault = (typeof mailFaults)[number];

/** One line of what was said, without secrets. */
export type MailLine = { by: 'server' | 'us'; text: string };

/** Mail as the rooms use it: by the settings that hold when a message is sent. */
export type MailService = {
  /** Hands a message to the mail server. Throws MailError; resolves once the server has taken it over, which is not yet its arrival. */
  send: (mail: Mail) => Promise<void>;
  configured: () => Promise<boolean>;
  /** Sends, and tells what was said line by line, and what went wrong. */
  rehearse: (mail: Mail) => Promise<{ lines: MailLine[]; fault?: MailFault }>;
  /** The settings of the environment, where they are given there: they win over those of the page. */
  environment: MailSettings | undefined;
};

/** A message did not leave: one English sentence for the log, without the password and without the recipient. */
export class MailError extends Error {
  override name = 'MailError';
  readonly fault: MailFault;
  constructor(fault: MailFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

const seconds = 1000;

/** What an address of SMTP_URL means. With a user in it the connection must be encrypted and the certificate good; without one, encryption is used where it is offered. */
export const settingsOfUrl = (url: string, sender: string): MailSettings => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const tls = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (tls ? 465 : 587) : Number(port),
    security: tls ? 'tls' : username === '' ? 'whereOffered' : 'startTls',
    ...(username === '' ? {} : { username: decodeURIComponent(username), password: decodeURIComponent(password) }),
    sender,
  };
};

/** Mail by the settings of the environment, else by those that `stored` gives at each message. */
export const makeMail = (environment: MailSettings | undefined, stored: () => Promise<MailSettings | undefined>): MailService => {
  const current = async (): Promise<MailSettings | undefined> => environment ?? (await stored());
  return {
    environment,
    configured: async () => (await current()) !== undefined,
    send: async (mail) => {
      const settings = await current();
      if (!settings) throw new MailError('notConfigured', 'No mail server is set up.');
      await sendBy(settings, mail);
    },
    rehearse: async (mail) => {
      const settings = await current();
      const lines: MailLine[] = [];
      if (!settings) return { lines, fault: 'notConfigured' };
      try {
        await sendBy(settings, mail, (line) => lines.push(line));
        return { lines };
      } catch (error) {
        if (!(error instanceof MailError)) throw error;
        return { lines, fault: error.fault };
      }
    },
  };
};

/** Hands one message over; `hear` is told each line of the dialogue. A message that cannot be handed over within a minute fails with MailError. */
const sendBy = async (settings: MailSettings, { to, subject, text, messageId, answers, ...mail }: Mail, hear?: (line: MailLine) => void): Promise<void> => {
  const { host, port, security, username, password, sender, replyTo } = settings;
  const proved = security === 'tls' || security === 'startTls';
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'startTls',
    ignoreTLS: security === 'none',
    // Who could forge a certificate could as well hide the offer of encryption: checking it protects only where encryption is required.
    tls: { rejectUnauthorized: proved },
    ...(username === undefined ? {} : { auth: { user: username, pass: password ?? '' } }),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    dnsTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(hear ? { debug: true, logger: listener(hear, [password ?? '', to]) } : {}),
  });
  try {
    const back = mail.replyTo ?? replyTo;
    await transport.sendMail({
      from: sender,
      to: { name: '', address: to },
      subject,
      text,
      headers: { 'Auto-Submitted': answers ? 'auto-replied' : 'auto-generated', 'X-Beffroi': '1' },
      ...(back ? { replyTo: back } : {}),
      ...(messageId ? { messageId } : {}),
      ...(answers ? { inReplyTo: answers, references: answers } : {}),
    });
  } catch (error) {
    hear?.({ by: 'us', text: cut(errorText(error).replaceAll(to, '…')) });
    throw mailError(error, `${host}:${port}`);
  }
};

const cut = (text: string): string => text.slice(0, 300);

/** A logger for the transport that hears the dialogue and nothing else: neither the message nor a secret. */
const listener = (hear: (line: MailLine) => void, secrets: readonly string[]) => {
  const said = (entry: { tnx?: string; sid?: string } | undefined, ...rest: unknown[]): void => {
    if (entry?.tnx !== 'server' && entry?.tnx !== 'client') return;
    for (const line of String(rest[0] ?? '').split(/\r?\n/)) {
      const text = secrets.filter((secret) => secret.length > 3).reduce((shown, secret) => shown.replaceAll(secret, '…'), line.replace(/^(AUTH \S+) .*/, '$1 …'));
      if (text.trim() !== '') hear({ by: entry.tnx === 'server' ? 'server' : 'us', text: cut(text) });
    }
  };
  return { level: () => undefined, trace: said, debug: said, info: said, warn: said, error: said, fatal: said };
};

// The server's own words may repeat the recipient or the user: only its three digits are told.
const mailError = (error: unknown, place: string): MailError => {
  const { responseCode } = error as { responseCode?: number };
  const fault = faultOf(error);
  const digits = responseCode ? ` (it answered ${responseCode})` : '';
  const sentences: Record<MailFault, string> = {
    notConfigured: 'No mail server is set up.',
    notFound: `The mail server ${place} cannot be found: check its host.`,
    refused: `The mail server ${place} does not answer as it should: check its host and its port, and that it runs.`,
    timeout: `The mail server ${place} does not answer as it should within the time: check its host and its port, and the firewall between.`,
    notSmtp: `The mail server ${place} does not speak as expected: check its port, and whether it is encrypted from the start (465) or by STARTTLS (587).`,
    noTls: `The mail server ${place} cannot be spoken to safely: it offers no STARTTLS.`,
    certificate: `The mail server ${place} cannot be spoken to safely: its certificate is not good.`,
    authentication: `The mail server ${place} refuses the user and the password${digits}.`,
    sender: `The mail server ${place} refuses the sender${digits}.`,
    recipient: `The mail server ${place} refuses the recipient${digits}.`,
    message: `The mail server ${place} refuses the message${digits}.`,
    unknown: `The mail server ${place} did not take the message${digits}.`,
  };
  return new MailError(fault, sentences[fault]);
};

const certificateCodes = /CERT|SELF_SIGNED|ISSUER|ALTNAME|CRL/;

const faultOf = (error: unknown): MailFault => {
  const { command, message = '', cause } = error as { command?: string; message?: string; cause?: unknown };
  const codes = [errorCode(error), errorCode(cause)];
  if (codes.some((code) => certificateCodes.test(code)) || /certificate|altnames/i.test(message)) return 'certificate';
  if (/wrong version number|ERR_SSL|packet length|unknown protocol/i.test(`${codes.join(' ')} ${message}`) || codes.includes('EPROTOCOL')) return 'notSmtp';
  switch (errorCode(error)) {
    case 'EAUTH':
    case 'ENOAUTH':
      return 'authentication';
    case 'ETLS':
      return 'noTls';
    case 'EENVELOPE':
      return command === 'MAIL FROM' ? 'sender' : 'recipient';
    case 'EMESSAGE':
      return 'message';
    case 'EDNS':
    case 'ENOTFOUND':
      return 'notFound';
    case 'ETIMEDOUT':
      return 'timeout';
    default:
      return command === 'CONN' ? 'refused' : 'unknown';
  }
};
