import { readFile, writeFile } from 'node:fs/promises';
import { languages } from '../kernel/language.ts';
import { FrameworkId, FrameworkVersion, wordsIn } from '../modules/norms/framework.ts';
import { frameworkTemplate } from '../modules/norms/import-template.ts';
import { type DescribedPlan, describePlan, keepImport, listFrameworks, listMappings, planImport, readImport, storeLibrary } from '../modules/norms/server/service.ts';
import { installationId, type Scope } from '../server/db/database.ts';
import { StartupError } from '../server/errors.ts';
import { writeWorkbook } from '../server/spreadsheet/write.ts';
import { withDatabase } from './database.ts';
import { oneOf, readArguments, required, UsageError } from './usage.ts';

const scope: Scope = { organizations: [installationId], actor: { kind: 'command' } };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const tellFramework = (one: DescribedPlan['frameworks'][number]): void => {
  say(`${one.id} ${one.version}: ${wordsIn(one.title, 'en').text}`);
  say(`  ${one.chapters} chapters, ${one.norms} norms, ${one.guidelines} guidelines; in ${one.languages.join(', ') || 'no language throughout'}; answered by ${one.scale}`);
  if (one.levels.length > 0) say(`  levels: ${one.levels.map(({ id, norms }) => `${id} (${norms})`).join(', ')}`);
  if (one.licence) say(`  licence: ${one.licence.replace(/\s+/g, ' ').slice(0, 300)}`);
  if (one.state === 'known') say('  is here already, word for word');
  if (one.former) {
    const told = Object.entries(one.former.changes).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []));
    say(`  beside version ${one.former.version}: ${told.join(', ')}; the answers to ${one.former.kept} norms go on, ${one.former.again} must be looked at again`);
  }
};

const tell = (plan: DescribedPlan): void => {
  for (const one of plan.frameworks) tellFramework(one);
  for (const { from, to, relations, state } of plan.mappings) say(`${from} → ${to}: ${relations} relations (${state})`);
  for (const { code, count, examples } of plan.leftOut) say(`  not read: ${code}, ${count}${examples.length > 0 ? ` (${examples.join(', ')})` : ''}`);
  for (const { code, line, path, cell, value } of plan.faults)
    say(`${cell ?? (line === undefined ? (path ?? '') : `line ${line}${path ? `, ${path}` : ''}`)}: ${code}${value === undefined ? '' : ` «${value}»`}`);
};

/** Keeps the frameworks and mappings of a file, all of them or nothing. Ends with code 1, and nothing kept, when anything is wrong with it. */
export const importNorms = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    args,
    { 'dry-run': { type: 'boolean', default: false }, id: { type: 'string' }, version: { type: 'string' }, 'content-lang': { type: 'string', default: 'en' } },
    1,
  );
  if (values.id !== undefined && !FrameworkId.safeParse(values.id).success) throw new UsageError('--id takes lower-case letters, digits and hyphens.');
  if (values.version !== undefined && !FrameworkVersion.safeParse(values.version).success) throw new UsageError('--version takes letters, digits, points and hyphens.');
  const language = oneOf(values['content-lang'], languages, '--content-lang');
  const file = positionals[0] ?? '';
  const bytes = await readFile(file).catch(() => {
    throw new StartupError(`The file ${file} cannot be read.`);
  });
  const reading = await readImport(bytes, language);
  await withDatabase(async ({ db }) => {
    await storeLibrary({ db, now: () => new Date() });
    const kept = await db.tx(
      scope,
      async (tx) => {
        const plan = await planImport(tx, reading, { id: values.id, version: values.version });
        tell(describePlan(plan));
        if (plan.faultsInAll > 0) throw new StartupError(`${plan.faultsInAll} to mend in ${file}: nothing was kept.`);
        return values['dry-run'] ? 'dry' : await keepImport(tx, plan, undefined, new Date());
      },
      { seconds: 30 },
    );
    say(kept === 'dry' ? 'Nothing was kept: this was a trial.' : kept === undefined ? 'Nothing to keep: all of it is here already.' : 'Kept.');
  });
};

/** Lists the frameworks with their versions, and the mappings between them. */
export const listNorms = async (args: string[]): Promise<void> => {
  readArguments(args, {});
  await withDatabase(async ({ db }) => {
    const [frameworks, mappings] = await db.tx(scope, async (tx) => [await listFrameworks(tx), await listMappings(tx)]);
    for (const row of frameworks) say(`${row.frameworkId}\t${row.frameworkVersion}\t${row.norms}\t${row.languages.join(',')}\t${row.origin}\t${wordsIn(row.title, 'en').text}`);
    for (const row of mappings) say(`${row.fromFramework} → ${row.toFramework}\t${row.relations}\t${row.origin}`);
    if (frameworks.length === 0) say('No framework yet: start the server once, or import one.');
  });
};

/** Writes the empty workbook of a questionnaire in a language. Needs no database. */
export const normsTemplate = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { lang: { type: 'string', default: 'fr' }, out: { type: 'string' } });
  const out = required(values.out, '--out');
  const bytes = await writeWorkbook(frameworkTemplate(oneOf(values.lang, languages, '--lang')));
  await writeFile(out, bytes).catch((error: Error) => {
    throw new StartupError(`${out} cannot be written: ${error.message}`);
  });
  say(out);
};
