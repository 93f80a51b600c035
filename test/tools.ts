import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What some tests need beside the npm packages, by the name of the group of tests that is left out without it. */
export const toolGroups = [
  { tests: 'the tests on a PostgreSQL of the system', present: () => systemPostgres() !== undefined, packages: ['postgresql'] },
  { tests: 'the pages in a browser (test/e2e)', present: () => program('chromium') !== undefined, packages: ['chromium'] },
  { tests: 'documents opened by LibreOffice', present: () => program('soffice') !== undefined, packages: ['libreoffice-writer', 'libreoffice-calc'] },
  { tests: 'documents read by poppler (pdftotext, pdfinfo)', present: () => program('pdftotext') !== undefined, packages: ['poppler-utils'] },
] as const;

/** The path of a program on PATH, or undefined. */
export const program = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** The folder of the programs of the system's newest PostgreSQL, 15 or later, as Debian places them; undefined where there is none. */
export const systemPostgres = (): string | undefined => {
  const root = '/usr/lib/postgresql';
  const majors = existsSync(root) ? readdirSync(root).map(Number) : [];
  const newest = majors.filter((major) => major >= 15 && existsSync(join(root, String(major), 'bin/initdb'))).toSorted((a, b) => b - a)[0];
  return newest === undefined ? undefined : join(root, String(newest), 'bin');
};
