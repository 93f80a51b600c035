import { fail } from '../server/fail.ts';
import { UsageError } from './usage.ts';

// Each command is loaded when it is asked for: help must not wait for the rest.
const commands: Record<string, { run: (args: string[]) => Promise<void>; usage: string; says: string }> = {
  template: { run: async (args) => (await import('./template.ts')).template(args), usage: 'template --lang fr|nl|de|en --out FILE', says: 'writes the intake workbook, empty, with its explanations' },
  import: {
    run: async (args) => (await import('./import.ts')).importWorkbook(args),
    usage: 'import FILE --organization SLUG [--adviser EMAIL] [--confirm-identity] [--lang fr|nl|de|en] [--dry-run]',
    says: 'enters a workbook, all of it or nothing and what to mend; --adviser gives that account the adviser’s role in a new centre; --confirm-identity enters one whose names or numbers differ from the centre’s',
  },
  dossier: {
    run: async (args) => (await import('./dossier.ts')).dossier(args),
    usage: 'dossier --organization SLUG [--lang fr|nl|de] --out DIR',
    says: 'writes the documents of a centre as PDF and Word, with an index and checksums',
  },
  backup: {
    run: async (args) => (await import('./backup.ts')).backup(args),
    usage: 'backup [--verify] FILE [--passphrase-file FILE]',
    says: 'writes the whole database into one file, encrypted with the passphrase of the file or of BEFFROI_BACKUP_PASSPHRASE where there is one, while the server runs or not; with --verify, restores such a file aside and compares every table',
  },
  restore: {
    run: async (args) => (await import('./restore.ts')).restore(args),
    usage: 'restore FILE [--passphrase-file FILE]',
    says: 'fills an empty data directory or database from a backup, whole or not at all',
  },
  organizations: { run: async (args) => (await import('./organizations.ts')).organizations(args), usage: 'organizations', says: 'lists the centres of this database' },
  'audit verify': {
    run: async (args) => (await import('./audit-verify.ts')).auditVerify(args),
    usage: 'audit verify [--anchor FILE] [--heads FILE]',
    says: 'checks every chain of the audit trail, and against heads kept elsewhere',
  },
  'secret rotate': {
    run: async (args) => (await import('./secret.ts')).rotate(args),
    usage: 'secret rotate [--now]',
    says: 'makes a new secret that signs sessions and seals keys, and accepts the former for a day; with --now no longer: everybody signs in again',
  },
  'factors remove': {
    run: async (args) => (await import('./factors.ts')).removeFactors(args),
    usage: 'factors remove --account EMAIL',
    says: 'takes the second factors and recovery codes of an account away, whose owner has lost them all, and ends its sessions; the audit trail says so',
  },
  'norms import': {
    run: async (args) => (await import('./norms.ts')).importNorms(args),
    usage: 'norms import FILE [--id ID] [--version VERSION] [--content-lang fr|nl|de|en] [--dry-run]',
    says: 'keeps the frameworks and mappings of a file (CISO Assistant YAML, OSCAL JSON, or our own XLSX template), all of them or nothing and what to mend; --id and --version stand for those of the file, --content-lang for the language of an OSCAL catalogue',
  },
  'norms list': { run: async (args) => (await import('./norms.ts')).listNorms(args), usage: 'norms list', says: 'lists the frameworks of norms, with their versions, and the mappings between them' },
  'norms template': {
    run: async (args) => (await import('./norms.ts')).normsTemplate(args),
    usage: 'norms template --lang fr|nl|de|en --out FILE',
    says: 'writes the empty workbook of a questionnaire',
  },
  'accounts reconcile': {
    run: async (args) => (await import('./accounts.ts')).reconcileAccounts(args),
    usage: 'accounts reconcile --organization SLUG --resource NAME FILE|--ldap [--names] [--lang fr|nl|de|en]',
    says: 'compares a list of accounts (CSV or XLSX as exported, or the directory that was set for the resource) with the rights, and prints what contradicts, naming people with --names only; the password of a directory is the one kept for it on its page, never an argument; nothing is changed in a directory',
  },
  demo: { run: async (args) => (await import('./demo.ts')).demo(args), usage: 'demo [--centers N] [--serve]', says: 'fills an empty data directory with a fictional pool; with --serve, runs it' },
};

const help = (): string =>
  `Beffroi, the command line. It works on the database of BEFFROI_DATA or DATABASE_URL: give it the environment of the server, which may run meanwhile.\n\n${Object.values(commands)
    .map((command) => `  npm run beffroi -- ${command.usage}\n      ${command.says}`)
    .join('\n')}\n`;

const [first = 'help', ...rest] = process.argv.slice(2);
const ofTwoWords = ['audit', 'secret', 'factors', 'norms', 'accounts'].includes(first);
const name = ofTwoWords ? `${first} ${rest[0] ?? ''}` : first;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
const asksHelp = (word: string): boolean => ['help', '--help', '-h'].includes(word);
if (command && rest.some(asksHelp)) {
  process.stdout.write(`npm run beffroi -- ${command.usage}\n    ${command.says}\n`);
  process.exit(0);
}
if (!command) {
  const asked = asksHelp(first);
  (asked ? process.stdout : process.stderr).write(asked ? help() : `There is no command "${name.trim()}".\n\n${help()}`);
  process.exit(asked ? 0 : 2);
}
try {
  await command.run(ofTwoWords ? rest.slice(1) : rest);
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nUsage: npm run beffroi -- ${command.usage}\n`);
    process.exit(2);
  }
  fail(error);
}
