import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { url } from './harness.ts';

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Buffer): string => data.toString('base64url');
const uint32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};
const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

/** What may be wrong with a device or with where it is asked. */
export type Twist = { origin?: string; rpID?: string; unverified?: boolean; counter?: number };
type Options = { challenge: string };

/** A passkey in software: makes itself for what the server asks, and answers as a browser would hand it on. */
export const makeAuthenticator = () => {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;

  const clientData = (type: string, { challenge }: Options, { origin = url }: Twist): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = ({ rpID = 'localhost', unverified, counter: said }: Twist, attested?: Buffer): Buffer => {
    counter = said ?? counter + 1;
    const bits = flags.present | (unverified ? 0 : flags.verified) | (attested ? flags.attested : 0);
    return Buffer.concat([sha256(rpID), Buffer.from([bits]), uint32(counter), attested ?? Buffer.alloc(0)]);
  };
  const whole = (response: Record<string, unknown>) => ({ id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {}, response });

  return {
    /** The answer to a request for a new passkey. */
    create: (options: Options, twist: Twist = {}) => {
      const jwk = publicKey.export({ format: 'jwk' });
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array<ArrayBuffer>>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'))],
          [-3, new Uint8Array(Buffer.from(jwk.y ?? '', 'base64url'))],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authenticatorData(twist, attested))],
        ]) as never,
      );
      return whole({ clientDataJSON: base64url(clientData('webauthn.create', options, twist)), attestationObject: base64url(Buffer.from(attestation)), transports: ['internal'] });
    },
    /** The answer to a request to use it. */
    get: (options: Options, twist: Twist = {}) => {
      const data = clientData('webauthn.get', options, twist);
      const authData = authenticatorData(twist);
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey);
      return whole({ clientDataJSON: base64url(data), authenticatorData: base64url(authData), signature: base64url(signature) });
    },
  };
};

export type Authenticator = ReturnType<typeof makeAuthenticator>;
