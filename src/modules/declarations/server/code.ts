import { createHash, randomBytes } from 'node:crypto';

const mark = 'BEFFROI1';
/** Tells the sheets of one centre from another's, and not which centre it is. */
const centreMark = (organizationId: string): string => createHash('sha256').update(`sheet/${organizationId}`).digest('hex').slice(0, 8).toUpperCase();

/** A new code: 120 bits of chance, in signs that a QR code writes small. */
export const newCode = (): string =>
  BigInt(`0x${randomBytes(15).toString('hex')}`)
    .toString(36)
    .toUpperCase();

/** What stands in the QR code of a sheet: whose centre, which sheet; no name. */
export const payloadOf = (organizationId: string, code: string): string => `${mark}:${centreMark(organizationId)}:${code}`;

/** What a code that was read says: the code of a sheet of this centre, or whose it is else. */
export const readPayload = (organizationId: string, payload: string): { code: string } | 'foreignCode' | 'otherCentre' => {
  const match = /^BEFFROI1:([0-9A-F]{8}):([0-9A-Z]{10,30})$/.exec(payload);
  if (!match) return 'foreignCode';
  return match[1] === centreMark(organizationId) ? { code: match[2]! } : 'otherCentre';
};
