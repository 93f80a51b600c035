import { writeFile } from 'node:fs/promises';
import { languages } from '../kernel/language.ts';
import { intakeTemplate } from '../modules/intake/template.ts';
import { StartupError } from '../server/errors.ts';
import { writeWorkbook } from '../server/spreadsheet/write.ts';
import { oneOf, readArguments, required } from './usage.ts';

/** Writes the empty intake workbook in a language. Needs no database. */
export const template = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { lang: { type: 'string', default: 'fr' }, out: { type: 'string' } });
  const out = required(values.out, '--out');
  const bytes = await writeWorkbook(intakeTemplate(oneOf(values.lang, languages, '--lang')));
  await writeFile(out, bytes).catch((error: Error) => {
    throw new StartupError(`${out} cannot be written: ${error.message}`);
  });
  process.stdout.write(`${out}\n`);
};
