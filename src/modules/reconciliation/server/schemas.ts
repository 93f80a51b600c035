import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { faultCodes, fields, levels } from '../account.ts';
import { encodings, separators } from '../decode.ts';
import { closeReasons, findingStates } from '../finding.ts';
import { findingKinds } from '../findings.ts';
import { doubts, matchKinds } from '../match.ts';
import { directoryFaults, directorySecurities, rhythms } from '../source.ts';
import { dateFormats } from '../values.ts';
import { Page, pageQuery } from '../../../server/http/reply.ts';

const record = { id: z.uuid(), version: z.int(), href: z.string(), can: z.record(z.string(), z.boolean()) };
const level = z.enum(levels);

export const RunCounts = z
  .object({ accounts: z.int(), matched: z.int(), asked: z.int(), technical: z.int(), faults: z.int(), found: z.int(), gone: z.int(), open: z.int() })
  .meta({ id: 'ReconciliationCounts' });

const source = z.object({
  ...record,
  name: z.string(),
  kind: z.string(),
  accountSource: z.string(),
  identifierFormat: z.string().optional(),
  ranOn: CivilDate.optional().describe('The day of the last list'),
  source: z.enum(['file', 'ldap']).optional(),
  runId: z.uuid().optional(),
  counts: RunCounts.optional(),
  open: z.int().describe('Findings that are neither closed nor a step'),
  asked: z.int().describe('Accounts of which somebody has still to say whose they are'),
  kinds: z.partialRecord(z.enum(findingKinds), z.int()),
  every: z.enum(rhythms).optional(),
  nextOn: CivilDate.optional(),
  fault: z.enum(directoryFaults).optional().describe('Why the directory could not be read the last time'),
  faultOn: CivilDate.optional(),
});
export const AccountList = source
  .extend({
    kept: z.boolean().describe('Whether the accounts of the last list are still here'),
    columns: z.array(z.object({ heading: z.string(), field: z.enum(fields) })),
    levels: z.array(z.object({ word: z.string(), level })),
    words: z.array(z.string()).describe('Rights of the last list whose level nobody has said'),
    directory: z
      .object({
        host: z.string(),
        port: z.int(),
        security: z.enum(directorySecurities),
        authority: z.string().optional(),
        bindDn: z.string(),
        baseDn: z.string(),
        filter: z.string().optional(),
        every: z.enum(rhythms).optional(),
        hasPassword: z.boolean(),
      })
      .optional(),
  })
  .meta({ id: 'AccountList' });
const AccountListLine = source.meta({ id: 'AccountListLine' });
export const AccountLists = Page(AccountListLine).meta({ id: 'AccountLists' });
export const listsQuery = z.strictObject({ ...pageQuery(['name', 'ranOn', 'open']), all: z.enum(['true', 'false']).default('false').describe('Also resources of which no list is expected') });

const format = z.object({
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  sheet: z.string().optional(),
  titleLines: z.int().optional(),
  heading: z.int().optional(),
  columns: z.array(z.object({ heading: z.string(), field: z.enum(fields) })).optional(),
  dates: z.enum(dateFormats).optional(),
  words: z.array(z.string()).optional(),
});
const run = z.object({
  ...record,
  resourceId: z.uuid(),
  resource: z.string(),
  ranAt: z.string(),
  ranOn: CivilDate,
  source: z.enum(['file', 'ldap']),
  fileName: z.string().optional(),
  format,
  counts: RunCounts,
  kept: z.boolean(),
});
export const Run = run
  .extend({ faults: z.array(z.object({ line: z.int(), code: z.enum(faultCodes), text: z.string().optional(), column: z.string().optional(), kept: z.boolean().optional() })) })
  .meta({ id: 'Reconciliation' });
export const Runs = Page(run.meta({ id: 'ReconciliationLine' })).meta({ id: 'Reconciliations' });
export const runsQuery = z.strictObject({ ...pageQuery(['ranAt']), resourceId: z.uuid().toLowerCase().optional() });

export const AccountFinding = z
  .object({
    ...record,
    resourceId: z.uuid(),
    resource: z.string(),
    kind: z.enum(findingKinds),
    account: z.string().optional(),
    label: z.string().optional(),
    personId: z.uuid().optional(),
    person: z.string().optional(),
    grantId: z.uuid().optional(),
    level: level.optional(),
    day: CivilDate.optional().describe('The last day of the person in the centre, or of the last sign-in'),
    days: z.int().optional().describe('For how many days the person has been gone, or the account was not used'),
    foundOn: CivilDate,
    foundBy: z.uuid(),
    state: z.enum(findingStates),
    reason: z.enum(closeReasons).optional(),
    note: z.string().optional(),
    closedOn: CivilDate.optional(),
    goneOn: CivilDate.optional(),
  })
  .meta({ id: 'AccountFinding' });
export const AccountFindings = Page(AccountFinding).meta({ id: 'AccountFindings' });
const findingFilters = { resourceId: z.uuid().toLowerCase().optional(), kind: z.enum(findingKinds).optional(), state: z.enum([...findingStates, 'gone']).optional() };
const findingSorts = ['kind', 'account', 'person', 'foundOn', 'resource'] as const;
export const findingsQuery = z.strictObject({ ...pageQuery(findingSorts), ...findingFilters });
export const findingsExport = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(findingSorts).sort, ...findingFilters });

export const AccountMatch = z
  .object({
    ...record,
    resourceId: z.uuid(),
    account: z.string(),
    label: z.string().optional(),
    kind: z.enum(matchKinds),
    personId: z.uuid().optional(),
    person: z.string().optional(),
    why: z.enum(doubts).optional(),
    answeredOn: CivilDate.optional(),
  })
  .meta({ id: 'AccountMatch' });
export const AccountMatches = Page(AccountMatch).meta({ id: 'AccountMatches' });
export const matchesQuery = z.strictObject({ ...pageQuery(['account']), resourceId: z.uuid().toLowerCase().optional(), kind: z.enum(matchKinds).optional() });
