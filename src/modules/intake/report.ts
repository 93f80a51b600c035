import type { Language } from '../../kernel/language.ts';
import { fill } from './issue.ts';
import { columnTexts } from './sheet.ts';
import { type FurtherKey, furtherKeys, intakeSheets } from './sheets.ts';
import type { IdentityChange } from './identity.ts';
import { intakeTexts } from './texts.ts';

/** Counts of one register: what the workbook adds, what it changes, what was so already. */
export type Counts = { created: number; changed: number; unchanged: number };
export type IntakeReport = {
  organization: 'created' | 'changed' | 'unchanged';
  /** In what the workbook contradicts the centre; entering it then wants a confirmation. */
  identity: IdentityChange[];
  services: Counts;
  people: Counts;
  contracts: Counts;
  mandates: Counts;
} & Record<FurtherKey, Counts>;

/** The registers that a workbook fills, in the order of its sheets. */
export const countedRegisters = ['services', 'people', 'contracts', 'mandates', ...furtherKeys] as const;

/** What a register is called: the name of its sheet. */
export const registerName = (register: (typeof countedRegisters)[number], language: Language): string => intakeSheets[register].texts[language].name;

/** The report of an intake in words, a line a register; with `dryRun`, in the conditional, for nothing was written. */
export const reportLines = (report: IntakeReport, language: Language, dryRun: boolean): string[] => {
  const texts = intakeTexts[language].report;
  const words = dryRun ? texts.dryRun : texts;
  return [
    words.organization[report.organization],
    ...report.identity.map(({ field, from, to }) => fill(texts.identity, { column: columnTexts(intakeSheets.centre, field, language).label, from, to })),
    ...countedRegisters.map((register) => fill(words.counts, { register: registerName(register, language), ...report[register] })),
    ...(dryRun ? [texts.dryRun.nothing] : []),
  ];
};

/** Why a file could not be read as a workbook, and what to do; `code` is one of the reader's. */
export const describeFileError = (code: string, language: Language): string => intakeTexts[language].file[code as keyof (typeof intakeTexts)['fr']['file']] ?? code;
