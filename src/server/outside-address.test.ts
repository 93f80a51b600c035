import { expect, test } from 'vitest';
import { isForbidden } from './outside-address.ts';

const own = ['192.168.7.5', 'fd12::5'];

test.each([
  // What a cloud tells its machines (AWS, Azure, Alibaba), the link, everybody at once, nowhere.
  '169.254.169.254',
  '168.63.129.16',
  '100.100.100.200',
  'fd00:ec2::254',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  // The same, in the clothes of another kind of address.
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b::169.254.169.254',
  '64:FF9B:0:0:0:0:A9FE:A9FE',
  '64:ff9b::1',
  '64:ff9b:1::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  '2001:0:a9fe:a9fe::1',
])('%s is no directory, whatever is allowed', (address) => {
  expect([isForbidden(address, false, own), isForbidden(address, true, own)]).toEqual([true, true]);
});

test.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', ...own, '::ffff:192.168.7.5'])('%s is this machine: where that is allowed alone', (address) => {
  expect([isForbidden(address, false, own), isForbidden(address, true, own)]).toEqual([true, false]);
});

test.each(['10.0.0.4', '172.16.3.3', '192.168.7.6', '193.191.0.10', 'fd12::6', '2a01::10', '64:ff9b::c1bf:a'])('%s may be a directory', (address) => {
  expect(isForbidden(address, false, own)).toBe(false);
});

test('the cards of this machine are found by themselves', () => {
  expect(isForbidden('127.0.0.1', false)).toBe(true);
  expect(isForbidden('127.0.0.1', true)).toBe(false);
});
