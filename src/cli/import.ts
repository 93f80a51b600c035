import { readFile } from 'node:fs/promises';
import type { Language } from '../kernel/language.ts';
import { insertLink } from '../modules/accounts/server/service.ts';
import { describeIssue } from '../modules/intake/issue.ts';
import { runIntake } from '../modules/intake/server/service.ts';
import { describeFileError, reportLines } from '../modules/intake/report.ts';
import { StartupError } from '../server/errors.ts';
import { SpreadsheetError } from '../server/spreadsheet/error.ts';
import { today } from '../server/services.ts';
import { asOwner, findOrganizationId, withDatabase } from './database.ts';
import { oneOf, readArguments, required } from './usage.ts';

/**
 * Enters a workbook. A centre whose short name is new is created; `--adviser EMAIL` gives that account the adviser's
 * role in it. Ends with code 1, and nothing written, when anything in the workbook is wrong.
 */
export const importWorkbook = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    args,
    { organization: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, adviser: { type: 'string' }, lang: { type: 'string', default: 'fr' } },
    1,
  );
  const slug = required(values.organization, '--organization');
  if (!/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(slug)) throw new StartupError(`"${slug}" is no short name: use lower-case letters, digits and hyphens, such as valombre.`);
  const language = oneOf(values.lang, ['fr', 'nl', 'de', 'en'] as const, '--lang');
  const file = positionals[0] ?? '';
  const bytes = await readFile(file).catch(() => {
    throw new StartupError(`The file ${file} cannot be read.`);
  });
  await withDatabase(async (prepared) => {
    const existing = await findOrganizationId(prepared, slug);
    const account = values.adviser ? await findAccount(prepared, values.adviser) : undefined;
    if (existing && account) throw new StartupError(`The centre "${slug}" exists already: --adviser is for a new one.`);
    const started = Date.now();
    const result = await runIntake(prepared.db, { kind: 'command' }, bytes, existing ? { organizationId: existing } : { slug }, {
      dryRun: values['dry-run'],
      progress: (step) => void process.stderr.write(`${step}… ${((Date.now() - started) / 1000).toFixed(1)} s\n`),
      also: async (tx, organizationId) => {
        if (account) await insertLink(tx, { organizationId, accountId: account, roles: ['adviser'], start: today({ now: () => new Date() }) });
      },
    }).catch((error: unknown) => {
      throw error instanceof SpreadsheetError ? new StartupError(`${file}: ${describeFileError(error.code, language)}`) : error;
    });
    tell(result, language, values['dry-run']);
  });
};

const tell = (result: Awaited<ReturnType<typeof runIntake>>, language: Language, dryRun: boolean): void => {
  for (const issue of result.issues) {
    const words = describeIssue(issue, language);
    process.stdout.write(`${words.where} — ${words.what} ${words.remedy}\n`);
  }
  if (!result.report) throw new StartupError(`${result.issues.filter((issue) => issue.severity === 'error').length} to mend; nothing was written.`);
  for (const line of reportLines(result.report, language)) process.stdout.write(`${line}\n`);
  if (dryRun) process.stdout.write('Dry run: nothing was written.\n');
};

const findAccount = async (prepared: Parameters<typeof findOrganizationId>[0], email: string): Promise<string> => {
  const id = await asOwner(prepared, async (client) => (await client.query<{ id: string }>('SELECT id FROM account WHERE email = lower($1)', [email])).rows[0]?.id);
  if (!id) throw new StartupError(`No account has the address ${email}.`);
  return id;
};
