import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language } from '../kernel/language.ts';
import {
  compareList,
  DirectoryError,
  findingLines,
  hashOf,
  holdSource,
  type List,
  ListFault,
  openDirectory,
  readDirectory,
  readList,
  resourceNamed,
} from '../modules/reconciliation/server/service.ts';
import { makeSeal } from '../server/auth/seal.ts';
import { StartupError } from '../server/errors.ts';
import { givenSecrets, keptSecrets } from '../server/secret.ts';
import { today } from '../server/services.ts';
import { roomText } from '../server/texts.ts';
import { commandConfig, organizationId, withDatabase } from './database.ts';
import { oneOf, readArguments, required } from './usage.ts';

/**
 * Compares a list of accounts with the rights of a resource, from a file or from the directory that was set for it, and prints what contradicts.
 * Ends with code 0 once it is compared, whatever was found; with 1, and nothing written, for a list or a directory that cannot be read. What it prints
 * may end in a log: people are named where that is asked for, and otherwise the accounts alone.
 */
export const reconcileAccounts = async (args: string[]): Promise<void> => {
  const ldap = args.includes('--ldap');
  const { values, positionals } = readArguments(
    args,
    { organization: { type: 'string' }, resource: { type: 'string' }, ldap: { type: 'boolean' }, names: { type: 'boolean', default: false }, lang: { type: 'string', default: 'fr' } },
    ldap ? 0 : 1,
  );
  const slug = required(values.organization, '--organization');
  const name = required(values.resource, '--resource');
  const language = oneOf(values.lang, ['fr', 'nl', 'de', 'en'] as const, '--lang');
  const file = positionals[0] ?? '';
  const bytes = ldap
    ? undefined
    : await readFile(file).catch(() => {
        throw new StartupError(`The file ${file} cannot be read.`);
      });
  await withDatabase(async (prepared) => {
    const organization = await organizationId(prepared, slug);
    const scope = { organizations: [organization], actor: { kind: 'command' as const } };
    const { resource, source } = await prepared.db.tx(scope, async (tx) => {
      const found = await resourceNamed(tx, organization, name);
      if ('known' in found) throw new StartupError(`The centre "${slug}" has no resource called "${name}". ${thereAre(found.known)}`);
      const source = await holdSource(tx, organization, found.id);
      if (ldap && !source.host) throw new StartupError(`No directory is set for "${found.name}": an adviser does so on the page of its list.`);
      return { resource: found, source };
    });
    const list = bytes ? await ofFile(bytes, file, source, language) : await ofDirectory(source, language);
    const at = { today: today({ now: () => new Date() }), now: new Date() };
    const { same, counts, lines } = await prepared.db.tx(
      scope,
      async (tx) => {
        await holdSource(tx, organization, resource.id);
        const done = await compareList(tx, organization, resource.id, list, at);
        return { ...done, lines: await findingLines(tx, organization, resource.id, { language, today: at.today, names: values.names }) };
      },
      { seconds: 60 },
    );
    for (const fault of list.faults) process.stdout.write(`${fault.line}: ${roomText('reconciliation', `faultCodes.${fault.code}`, language, { column: fault.column ?? '' })}\n`);
    for (const line of lines) process.stdout.write(`${line}\n`);
    if (same) process.stdout.write(`${roomText('reconciliation', 'give.same', language)}\n`);
    process.stdout.write(`${roomText('reconciliation', 'give.done', language, Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])))}\n`);
    if (counts.asked > 0) process.stdout.write(`${roomText('reconciliation', 'questions.title', language)} ${counts.asked}\n`);
  });
};

const mostNamed = 12;
const thereAre = (names: readonly string[]): string => (names.length > 0 ? `There are: ${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? '…' : ''}.` : 'It has none yet.');

type Source = Awaited<ReturnType<typeof holdSource>>;

const ofFile = async (bytes: Buffer, file: string, source: Source, language: Language): Promise<List> => {
  const { reading, format } = await readList(bytes, source).catch((error: unknown) => {
    throw error instanceof ListFault ? new StartupError(`${file}: ${roomText('reconciliation', `fileFaults.${error.code}`, language)}`) : error;
  });
  if ('unknown' in reading) throw new StartupError(`${file}: ${roomText('reconciliation', 'mapping.text', language)} (${reading.unknown.headings.join(', ')})`);
  if (reading.accounts.length === 0) throw new StartupError(`${file}: ${roomText('reconciliation', 'fileFaults.empty', language)}`);
  return { source: 'file', fileName: basename(file), accounts: reading.accounts, faults: reading.faults, format: { ...format, ...reading.format, words: reading.words }, contentHash: hashOf(bytes) };
};

const ofDirectory = async (source: Source, language: Language): Promise<List> => {
  const { dataDirectory, localDirectories = false } = commandConfig(false);
  const secrets = givenSecrets(process.env['BEFFROI_SECRET']) ?? (await keptSecrets(dataDirectory));
  try {
    const { accounts, faults, words, format } = await readDirectory(openDirectory({ directorySeal: makeSeal(secrets, 'directory'), localDirectories }, source), source);
    return { source: 'ldap', accounts, faults, format: { columns: format.columns, words }, contentHash: hashOf(JSON.stringify(accounts)) };
  } catch (error) {
    throw error instanceof DirectoryError ? new StartupError(roomText('reconciliation', `directoryFaults.${error.code}`, language)) : error;
  }
};
