import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { closePdf } from '../documents/pdf.ts';
import { documentLanguages } from '../kernel/language.ts';
import { recordDossier, writeDossier } from '../modules/dossiers/server/service.ts';
import { errorText, StartupError } from '../server/errors.ts';
import { organizationId, withDatabase } from './database.ts';
import { oneOf, readArguments, required } from './usage.ts';

/**
 * Writes the documents of a centre into a folder, whole or not at all: they are made beside it and take its place at the
 * end. Without `--lang`, in the language of the centre's documents.
 */
export const dossier = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { organization: { type: 'string' }, lang: { type: 'string' }, out: { type: 'string' } });
  const slug = required(values.organization, '--organization');
  const out = resolve(required(values.out, '--out'));
  const language = values.lang === undefined ? undefined : oneOf(values.lang, documentLanguages, '--lang');
  const unfinished = join(dirname(out), `.${basename(out)}.unfinished`);
  try {
    await withDatabase(async (prepared) => {
      const id = await organizationId(prepared, slug);
      await rm(unfinished, { recursive: true, force: true });
      await mkdir(unfinished, { recursive: true });
      const scope = { organizations: [id], actor: { kind: 'command' as const } };
      const made = await writeDossier({ db: prepared.db, now: () => new Date() }, scope, id, language, async (name, bytes) => {
        await mkdir(dirname(join(unfinished, name)), { recursive: true });
        await writeFile(join(unfinished, name), bytes);
      });
      await prepared.db.tx(scope, (tx) => recordDossier(tx, id, made.language));
      await takePlace(unfinished, out);
      for (const entry of made.entries) {
        const state = entry.draft ? 'draft' : 'in force';
        process.stdout.write(`${entry.files.join('  ')}  ${state}${entry.missing.length > 0 ? `, missing: ${entry.missing.map(({ name }) => name).join(', ')}` : ''}\n`);
      }
      process.stdout.write(`${out}\n`);
    });
  } catch (error) {
    if (error instanceof StartupError || !(error as { path?: string }).path) throw error;
    throw new StartupError(`The dossier cannot be written to ${out}: ${errorText(error)}.`, { cause: error });
  } finally {
    await closePdf();
    await rm(unfinished, { recursive: true, force: true });
  }
};

// An empty folder, or one that does not exist, is taken; files of somebody else are not mixed with ours.
const takePlace = async (unfinished: string, out: string): Promise<void> => {
  try {
    await rename(unfinished, out);
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes((error as { code?: string }).code ?? ''))
      throw new StartupError(`${out} is not an empty folder: name another with --out, or empty it.`, { cause: error });
    throw error;
  }
};
