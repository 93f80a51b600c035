import { readFile } from 'node:fs/promises';
import { inLanguage, type Language, type LocalizedText } from '../kernel/language.ts';
import { insertLink } from '../modules/accounts/server/service.ts';
import { describeIssue, fill } from '../modules/intake/issue.ts';
import { runIntake } from '../modules/intake/server/service.ts';
import { storeLibrary } from '../modules/norms/server/service.ts';
import { describeFileError, reportLines } from '../modules/intake/report.ts';
import { intakeTexts } from '../modules/intake/texts.ts';
import { StartupError } from '../server/errors.ts';
import { SpreadsheetError } from '../server/spreadsheet/error.ts';
import { today } from '../server/services.ts';
import { asOwner, findOrganizationId, withDatabase } from './database.ts';
import { oneOf, readArguments, required } from './usage.ts';

const day = (): string => today({ now: () => new Date() });

/**
 * Enters a workbook. A centre whose short name is new is created; `--adviser EMAIL` gives that account the adviser's
 * role in it. A workbook whose names or numbers differ from those of the centre wants `--confirm-identity`.
 * Ends with code 1, and nothing written, when anything in the workbook is wrong.
 */
export const importWorkbook = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    args,
    {
      organization: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'confirm-identity': { type: 'boolean', default: false },
      adviser: { type: 'string' },
      lang: { type: 'string', default: 'fr' },
    },
    1,
  );
  const slug = required(values.organization, '--organization');
  if (!/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(slug)) throw new StartupError(`"${slug}" is no short name: use lower-case letters, digits and hyphens, such as valombre.`);
  const language = oneOf(values.lang, ['fr', 'nl', 'de', 'en'] as const, '--lang');
  const words = intakeTexts[language].command;
  const file = positionals[0] ?? '';
  const bytes = await readFile(file).catch(() => {
    throw new StartupError(`The file ${file} cannot be read.`);
  });
  await withDatabase(
    async (prepared) => {
      const existing = await findOrganizationId(prepared, slug);
      const account = values.adviser ? await findAccount(prepared, values.adviser) : undefined;
      if (existing && account) throw new StartupError(`The centre "${slug}" exists already: --adviser is for a new one.`);
      const started = Date.now();
      // Old answers are those to norms of frameworks, which a database that no server has opened yet does not have.
      await storeLibrary({ db: prepared.db, now: () => new Date() });
      const result = await runIntake(prepared.db, { kind: 'command' }, bytes, existing ? { organizationId: existing } : { slug }, {
        dryRun: values['dry-run'],
        confirmed: values['confirm-identity'],
        today: day(),
        progress: (step) => void process.stderr.write(`${words[step]}… ${((Date.now() - started) / 1000).toFixed(1)} s\n`),
        also: async (tx, organizationId) => {
          if (account) await insertLink(tx, { organizationId, accountId: account, roles: ['adviser'], start: day() });
        },
      }).catch((error: unknown) => {
        throw error instanceof SpreadsheetError ? new StartupError(`${file}: ${describeFileError(error.code, language)}`) : error;
      });
      tell(result, language, values['dry-run']);
      if (existing || !result.written) return;
      const namesakes = await withSameNumber(prepared, result.organizationId!, language);
      if (namesakes.length > 0) process.stderr.write(`${fill(words.sameNumber, { names: namesakes.join(', ') })}\n`);
      if (!account) process.stderr.write(`${fill(words.noAdviser, { slug })}\n`);
    },
    { creates: true },
  );
};

const tell = (result: Awaited<ReturnType<typeof runIntake>>, language: Language, dryRun: boolean): void => {
  const words = intakeTexts[language].command;
  for (const issue of result.issues) {
    const { where, what, remedy } = describeIssue(issue, language);
    process.stdout.write(`${where} — ${what} ${remedy}\n`);
  }
  if (!result.report) {
    const count = result.issues.filter((issue) => issue.severity === 'error').length;
    const confirm = result.issues.some((issue) => issue.code === 'otherCentre') ? ` ${words.confirm}` : '';
    throw new StartupError(`${fill(words.toMend, { count })}${confirm}`);
  }
  for (const line of reportLines(result.report, language, dryRun)) process.stdout.write(`${line}\n`);
};

type Prepared = Parameters<typeof findOrganizationId>[0];

const findAccount = async (prepared: Prepared, email: string): Promise<string> => {
  const id = await asOwner(prepared, async (client) => (await client.query<{ id: string }>('SELECT id FROM account WHERE email = lower($1)', [email])).rows[0]?.id);
  if (!id) throw new StartupError(`No account has the address ${email}.`);
  return id;
};

/** The other centres of this installation that have the enterprise number of this one, by name and short name. */
const withSameNumber = (prepared: Prepared, organizationId: string, language: Language): Promise<string[]> =>
  asOwner(prepared, async (client) => {
    const { rows } = await client.query<{ name: LocalizedText; slug: string }>(
      'SELECT other.name, other.slug FROM organization made JOIN organization other ON other.enterprise_number = made.enterprise_number AND other.id <> made.id WHERE made.id = $1 ORDER BY other.slug',
      [organizationId],
    );
    return rows.map((row) => `${inLanguage(row.name, language)} (${row.slug})`);
  });
