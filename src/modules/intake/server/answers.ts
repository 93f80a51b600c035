import { languages } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Framework, normById, normsOf } from '../../norms/framework.ts';
import { type RecordedRow, recordedRow } from '../../norms/recorded.ts';
import { assessmentOfYear, listFrameworks, readFramework, recordAnswers } from '../../norms/server/service.ts';
import { answersSheet } from '../../norms/workbook.ts';
import type { IntakeAnswer } from '../intake.ts';
import { makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

const minimumNorms = 'bcss-minimum';
type Listed = Awaited<ReturnType<typeof listFrameworks>>;

/** The framework that a cell names: by its code, or by its title in any language; the minimum norms where it is empty. */
const frameworkNamed = (listed: Listed, text: string): string | undefined => {
  const wanted = normalize(text === '' ? minimumNorms : text);
  return listed.find(({ frameworkId, title }) => normalize(frameworkId) === wanted || languages.some((language) => title[language] !== undefined && normalize(title[language]) === wanted))
    ?.frameworkId;
};

/** An empty cell stands for the minimum norms: where the installation has not even these, the message names them, and not an empty cell. */
const frameworkUnknown = (listed: Listed, { framework, where }: IntakeAnswer) => {
  const choices = [...new Set(listed.map((one) => one.frameworkId))];
  return makeIssue(choices.length > 0 ? 'frameworkUnknown' : 'frameworksMissing', { ...where('framework'), value: framework || minimumNorms, parameters: { choices: choices.join(', ') } });
};

/** The version to answer against: that of the assessment that is there, else the newest that has all of the norms, else the newest. */
const versionFor = async (tx: Tx, listed: Listed, frameworkId: string, used: string | undefined, lines: readonly IntakeAnswer[]): Promise<Framework> => {
  const versions = used === undefined ? listed.filter((one) => one.frameworkId === frameworkId).map((one) => one.frameworkVersion) : [used];
  let newest: Framework | undefined;
  for (const version of versions) {
    const framework = await readFramework(tx, frameworkId, version);
    if (framework && lines.every(({ normId }) => normById(framework, normId))) return framework;
    newest ??= framework;
  }
  if (!newest) throw new Error(`The framework ${frameworkId} has no version`);
  return newest;
};

/**
 * Answers that the questionnaire of their year does not have yet; it is opened where there is none, the oldest year first. A norm that is answered there stays as it
 * is; one that the framework does not know, or that a closed questionnaire would have to take, is an issue on its cell.
 */
export const writeAnswers = async (tx: Tx, organizationId: string, lines: readonly IntakeAnswer[], { today, issues, language }: Writing): Promise<Counts> => {
  const listed = await listFrameworks(tx);
  const resultLabel = (result: string | undefined): string => (result && answersSheet.texts[language].columns['result']?.choices?.[result]) || '';
  const counts: Counts = { created: 0, changed: 0, unchanged: 0 };
  const known = lines.flatMap((line) => {
    const frameworkId = frameworkNamed(listed, line.framework);
    if (frameworkId === undefined) issues.push(frameworkUnknown(listed, line));
    return frameworkId === undefined ? [] : [{ ...line, frameworkId }];
  });
  const groups = [...Map.groupBy(known, ({ frameworkId, year }) => `${year} ${frameworkId}`).values()].toSorted((a, b) => a[0]!.year - b[0]!.year);
  for (const group of groups) {
    const { frameworkId, year } = group[0]!;
    const there = await assessmentOfYear(tx, organizationId, frameworkId, year);
    const framework = await versionFor(tx, listed, frameworkId, there?.frameworkVersion, group);
    const ids = normsOf(framework).map(({ id }) => id);
    const rows: RecordedRow[] = [];
    for (const line of group) {
      const found = normById(framework, line.normId);
      if (!found) {
        const suggestion = nearest(line.normId, ids);
        issues.push(makeIssue('normUnknown', { ...line.where('norm'), parameters: suggestion === undefined ? {} : { suggestion } }));
        continue;
      }
      const row = recordedRow(framework, found.norm, line);
      if ('code' in row) {
        const { column, code, parameters = {} } = row;
        const place = line.where(column);
        issues.push(
          makeIssue(code, {
            ...place,
            parameters: { ...(place.column ? { column: place.column } : {}), ...parameters, ...(code === 'resultDiffers' ? { result: resultLabel(parameters['result']) } : {}) },
          }),
        );
      } else if (there?.rows.get(line.normId)) counts.unchanged += 1;
      else if (there && (there.state !== 'opened' || !there.rows.has(line.normId))) issues.push(makeIssue('assessmentClosed', { ...line.where('norm'), parameters: { year } }));
      else rows.push(row);
    }
    if (rows.length > 0 && issues.length === 0) await recordAnswers(tx, organizationId, today, framework, year, there?.id, rows);
    counts.created += rows.length;
  }
  return counts;
};
