import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Secret, Secrets } from './session-cookie.ts';

/** Encrypts what must be read again, with the server's secret; `open` says whether a former secret sealed it, so that it is sealed anew. */
export type Seal = { seal: (text: string) => Buffer; open: (sealed: Buffer) => { text: string; stale: boolean } | undefined };

const nameBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

const nameOf = ({ value }: Secret): Buffer => createHash('sha256').update(value).digest().subarray(0, nameBytes);
const keyOf = ({ value }: Secret, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', value, '', `beffroi ${purpose}`, 32));

/** The name of a secret at the head of what it sealed, in hexadecimal: tells which it is, and nothing of it. */
export const sealName = (secret: Secret): string => nameOf(secret).toString('hex');

/**
 * AES-256-GCM with a key derived from the newest secret for this `purpose`. A former secret opens what it sealed for as long as it is kept,
 * even past the instant until which it signs sessions. `open` answers undefined for what no kept secret sealed, or what was altered.
 */
export const makeSeal = (secrets: Secrets, purpose: string): Seal => ({
  seal: (text) => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', keyOf(secrets[0], purpose), nonce);
    const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nameOf(secrets[0]), nonce, cipher.getAuthTag(), content]);
  },
  open: (sealed) => {
    const secret = secrets.find((candidate) => nameOf(candidate).equals(sealed.subarray(0, nameBytes)));
    if (!secret || sealed.length < nameBytes + nonceBytes + tagBytes) return undefined;
    const [nonce, rest] = [sealed.subarray(nameBytes, nameBytes + nonceBytes), sealed.subarray(nameBytes + nonceBytes)];
    try {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), nonce, { authTagLength: tagBytes });
      decipher.setAuthTag(rest.subarray(0, tagBytes));
      return { text: Buffer.concat([decipher.update(rest.subarray(tagBytes)), decipher.final()]).toString('utf8'), stale: secret !== secrets[0] };
    } catch {
      return undefined;
    }
  },
});
