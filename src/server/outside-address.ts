import { BlockList, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

type Range = readonly [net: string, prefix: number, kind: 'ipv4' | 'ipv6'];
const listOf = (ranges: readonly Range[]): BlockList => {
  const list = new BlockList();
  for (const [net, prefix, kind] of ranges) list.addSubnet(net, prefix, kind);
  return list;
};

// No server of anybody lives there, and other things do: what a cloud tells its machines about themselves, everybody at once, nowhere, tunnels to anywhere.
const never = listOf([
  ['169.254.0.0', 16, 'ipv4'],
  ['0.0.0.0', 8, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['::', 128, 'ipv6'],
  ['fd00:ec2::', 32, 'ipv6'],
  // 6to4, Teredo, and translation under a prefix of one's own (RFC 3056, 4380, 8215): an address of the older kind hides in each.
  ['2002::', 16, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
]);
const loopback = listOf([
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]);

/** The address of the older kind that translators of a network reach by this one (RFC 6052, the well-known prefix); the address itself otherwise. */
const translated = (address: string): string => {
  if (isIPv4(address) || !URL.canParse(`http://[${address}]`)) return address;
  const words = /^\[64:ff9b::(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4})\]$/.exec(new URL(`http://[${address}]`).hostname);
  if (!words) return address;
  const [high, low] = [words[1] ?? '0', words[2]!].map((word) => Number.parseInt(word, 16)) as [number, number];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
};

/**
 * Whether no server that a centre names may be spoken to there: addresses where none can be, and, unless whoever runs the installation allowed it, this machine itself, by
 * whichever of its addresses: its other programs trust whoever calls from within. `own` are the addresses of its network cards.
 */
export const isForbidden = (address: string, local: boolean, own: readonly string[] = ownAddresses()): boolean => {
  // An address with a zone is of the link, whatever its beginning.
  if (address.includes('%')) return true;
  const meant = translated(address);
  const kind = isIPv4(meant) ? 'ipv4' : 'ipv6';
  return never.check(meant, kind) || (!local && (loopback.check(meant, kind) || own.includes(meant.replace(/^::ffff:/i, ''))));
};

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .map(({ address }) => address);
