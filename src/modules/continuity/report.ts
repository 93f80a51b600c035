import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { runResults, type RunResult } from './backup.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const Words = z.array(text(200)).max(60);

/** How a report is known and read: plain words, compared without capitals or accents. */
export const ReportRuleInput = z
  .strictObject({ planId: z.uuid(), sender: text(200), subject: text(200).optional(), goodWords: Words, warningWords: Words.default([]), failedWords: Words.default([]) })
  .refine((rule) => rule.goodWords.length + rule.failedWords.length > 0, { message: 'required', path: ['goodWords'] })
  .meta({ id: 'BackupReportRuleData', example: { planId: '01990000-0000-7000-8000-000000000001', sender: 'backup@cpas.example', goodWords: ['geslaagd'], failedWords: ['mislukt'] } });
export type ReportRule = z.infer<typeof ReportRuleInput>;

/** A report as it is pasted: from whom, its subject, its text. */
export const PastedReport = z
  .strictObject({ from: text(200), subject: text(300), text: z.string().max(100_000).default('') })
  .meta({ id: 'BackupReportPasted', example: { from: 'nas@cpas.example', subject: 'Back-uptaak geslaagd', text: '' } });

/** To which backup a report belongs, and how the run ended; the next ones are then read by a rule. */
export const SortedReport = z
  .strictObject({ planId: z.uuid(), result: z.enum(runResults), rule: z.boolean().default(true) })
  .meta({ id: 'BackupReportSorted', example: { planId: '01990000-0000-7000-8000-000000000001', result: 'good' } });

/** What a program says of a run that has ended; without a moment, now. */
export const ProgramReport = z
  .strictObject({
    result: z.enum(runResults),
    at: Instant.optional(),
    minutes: z.int().min(0).max(20_000).optional(),
    megabytes: z.int().min(0).max(2_000_000_000).optional(),
    note: text(1000).optional(),
  })
  .meta({ id: 'BackupProgramReport', example: { result: 'good', minutes: 42, megabytes: 41_000 } });

const listed = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(', '));

/** Words with which Windows Server Backup, Veeam, Synology and their like say how a run ended, in the languages of the country. */
export const usualWords: Record<RunResult, readonly string[]> = {
  failed: listed(
    'failed, failure, error:, [error], with errors, unsuccessful, not successful, not completed, incomplete, cancelled, canceled, aborted',
    "echec, echoue, avec des erreurs, sans succes, interrompue, a ete annulee, n'a pas pu",
    'mislukt, niet voltooid, niet geslaagd, niet gelukt, met fouten, onvolledig, geannuleerd, afgebroken, [fout]',
    'fehlgeschlagen, gescheitert, fehler aufgetreten, fehler beim, mit fehlern, erfolglos, ohne erfolg, nicht erfolgreich, nicht abgeschlossen, abgebrochen, [fehler]',
  ),
  warning: listed('warning, avertissement, waarschuwing, warnung', 'partially, partiellement, gedeeltelijk, teilweise'),
  good: listed('success, successfully, succeeded, completed', 'succes, reussi, terminee avec succes, est terminee', 'geslaagd, voltooid, is voltooid, gelukt', 'erfolgreich, erfolg, abgeschlossen'),
};

const plain = (value: string): string =>
  value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ');

/** What names a fault in order to say that there was none, `0 errors`, `Warning 0`, `geen fouten`, `keine Fehler aufgetreten`, or to head a column, `Success Warning Failed`, `FAILED Extras`. */
const faultWords = '(?:failed|failures?|errors?|warnings?|echecs?|erreurs?|avertissements?|fouten|fout|mislukte?|waarschuwing(?:en)?|fehlern?|fehlgeschlagen|warnung(?:en)?)';
const harmless = new RegExp(
  [
    `(?:^|[,;:(] ?)0 (?:failed|fehlgeschlagen|mislukte?)(?![\\w-])`,
    `\\b(?:0(?! (?:failed|fehlgeschlagen|mislukt))|no|without(?: any)?|aucune?|pas d'|sans|geen|zonder|keinen?|ohne) ?${faultWords}(?: aufgetreten)?(?![\\w-])`,
    `\\b0 (?:files?|items?|objects?|folders?|fichiers?|elements?|bestanden|dateien|objekte) (?:en |in )?${faultWords}(?![\\w-])`,
    `\\b${faultWords}(?: code)?:? 0(?![\\w.,])`,
    `\\b(?:success(?:ful)?|succeeded|ok|succes|reussis?|geslaagd|erfolg(?:reich)?)[ |;]+(?:${faultWords}[ |;]+)?${faultWords}(?![\\w:-])`,
    `\\b${faultWords} extras?\\b`,
  ].join('|'),
  'g',
);

const holds = (haystack: string, words: readonly string[]): boolean => words.some((word) => haystack.includes(plain(word)));

/** What says that a word of success is not meant: `not successful`, `n'a pas réussi`, `nicht vollständig abgeschlossen`. */
const denied = /(?:\b(?:not|no|unable to|without|niet|geen|zonder|nicht|kein\w*|ohne|pas|sans|aucune?)|n't)(?: [\w'-]+){0,2} ?$/;

type Report = { from: string; subject: string; text: string };
/** Whether the sender is the one of the rule: an address is that address and none that only holds it; anything else is a part of what stands there. */
const sentBy = (from: string, sender: string): boolean => (sender.includes('@') ? from.split(/[\s<>,;"]+/).includes(sender) : from.includes(sender));

/** Whether a rule knows the report: by its sender, and by its subject where the rule names one. */
export const knows = (rule: Pick<ReportRule, 'sender'> & { subject?: string | null | undefined }, report: Report): boolean =>
  sentBy(plain(report.from), plain(rule.sender)) && (!rule.subject || plain(report.subject).includes(plain(rule.subject)));

const withoutFigures = (value: string): string => value.replace(/\d[\d./:-]*/g, ' ').replace(/\s+/g, ' ');
type RuleWords = Pick<ReportRule, 'goodWords' | 'warningWords' | 'failedWords'>;
/** A text as it is compared, without what names no fault; a rule made from a subject knows it without its figures too. */
const comparable = (text: string): string => {
  const whole = plain(text).replace(harmless, ' ');
  return `${whole} ${withoutFigures(whole)}`;
};
const saidBy = (rule: RuleWords, text: string): RunResult | undefined => {
  const said = comparable(text);
  if (holds(said, rule.failedWords)) return 'failed';
  if (holds(said, rule.warningWords)) return 'warning';
  const meant = (word: string): boolean => {
    const at = said.indexOf(plain(word));
    return at >= 0 && !denied.test(said.slice(Math.max(0, at - 60), at));
  };
  return rule.goodWords.some(meant) ? 'good' : undefined;
};

/**
 * How the run ended by a rule's words, the gravest first: "not completed" holds "completed". What the subject says counts before the text, where programs
 * also list the runs of other days; a success whose text speaks of a failure is a warning, since a script may say "OK" whatever happened, and somebody
 * looks. Undefined where none of the words stands there.
 */
export const resultBy = (rule: RuleWords, { subject, text }: Report): RunResult | undefined => {
  const said = saidBy(rule, subject);
  return said === 'good' && saidBy(rule, text) === 'failed' ? 'warning' : (said ?? saidBy(rule, text));
};

/** What a run that is not good is noted with: the subject, or the line of the text that speaks against it. */
export const reasonBy = (rule: RuleWords, { subject, text }: Report): string =>
  (saidBy(rule, subject) === 'good' &&
    text
      .split('\n')
      .find((line) => saidBy(rule, line) === 'failed')
      ?.trim()) ||
  subject;

/** The usual words as a rule has them. */
export const usualRule = () => ({ goodWords: [...usualWords.good], warningWords: [...usualWords.warning], failedWords: [...usualWords.failed] });

/** The address in a sender (`Veeam <veeam@…>`), else the sender itself. */
export const addressOf = (from: string): string => /<([^<>]+)>/.exec(from)?.[1]?.trim() ?? from.trim();

/** The rule that a person's answer makes: the sender, the subject without figures, and the usual words, so that the opposite is known too. Undefined where nothing names the next. */
export const ruleFrom = (planId: string, report: Report, result: RunResult): ReportRule | undefined => {
  const rule = { planId, sender: addressOf(report.from).slice(0, 200), ...usualRule() };
  if (resultBy(rule, report) === result) return rule;
  // The subject says so, and the text speaks of a failure: what it always says means nothing in this program.
  if (saidBy(rule, report.subject) === result) return { ...rule, failedWords: rule.failedWords.filter((word) => !holds(comparable(report.text), [word])) };
  // Its own words where the usual ones say nothing, or something else: its subject without figures.
  const own = withoutFigures(report.subject).trim().slice(0, 200);
  // Nothing to know the next one by: it waits for somebody again.
  if (own === '') return undefined;
  const wordsOf = { good: 'goodWords', warning: 'warningWords', failed: 'failedWords' } as const;
  // The words that said something else are wrong for this program; the others still tell the opposite.
  const said = resultBy(rule, report);
  return { ...rule, ...(said ? { [wordsOf[said]]: [] } : {}), [wordsOf[result]]: [...rule[wordsOf[result]], own] };
};
