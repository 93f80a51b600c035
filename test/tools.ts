import { existsSync, globSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What some tests need beside the npm packages, by the name of the group of tests that is left out without it. */
export const toolGroups = [
  { tests: 'the tests on a PostgreSQL of the system', present: () => systemPostgres() !== undefined, packages: ['postgresql'] },
  { tests: 'the pages in a browser (test/e2e)', present: () => program('chromium') !== undefined, packages: ['chromium'] },
  { tests: 'documents opened by LibreOffice', present: () => program('soffice') !== undefined, packages: ['libreoffice-writer', 'libreoffice-calc'] },
  { tests: 'documents read by poppler (pdftotext, pdfinfo)', present: () => program('pdftotext') !== undefined, packages: ['poppler-utils'] },
  { tests: 'mail through a real mail server (exim)', present: () => mailPrograms() !== undefined, packages: ['exim4-daemon-light', 'openssl'] },
  { tests: 'account lists from a directory (OpenLDAP)', present: () => directoryPrograms() !== undefined, packages: ['slapd', 'openssl'] },
  { tests: 'mails read from a mailbox (Dovecot)', present: () => mailboxPrograms() !== undefined, packages: ['dovecot-imapd', 'openssl'] },
  { tests: 'two nodes behind a proxy (test/faults/nodes)', present: () => nginx() !== undefined, packages: ['nginx-light'] },
  { tests: 'clocks that differ or jump (test/faults)', present: () => fakeTime() !== undefined, packages: ['libfaketime'] },
] as const;

/** The path of a program on PATH, or undefined. */
export const program = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** The mail server of Debian, which stands outside of PATH for most accounts, and what makes its certificate; undefined where one is absent. */
export const mailPrograms = (): { exim: string; openssl: string } | undefined => {
  const exim = '/usr/sbin/exim4';
  const openssl = program('openssl');
  return openssl && existsSync(exim) ? { exim, openssl } : undefined;
};

/** The directory of Debian, which stands outside of PATH for most accounts, and what makes its certificate; undefined where one is absent. */
export const directoryPrograms = (): { slapd: string; openssl: string } | undefined => {
  const slapd = '/usr/sbin/slapd';
  const openssl = program('openssl');
  return openssl && existsSync(slapd) ? { slapd, openssl } : undefined;
};

/** The IMAP server of Debian, which stands outside of PATH for most accounts, and what makes its certificate; undefined where one is absent. */
export const mailboxPrograms = (): { dovecot: string; openssl: string } | undefined => {
  const dovecot = '/usr/sbin/dovecot';
  const openssl = program('openssl');
  return openssl && existsSync(dovecot) && existsSync('/usr/lib/dovecot/imap') ? { dovecot, openssl } : undefined;
};

/** nginx, which Debian places outside of PATH for most accounts; undefined where there is none. */
export const nginx = (): string | undefined => program('nginx') ?? ['/usr/sbin/nginx'].find((path) => existsSync(path));

/** The library that gives a process (LD_PRELOAD) a clock of its own, as Debian places it; undefined where there is none. */
export const fakeTime = (): string | undefined => globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')[0];

/** The folder of the programs of the system's newest PostgreSQL, 15 or later, as Debian places them; undefined where there is none. */
export const systemPostgres = (): string | undefined => {
  const root = '/usr/lib/postgresql';
  const majors = existsSync(root) ? readdirSync(root).map(Number) : [];
  const newest = majors.filter((major) => major >= 15 && existsSync(join(root, String(major), 'bin/initdb'))).toSorted((a, b) => b - a)[0];
  return newest === undefined ? undefined : join(root, String(newest), 'bin');
};
