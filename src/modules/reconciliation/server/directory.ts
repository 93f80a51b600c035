import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { Client, type Entry, InsufficientAccessError, InvalidCredentialsError, InvalidDNSyntaxError, NoSuchObjectError, ResultCodeError, SizeLimitExceededError } from 'ldapts';
import { readRows, type Reading, type Row, type Said } from '../read.ts';
import type { DirectoryFault } from '../source.ts';
import { isForbidden } from '../../../server/outside-address.ts';

/** A directory to be read, with the password opened; `local` where whoever runs the installation allows one on this very machine. */
export type Directory = { local: boolean; host: string; port: number; security: 'tls' | 'startTls'; authority: string | null; bindDn: string; password: string; baseDn: string; filter: string | null };

/** Why a directory could not be read: by name, never by what the server said, which may hold anything. */
export class DirectoryError extends Error {
  readonly code: DirectoryFault;
  constructor(code: DirectoryFault) {
    super(code);
    this.code = code;
  }
}

const pageSize = 1000;
const mostEntries = 100_000;
/** Accounts of people and services, in Active Directory as in OpenLDAP. Computers are left out afterwards: to a server without that class, a filter that denies it matches nothing. */
const usualFilter = '(|(objectClass=person)(objectClass=account)(objectClass=posixAccount))';
const attributes = [
  'sAMAccountName',
  'uid',
  'userPrincipalName',
  'mail',
  'employeeID',
  'employeeNumber',
  'givenName',
  'sn',
  'displayName',
  'cn',
  'userAccountControl',
  'lastLogonTimestamp',
  'authTimestamp',
  'whenCreated',
  'createTimestamp',
  'pwdAccountLockedTime',
  'nsAccountLock',
  'memberOf',
  'objectClass',
];

/** The address that is spoken to, looked up once: a name that answers otherwise the second time leads nowhere else. */
const addressOf = async (host: string, local: boolean): Promise<string> => {
  const { address } = await lookup(host).catch(() => {
    throw new DirectoryError('host');
  });
  if (isForbidden(address, local)) throw new DirectoryError('forbidden');
  return address;
};

const faultOf = (error: unknown): DirectoryError => {
  if (error instanceof DirectoryError) return error;
  if (error instanceof InvalidCredentialsError) return new DirectoryError('credentials');
  if (error instanceof NoSuchObjectError || error instanceof InvalidDNSyntaxError) return new DirectoryError('branch');
  if (error instanceof InsufficientAccessError) return new DirectoryError('rights');
  if (error instanceof SizeLimitExceededError) return new DirectoryError('partial');
  if (error instanceof ResultCodeError) return new DirectoryError('rights');
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'EACCES') return new DirectoryError('refused');
  if (/^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/.test(code)) return new DirectoryError('certificate');
  if (/^(?:EPROTO|ERR_SSL)/.test(code) || message.includes('before secure TLS')) return new DirectoryError('noTls');
  if (code === 'ETIMEDOUT' || /time(?:d )?out/i.test(message)) return new DirectoryError('silent');
  if (/filter|parse|paren/i.test(message)) return new DirectoryError('filter');
  return new DirectoryError('broken');
};

const first = (value: Entry[string] | undefined): string => {
  const one = Array.isArray(value) ? value[0] : value;
  return one === undefined ? '' : Buffer.isBuffer(one) ? one.toString('utf8') : String(one);
};
const isComputer = (entry: Entry): boolean => [entry['objectClass'] ?? []].flat().some((name) => String(name).toLowerCase() === 'computer');
const administrators =
  /^CN=(?:(?:domain|enterprise|schema) admins|administrators|administrateurs|admins du domaine|administrateurs de l['’]entreprise|domeinadministrators|beheerders|dom(?:ä|ae)nen-admins|organisations-admins)(?:,|$)/i;

/** Entries as the rows of a list: the headings are their attributes, without those that no entry has; what says a lock or an administrator becomes a column of its own. */
const rowsOf = (entries: readonly Entry[]): Row[] => {
  const used = attributes.filter(
    (name) => name !== 'memberOf' && name !== 'pwdAccountLockedTime' && name !== 'nsAccountLock' && name !== 'objectClass' && entries.some((entry) => first(entry[name]) !== ''),
  );
  // A short name names an account; only where none has one does the other.
  const headings = used.filter((name) => !(name === 'uid' && used.includes('sAMAccountName')) && !(name === 'cn' && used.includes('displayName')));
  const rows = entries.map((entry, index): Row => {
    const groups = entry['memberOf'] === undefined ? [] : [entry['memberOf']].flat().map(String);
    // Year zero is: locked until somebody unlocks it (OpenLDAP's password policy).
    const locked = first(entry['pwdAccountLockedTime']).startsWith('000001') || first(entry['nsAccountLock']).toLowerCase() === 'true';
    return { line: index + 1, cells: [...headings.map((name) => first(entry[name])), locked ? 'true' : '', groups.some((group) => administrators.test(group)) ? 'administrator' : ''] };
  });
  return [{ line: 0, cells: [...headings, 'blocked', 'role'] }, ...rows];
};

type Patience = { connectMs?: number; answerMs?: number };

/** Asks a directory for its accounts and takes leave; nothing but bind and search is ever sent. Throws DirectoryError. */
const search = async (directory: Directory, { connectMs = 10_000, answerMs = 30_000 }: Patience): Promise<Entry[]> => {
  const { host, port, security, authority } = directory;
  const address = await addressOf(host, directory.local);
  const tls: ConnectionOptions = { minVersion: 'TLSv1.2', host: address, ...(isIP(host) ? {} : { servername: host }), ...(authority ? { ca: [authority] } : {}) };
  const place = address.includes(':') ? `[${address}]` : address;
  const client = new Client({
    url: `${security === 'tls' ? 'ldaps' : 'ldap'}://${place}:${port}`,
    timeout: answerMs,
    connectTimeout: connectMs,
    strictDN: false,
    ...(security === 'tls' ? { tlsOptions: tls } : {}),
  });
  const { promise: late, reject } = Promise.withResolvers<never>();
  const watch = (milliseconds: number) => setTimeout(() => reject(new DirectoryError('silent')), milliseconds);
  let timer = watch(connectMs + answerMs);
  const within = async <T>(work: Promise<T>): Promise<T> => {
    clearTimeout(timer);
    timer = watch(answerMs);
    work.catch(() => undefined);
    return Promise.race([work, late]);
  };
  try {
    if (security === 'startTls')
      await within(
        client.startTLS(tls).catch((error: unknown) => {
          throw error instanceof ResultCodeError ? new DirectoryError('noTls') : error;
        }),
      );
    await within(client.bind(directory.bindDn, directory.password));
    const entries: Entry[] = [];
    const pages = client.searchPaginated(directory.baseDn, { scope: 'sub', filter: directory.filter ?? usualFilter, attributes, paged: { pageSize } });
    for (;;) {
      const page = await within(pages.next());
      if (page.done) break;
      for (const entry of page.value.searchEntries) if (!isComputer(entry)) entries.push(entry);
      if (entries.length > mostEntries) throw new DirectoryError('tooMany');
    }
    return entries;
  } catch (error) {
    throw faultOf(error);
  } finally {
    clearTimeout(timer);
    // One that hangs is not waited for.
    void client.unbind().catch(() => undefined);
  }
};

/** The accounts of a directory, read as a list is. Throws DirectoryError. */
export const readDirectory = async (directory: Directory, said: Said, patience: Patience = {}): Promise<Exclude<Reading, { unknown: unknown }>> => {
  const entries = await search(directory, patience);
  const reading = readRows(rowsOf(entries), said);
  if ('unknown' in reading || reading.accounts.length === 0) throw new DirectoryError('nothing');
  return reading;
};
