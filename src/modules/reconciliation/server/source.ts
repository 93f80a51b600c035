import { X509Certificate } from 'node:crypto';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { keepsPassword, nextTime, type SourceData } from '../source.ts';
import { type Directory, DirectoryError } from './directory.ts';
import { type findSource, holdSource, writeSource } from './store.ts';

/** Whether every certificate of the text is one that can be read. */
const readable = (pem: string): boolean => {
  try {
    return [...pem.matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)].every(([one]) => new X509Certificate(one).raw.length > 0);
  } catch {
    return false;
  }
};

/**
 * Keeps how the lists of a resource are read. The password is sealed; one that is not given stays where the directory and the account stay. Throws
 * staleVersion, and badRequest with `passwordNeeded` or `invalidCertificate`.
 */
export const saveSource = async (tx: Tx, services: Pick<Services, 'directorySeal' | 'now'>, organizationId: string, resourceId: string, version: number, data: SourceData): Promise<void> => {
  const before = await holdSource(tx, organizationId, resourceId);
  const { columns, levels, directory } = data;
  if (!directory)
    return writeSource(tx, organizationId, resourceId, version, {
      columns,
      levels,
      host: null,
      port: null,
      security: null,
      authority: null,
      bindDn: null,
      password: null,
      baseDn: null,
      filter: null,
      every: null,
      nextOn: null,
      fault: null,
      faultOn: null,
    });
  const { password, authority, filter, every, ...rest } = directory;
  if (authority && !readable(authority)) throw invalidInput('directory.authority', 'invalidCertificate');
  const sealed = password === undefined ? (keepsPassword(before, directory) ? before.password : null) : services.directorySeal.seal(password);
  if (!sealed) throw invalidInput('directory.password', 'passwordNeeded');
  return writeSource(tx, organizationId, resourceId, version, {
    columns,
    levels,
    ...rest,
    authority: authority ?? null,
    filter: filter ?? null,
    password: sealed,
    every: every ?? null,
    nextOn: every ? (before.every === every && before.nextOn ? before.nextOn : nextTime(every, today(services))) : null,
    fault: null,
    faultOn: null,
  });
};

/** The directory of a source with its password opened. Throws DirectoryError (`lost`) where there is none, or the password was sealed with a secret that is gone. */
export const openDirectory = ({ directorySeal, localDirectories }: Pick<Services, 'directorySeal' | 'localDirectories'>, source: NonNullable<Awaited<ReturnType<typeof findSource>>>): Directory => {
  const { host, port, security, authority, bindDn, baseDn, filter, password } = source;
  const opened = password ? directorySeal.open(password) : undefined;
  if (!host || !port || !security || !bindDn || !baseDn || !opened) throw new DirectoryError('lost');
  return { host, port, security, authority, bindDn, baseDn, filter, password: opened.text, local: localDirectories };
};
