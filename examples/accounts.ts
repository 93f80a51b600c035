/**
 * Writes four account lists of the fictional centre of valombre.xlsx, as its administrators would export them, with what is usually wrong in such
 * lists: ad-valombre.csv (Active Directory, Latin-1, semicolons, a title), microsoft365-valombre.csv (UTF-8), application-valombre.xlsx (in Dutch),
 * logiciel-social-valombre.csv (Latin-1, tabs, headings and words of its own, names as each typed them).
 */
import { writeFileSync } from 'node:fs';
import { writeWorkbook } from '../src/server/spreadsheet/write.ts';
import { employees, type Employee } from './people.ts';

const day = '2026-11-20';
const isHere = ({ end }: Employee): boolean => end === undefined || end >= day;
/** The people of the centre on the day of the lists, and those who had left. */
export const here: readonly Employee[] = employees.filter(isHere);
export const gone: readonly Employee[] = employees.filter((one) => !isHere(one));

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
/** How somebody is known in the domain. */
export const loginOf = ({ firstName, lastName }: Employee): string => `${plain(firstName).slice(0, 1)}${plain(lastName)}`;
export const addressOf = ({ firstName, lastName }: Employee): string => `${plain(firstName)}.${plain(lastName)}@cpas-valombre.example`;

const ghost = { firstName: 'Ignace', lastName: 'Volvert' };
/** What is wrong in each list: the finding, and the account (of a right without one, the last name). `unforeseen` holds an account, and no right. */
export const planted = {
  ad: { unforeseen: here[3]!, unused: here[4]!, disabled: here[5]!, missing: here[6]!, ghost },
  microsoft365: { unforeseen: here[7]!, missing: here[8]!, ghost },
  application: { administrator: here[0]!, missing: here[9]!, unused: here[2]!, ghost },
  social: {
    administrator: here[8]!,
    unforeseen: here[14]!,
    unused: here[6]!,
    missing: here[10]!,
    ghost,
    /** Whose names leave a doubt: an initial alone, a sign left out. */ initial: here[4]!,
    close: here[5]!,
  },
};
/** Who works with the social software. */
export const socialUsers: readonly Employee[] = here.filter(({ service }) => service === 'Service social' || service === 'Médiation de dettes');
/** How somebody is known there. */
export const socialCodeOf = (one: Employee): string => `ags${String(employees.indexOf(one) + 101)}`;

/** The list of the domain. */
export const activeDirectory = (): Buffer => {
  const { unused, disabled, missing } = planted.ad;
  const row = (one: { firstName: string; lastName: string }, login: string, enabled: boolean, last: string): string => [login, one.firstName, one.lastName, enabled ? 'True' : 'False', last].join(';');
  const lines = [
    ...here.filter((one) => one !== missing).map((one) => row(one, loginOf(one), one !== disabled, one === unused ? '12/03/2026 9:14:02' : '19/11/2026 8:02:11')),
    ...gone.slice(0, 1).map((one) => row(one, loginOf(one), true, '18/11/2026 16:40:00')),
    row(ghost, 'ivolvert', true, '17/11/2026 7:58:30'),
    'accueil;;;True;19/11/2026 8:00:00',
  ];
  return Buffer.from(['Comptes du domaine VALOMBRE, le 20/11/2026', '', 'SamAccountName;GivenName;Surname;Enabled;LastLogonDate', ...lines, ''].join('\r\n'), 'latin1');
};

/** The list of the mailboxes. */
export const microsoft365 = (): Buffer => {
  const quoted = (...cells: string[]): string => cells.map((cell) => `"${cell}"`).join(',');
  const lines = [
    ...here.filter((one) => one !== planted.microsoft365.missing).map((one) => quoted(`${one.firstName} ${one.lastName}`, addressOf(one), 'False')),
    quoted(`${ghost.firstName} ${ghost.lastName}`, 'ignace.volvert@cpas-valombre.example', 'False'),
  ];
  return Buffer.from(['Display name,User principal name,Block credential', ...lines, ''].join('\r\n'));
};

/** The list of an application: the first ten people use it. */
export const application = async (): Promise<Uint8Array> => {
  const { administrator, missing, unused } = planted.application;
  const users = here.slice(0, 10).filter((one) => one !== missing);
  return writeWorkbook([
    {
      name: 'Gebruikers',
      columns: [{ width: 20 }, { width: 18 }, { width: 18 }, { width: 16 }, { width: 20 }],
      rows: [
        ['Lijst van de gebruikers'],
        [],
        ['Gebruikersnaam', 'Voornaam', 'Achternaam', 'Rol', 'Laatste aanmelding'],
        ...users.map((one) => [loginOf(one), one.firstName, one.lastName, one === administrator ? 'Beheerder' : 'Raadplegen', one === unused ? 'nooit' : '19/11/2026']),
        ['ivolvert', ghost.firstName, ghost.lastName, 'Raadplegen', '18/11/2026'],
      ],
    },
  ]);
};

/** The list of the social software: its columns and one of its words are its own. */
export const socialSoftware = (): Buffer => {
  const { administrator, unused, missing, initial, close } = planted.social;
  const nameOf = (one: Employee): string => {
    const last = one.lastName.toUpperCase();
    if (one === initial) return `${last} ${one.firstName.slice(0, 1)}.`;
    return `${one === close ? last.replace('GE', 'G') : last} ${one.firstName}`;
  };
  const row = (code: string, name: string, right: string, last: string): string => [code, name, right, last].join('\t');
  const lines = [
    ...socialUsers.filter((one) => one !== missing).map((one) => row(socialCodeOf(one), nameOf(one), one === administrator ? 'Superviseur' : 'Encodage', one === unused ? '02/03/2026' : '19/11/2026')),
    ...gone.slice(0, 1).map((one) => row(socialCodeOf(one), nameOf(one), 'Encodage', '18/11/2026')),
    row('ags199', `${ghost.lastName.toUpperCase()} ${ghost.firstName}`, 'Consultation', '17/11/2026'),
    row('stage1', '', 'Consultation', '16/11/2026'),
  ];
  return Buffer.from(['Intervenants, édition du 20/11/2026', '', 'Code agent\tIntervenant\tAccès ouvert\tVu le', ...lines, ''].join('\r\n'), 'latin1');
};

if (import.meta.main) {
  writeFileSync(new URL('ad-valombre.csv', import.meta.url), activeDirectory());
  writeFileSync(new URL('microsoft365-valombre.csv', import.meta.url), microsoft365());
  writeFileSync(new URL('application-valombre.xlsx', import.meta.url), await application());
  writeFileSync(new URL('logiciel-social-valombre.csv', import.meta.url), socialSoftware());
}
