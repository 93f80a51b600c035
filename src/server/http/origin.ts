import { isIPv6 } from 'node:net';

/**
 * For whom requests and tries are counted: an IPv4 address, or the /64 of an IPv6 address, since one subscriber holds all of it.
 * `ip` is absent where the caller has gone already.
 */
export const originOf = (ip: string | undefined): string => {
  if (ip === undefined) return 'gone';
  return isIPv6(unmapped(ip)) ? `${firstGroups(ip, 4)}::/64` : unmapped(ip);
};

/** The network that an address is kept as, where it is kept: the /24 of an IPv4 address, the /48 of an IPv6 one. Absent where the caller has gone already. */
export const networkOf = (ip: string | undefined): string | undefined => {
  if (ip === undefined) return undefined;
  const address = unmapped(ip);
  return isIPv6(address) ? `${firstGroups(address, 3)}::/48` : address.replace(/\d+$/, '0/24');
};

const unmapped = (ip: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;

const firstGroups = (ip: string, count: number): string => {
  const [head = [], tail] = ip.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = tail === undefined ? [...head] : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return groups
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
