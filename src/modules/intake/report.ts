import type { Language } from '../../kernel/language.ts';
import { intakeTexts } from './texts.ts';

/** Counts of one register: what the workbook adds, what it changes, what was so already. */
export type Counts = { created: number; changed: number; unchanged: number };
export type IntakeReport = { organization: 'created' | 'changed' | 'unchanged'; services: Counts; people: Counts; contracts: Counts; mandates: Counts };

/** The report of an intake in words, a line a register. */
export const reportLines = (report: IntakeReport, language: Language): string[] => {
  const texts = intakeTexts[language].report;
  const registers = ['services', 'people', 'contracts', 'mandates'] as const;
  return [
    texts.organization[report.organization],
    ...registers.map((register) =>
      texts.counts
        .replace('{{register}}', texts[register])
        .replace('{{created}}', String(report[register].created))
        .replace('{{changed}}', String(report[register].changed))
        .replace('{{unchanged}}', String(report[register].unchanged)),
    ),
  ];
};

/** Why a file could not be read as a workbook, and what to do; `code` is one of the reader's. */
export const describeFileError = (code: string, language: Language): string => intakeTexts[language].file[code as keyof (typeof intakeTexts)['fr']['file']] ?? code;
