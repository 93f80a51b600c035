import type { Language } from '../../kernel/language.ts';
import { isCiso, readCiso } from './import-ciso.ts';
import { isOscal, readOscal } from './import-oscal.ts';
import { isObject, makeReport, type Path, type Reading } from './import.ts';

/** Reads what a text file held, of whichever kind it is; `language` is that of a catalogue, which does not say its own. */
export const readTree = (value: unknown, lineOf: (path: Path) => number | undefined, language: Language): Reading => {
  const report = makeReport(lineOf);
  if (isOscal(value)) {
    const framework = readOscal(value, language, report);
    return { format: 'oscal', frameworks: framework ? [framework] : [], mappings: [], ...report.ended() };
  }
  if (isCiso(value)) {
    const { frameworks, mappings } = readCiso(value, report);
    return { format: 'ciso', frameworks, mappings, ...report.ended() };
  }
  report.fault([], 'unknownFormat', isObject(value) ? Object.keys(value).slice(0, 5).join(', ') : undefined);
  return { format: 'ciso', frameworks: [], mappings: [], ...report.ended() };
};
