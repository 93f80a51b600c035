import { createTransport } from 'nodemailer';
import { errorCode } from './errors.ts';

/** Where mail leaves by, from the configuration; `url` holds the password. */
export type MailSettings = { url: string; from: string };
/** One message in plain text to one address. */
export type Mail = { to: string; subject: string; text: string };
/** Hands a message to the mail server. Throws MailError; resolves once the server has taken it over, which is not yet its arrival. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Why a message did not leave: one English sentence, without the password and without the recipient. */
export class MailError extends Error {
  override name = 'MailError';
}

const seconds = 1000;

/**
 * A sender by SMTP. With a user in the address the connection must be encrypted, and the certificate good, before the password leaves;
 * without one, encryption is used where it is offered. A message that cannot be handed over within a minute fails.
 */
export const makeMailer = ({ url, from }: MailSettings): SendMail => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const place = { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? (secure ? 465 : 587) : Number(port) };
  const transport = createTransport({
    ...place,
    secure,
    requireTLS: username !== '',
    // Who could forge a certificate could as well hide the offer of encryption: checking it protects only where encryption is required.
    tls: { rejectUnauthorized: secure || username !== '' },
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    dnsTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
    } catch (error) {
      throw new MailError(sentence(error, `${place.host}:${place.port}`));
    }
  };
};

// The server's own words may repeat the recipient or the user: only its three digits are told.
const sentence = (error: unknown, place: string): string => {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  const digits = responseCode ? ` (it answered ${responseCode})` : '';
  switch (errorCode(error)) {
    case 'EAUTH':
    case 'ENOAUTH':
      return `The mail server ${place} refuses the user and the password of SMTP_URL${digits}.`;
    case 'ETLS':
      return `The mail server ${place} cannot be spoken to safely: it offers no STARTTLS, or its certificate is not good, and SMTP_URL holds a password.`;
    case 'EENVELOPE':
      return `The mail server ${place} refuses the sender of MAIL_FROM or the recipient${digits}.`;
    case 'EMESSAGE':
      return `The mail server ${place} refuses the message${digits}.`;
    case 'EDNS':
    case 'ENOTFOUND':
      return `The mail server ${place} cannot be found: check the host of SMTP_URL.`;
    default:
      return command === 'CONN'
        ? `The mail server ${place} does not answer as it should: check the host and the port of SMTP_URL, its certificate, and that it runs.`
        : `The mail server ${place} did not take the message${digits}.`;
  }
};
