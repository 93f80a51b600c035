import { readFileSync } from 'node:fs';
import { closePdf } from '../documents/pdf.ts';
import { loadDemonstration } from '../demonstration/load.ts';
import { demonstrationPassword, type Persona } from '../demonstration/personas.ts';
import type { Language } from '../kernel/language.ts';
import type { Role } from '../kernel/permissions.ts';
import { makeSeal, type Seal } from '../server/auth/seal.ts';
import { readConfig } from '../server/config.ts';
import { serve, tellSaved } from '../server/run.ts';
import { givenSecrets, keptSecrets } from '../server/secret.ts';
import { type Prepared, prepareDatabase } from '../server/start.ts';
import { today } from '../server/services.ts';
import { asOwner } from './database.ts';
import { readArguments, UsageError } from './usage.ts';

/** The demonstration keeps its own data directory, apart from the real one. */
const demonstrationEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, BEFFROI_DATA: process.env['BEFFROI_DATA'] ?? './demo-data' });

/** Fills an empty database with a fictional pool; with `--serve`, runs the server on it, with its banner. The same command twice adds nothing. */
export const demo = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { centers: { type: 'string', default: '12' }, serve: { type: 'boolean', default: false } });
  if (!/^[1-9]\d{0,3}$/.test(values.centers)) throw new UsageError('--centers must be a whole number from 1 to 9999.');
  const env = demonstrationEnvironment();
  const config = readConfig(env);
  const prepared = await prepareDatabase(config, 'command', { migrates: true, onSaved: tellSaved });
  let people: Persona[];
  try {
    people = await fill(prepared, makeSeal(givenSecrets(process.env['BEFFROI_SECRET']) ?? (await keptSecrets(config.dataDirectory)), 'mailbox'), Number(values.centers));
  } finally {
    await prepared.close();
    await closePdf();
  }
  tell(people);
  if (values.serve) await serve({ demonstration: true, env });
};

const fill = async (prepared: Prepared, mailboxSeal: Seal, centers: number): Promise<Persona[]> => {
  const now = (): Date => new Date();
  const existing = await asOwner(prepared, async (client) => (await client.query<{ id: string }>('SELECT id FROM organization')).rows.map((row) => row.id));
  const written = (_centre: unknown, done: number, total: number): void => {
    if (done === 1) process.stderr.write(`Making ${total} fictional centres…\n`);
  };
  return (await loadDemonstration({ db: prepared.db, now, mailboxSeal }, { centers, seed: 'beffroi', today: today({ now }), existing, written })).personas;
};

/** The words of the roles as the pages show them, in the language of the persona. */
const roleWords = (language: Language): Record<Role, string> =>
  (JSON.parse(readFileSync(new URL(`../web/locales/${language}.json`, import.meta.url), 'utf8')) as { roles: Record<Role, string> }).roles;

const tell = (people: readonly Persona[]): void => {
  process.stdout.write('A demonstration: every centre and every person is fictional. Sign in as one of these:\n\n');
  const width = Math.max(...people.map((persona) => persona.email.length));
  for (const { email, name, role, language, centre } of people) process.stdout.write(`  ${email.padEnd(width)}  ${name}, ${roleWords(language)[role]}${centre ? `, ${centre}` : ''}\n`);
  process.stdout.write(`\n  Password for all: ${demonstrationPassword}\n\n`);
};
