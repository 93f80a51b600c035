import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { SheetLibrary } from '../sheet.ts';

let read: SheetLibrary | undefined;
/** The texts of the sheets on the wall, read once. Throws ZodError where the file says something else than it may. */
export const sheetLibrary = (): SheetLibrary => (read ??= SheetLibrary.parse(parse(readFileSync(new URL('../../../../library/premises/sheets.yaml', import.meta.url), 'utf8'))));
