import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { rules } from '../../../kernel/rules.ts';
import { json, type Tables, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Account, Fault } from '../account.ts';
import { identifierOf } from '../account.ts';
import type { Finding, Kept, Presence } from '../findings.ts';
import type { Borne, Match, Person, Remembered } from '../match.ts';
import type { Counts, ListFormat } from '../run.ts';
import type { DirectoryFault } from '../source.ts';
import './tables.ts';

/** The source of a resource, made where there is none, and held until the transaction ends: comparisons of one resource follow one another. */
export const holdSource = async (tx: Tx, organizationId: string, resourceId: string) => {
  await tx
    .insertInto('accountSource')
    .values({ organizationId, id: newId(), resourceId, columns: json([]) as never, levels: json([]) as never })
    .onConflict((conflict) => conflict.columns(['organizationId', 'resourceId']).doNothing())
    .execute();
  return tx.selectFrom('accountSource').selectAll().where('organizationId', '=', organizationId).where('resourceId', '=', resourceId).forUpdate().executeTakeFirstOrThrow();
};

export const findSource = async (tx: Tx, organizationId: string, resourceId: string) =>
  tx.selectFrom('accountSource').selectAll().where('organizationId', '=', organizationId).where('resourceId', '=', resourceId).executeTakeFirst();

const pack = promisify(zstdCompress);
const unpack = promisify(zstdDecompress);
/** The accounts of a list as they are kept. */
const packed = (accounts: readonly Account[]): Promise<Buffer> => pack(JSON.stringify(accounts));

/** The accounts of a list, where they are kept still. */
export const keptAccounts = async (tx: Tx, organizationId: string, id: string): Promise<Account[] | undefined> => {
  const kept = await tx.selectFrom('reconciliation').select('accounts').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();
  return kept?.accounts ? (JSON.parse(String(await unpack(kept.accounts))) as Account[]) : undefined;
};

/** The last list of a resource. */
export const lastRun = async (tx: Tx, organizationId: string, resourceId: string) =>
  tx
    .selectFrom('reconciliation')
    .select(['id', 'contentHash'])
    .where('organizationId', '=', organizationId)
    .where('resourceId', '=', resourceId)
    .orderBy('ranAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

export type NewRun = {
  source: 'file' | 'ldap';
  fileName: string | undefined;
  contentHash: string;
  format: ListFormat;
  faults: readonly Fault[];
  accounts: readonly Account[];
  ranAt: Date;
  ranOn: CivilDate;
};
const nothing: Counts = { accounts: 0, matched: 0, asked: 0, technical: 0, faults: 0, found: 0, gone: 0, open: 0 };
/** Faults beyond these are counted, and not kept one by one. */
const keptFaults = 1000;

export const insertRun = async (tx: Tx, organizationId: string, resourceId: string, run: NewRun): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('reconciliation')
    .values({
      organizationId,
      id,
      resourceId,
      ranAt: run.ranAt,
      ranOn: run.ranOn,
      source: run.source,
      fileName: run.fileName ?? null,
      contentHash: run.contentHash,
      format: json(run.format) as never,
      counts: json({ ...nothing, accounts: run.accounts.length, faults: run.faults.length }) as never,
      faults: json(run.faults.slice(0, keptFaults)) as never,
      accounts: await packed(run.accounts),
    })
    .execute();
  return id;
};

/** The accounts of a resource's lists before the last two go: what they said stands in the findings. */
export const forgetAccounts = async (tx: Tx, organizationId: string, resourceId: string): Promise<void> => {
  await sql`UPDATE reconciliation SET accounts = NULL, faults = '[]' WHERE organization_id = ${organizationId} AND resource_id = ${resourceId} AND accounts IS NOT NULL
    AND id NOT IN (SELECT id FROM reconciliation WHERE organization_id = ${organizationId} AND resource_id = ${resourceId} ORDER BY ran_at DESC, id DESC LIMIT 2)`.execute(tx);
};

/** Everybody an account may be of, with since when they are gone: in one statement. */
export const everybody = async (tx: Tx, organizationId: string, today: CivilDate): Promise<{ people: Person[]; presence: Map<string, Presence> }> => {
  const { rows } = await sql<Person & { here: boolean | null; suspended: boolean | null; goneOn: CivilDate | null; comesOn: CivilDate | null }>`
    WITH ties AS (
      SELECT person_id, start, "end", EXISTS (SELECT FROM jsonb_array_elements(suspensions) s WHERE (s ->> 'start')::date <= ${today} AND (s ->> 'end' IS NULL OR (s ->> 'end')::date >= ${today})) AS suspended
        FROM contract WHERE organization_id = ${organizationId}
      UNION ALL SELECT person_id, start, "end", false FROM mandate WHERE organization_id = ${organizationId}
      UNION ALL SELECT person_id, start, "end", false FROM supplier_person WHERE organization_id = ${organizationId}
    ), told AS (
      SELECT person_id, bool_or(start <= ${today} AND ("end" IS NULL OR "end" >= ${today})) AS here, bool_or(suspended AND start <= ${today} AND ("end" IS NULL OR "end" >= ${today})) AS suspended,
        max("end") FILTER (WHERE "end" < ${today}) AS gone_on, min(start) FILTER (WHERE start > ${today}) AS comes_on FROM ties GROUP BY person_id
    )
    SELECT p.id, p.first_name, p.last_name, p.email, p.reference, t.here, t.suspended, t.gone_on, t.comes_on FROM person p LEFT JOIN told t ON t.person_id = p.id
    WHERE p.organization_id = ${organizationId} AND p.erased_on IS NULL ORDER BY p.id`.execute(tx);
  const presence = new Map<string, Presence>();
  for (const { id, here, suspended, goneOn, comesOn } of rows) presence.set(id, here ? (suspended ? { suspended } : {}) : { ...(goneOn ? { goneOn } : {}), ...(comesOn ? { comesOn } : {}) });
  return { people: rows, presence };
};

/** Identifiers that rights in force bear, on this resource and on the others. */
export const borneAccounts = async (tx: Tx, organizationId: string, resourceId: string, today: CivilDate): Promise<Borne[]> => {
  const { rows } = await sql<Borne>`
    SELECT DISTINCT person_id, account, resource_id = ${resourceId} AS here FROM access_grant
    WHERE organization_id = ${organizationId} AND account IS NOT NULL AND refused_on IS NULL AND (start <= ${today} OR resource_id = ${resourceId})`.execute(tx);
  return rows;
};

export const remembered = async (tx: Tx, organizationId: string, resourceId: string): Promise<Remembered[]> =>
  tx.selectFrom('accountMatch').select(['account', 'kind', 'personId']).where('organizationId', '=', organizationId).where('resourceId', '=', resourceId).execute();

/** Keeps what is uncertain as questions, and takes away those that nobody needs to answer any more. */
export const keepQuestions = async (tx: Tx, organizationId: string, resourceId: string, asked: readonly { account: Account; match: Match & { kind: 'asked' } }[]): Promise<void> => {
  const rows = asked.map(({ account, match }) => ({ id: newId(), account: identifierOf(account.account), label: account.name ?? account.email ?? null, personId: match.personId, why: match.why }));
  await sql`DELETE FROM account_match WHERE organization_id = ${organizationId} AND resource_id = ${resourceId} AND kind = 'asked' AND account <> ALL (${rows.map(({ account }) => account)}::text[])`.execute(
    tx,
  );
  if (rows.length === 0) return;
  await sql`INSERT INTO account_match (organization_id, id, resource_id, account, label, kind, person_id, why)
    SELECT ${organizationId}, n.id, ${resourceId}, n.account, n.label, 'asked', n."personId", n.why
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(id uuid, account text, label text, "personId" uuid, why text)
    ON CONFLICT (organization_id, resource_id, account) DO UPDATE SET person_id = EXCLUDED.person_id, why = EXCLUDED.why, label = EXCLUDED.label
      WHERE account_match.kind = 'asked' AND (account_match.person_id, account_match.why, account_match.label) IS DISTINCT FROM (EXCLUDED.person_id, EXCLUDED.why, EXCLUDED.label)`.execute(tx);
};

/** The findings of a resource that last. The steps of one are over where none is open, and the last ended before this list was given. */
export const lastingFindings = async (tx: Tx, organizationId: string, resourceId: string, runId: string): Promise<Kept[]> => {
  const { rows } = await sql<Kept>`
    SELECT f.id, f.kind, f.account, f.person_id, f.facts, f.state, f.state = 'step' AND coalesce(s.over, false) AS step_over
    FROM account_finding f JOIN reconciliation r ON r.organization_id = f.organization_id AND r.id = ${runId}
    LEFT JOIN LATERAL (SELECT bool_and(a.state <> 'open') AND max(a.done_at) < r.ran_at AS over FROM access_step a
      WHERE a.organization_id = f.organization_id AND a.origin_kind = 'finding' AND a.origin_id = f.id) s ON f.state = 'step'
    WHERE f.organization_id = ${organizationId} AND f.resource_id = ${resourceId} AND f.gone_on IS NULL`.execute(tx);
  return rows;
};

type Difference = { added: readonly Finding[]; changed: readonly { id: string; to: Finding; again?: true }[]; gone: readonly string[] };
const values = (finding: Finding) => ({ account: null, label: null, personId: null, grantId: null, level: null, day: null, ...finding });
const recordset = sql`AS n(id uuid, kind text, account text, label text, "personId" uuid, "grantId" uuid, level text, day date, facts text, again boolean)`;

/** Writes what a comparison changes of the findings: three statements, however many there are. */
export const writeFindings = async (tx: Tx, organizationId: string, resourceId: string, run: { id: string; on: CivilDate }, { added, changed, gone }: Difference): Promise<void> => {
  if (gone.length > 0) await sql`UPDATE account_finding SET gone_on = ${run.on}, gone_by = ${run.id} WHERE organization_id = ${organizationId} AND id = ANY (${gone}::uuid[])`.execute(tx);
  if (changed.length > 0)
    await sql`UPDATE account_finding f SET account = n.account, label = n.label, person_id = n."personId", grant_id = n."grantId", level = n.level, day = n.day, facts = n.facts,
        state = CASE WHEN n.again THEN 'open' ELSE f.state END
      FROM jsonb_to_recordset(${JSON.stringify(changed.map(({ id, to, again }) => ({ ...values(to), id, again })))}::jsonb) ${recordset} WHERE f.organization_id = ${organizationId} AND f.id = n.id`.execute(
      tx,
    );
  if (added.length > 0)
    await sql`INSERT INTO account_finding (organization_id, id, resource_id, kind, account, label, person_id, grant_id, level, day, facts, found_on, found_by)
      SELECT ${organizationId}, n.id, ${resourceId}, n.kind, n.account, n.label, n."personId", n."grantId", n.level, n.day, n.facts, ${run.on}, ${run.id}
      FROM jsonb_to_recordset(${JSON.stringify(added.map((one) => ({ ...values(one), id: newId() })))}::jsonb) ${recordset}`.execute(tx);
};

/** Counts a run anew, after its findings were written. */
export const countRun = async (tx: Tx, organizationId: string, resourceId: string, id: string, told: Pick<Counts, 'matched' | 'asked' | 'technical'>): Promise<Counts> => {
  const { rows } = await sql<{ counts: Counts }>`
    UPDATE reconciliation r SET counts = r.counts || ${JSON.stringify(told)}::jsonb || (SELECT jsonb_build_object('found', count(*) FILTER (WHERE f.found_by = r.id AND f.gone_on IS NULL), 'gone', count(*) FILTER (WHERE f.gone_by = r.id AND f.found_by <> r.id),
      'open', count(*) FILTER (WHERE f.gone_on IS NULL AND f.state = 'open')) FROM account_finding f WHERE f.organization_id = r.organization_id AND f.resource_id = r.resource_id AND (f.gone_on IS NULL OR f.gone_by = r.id))
    WHERE r.organization_id = ${organizationId} AND r.resource_id = ${resourceId} AND r.id = ${id} RETURNING r.counts`.execute(tx);
  return rows[0]!.counts;
};

/** After how many months without a sign-in an account is unused in this centre, and for how many those findings are kept that are gone. */
export const settingsOf = async (tx: Tx, organizationId: string): Promise<{ unusedMonths: number; keptMonths: number }> => {
  const { rows } = await sql<{
    rule: string;
    amount: number;
  }>`SELECT rule, amount FROM rule_setting WHERE organization_id = ${organizationId} AND rule IN ('accountUnused', 'accountFindingsKept')`.execute(tx);
  const said = new Map(rows.map(({ rule, amount }) => [rule, amount]));
  return { unusedMonths: said.get('accountUnused') ?? rules.accountUnused.length.amount, keptMonths: said.get('accountFindingsKept') ?? rules.accountFindingsKept.length.amount };
};

/** Erases the findings of a centre that were gone before a day. Those that became steps stay: the steps lead to them, and say what was done. */
export const eraseFindings = async (tx: Tx, organizationId: string, before: CivilDate): Promise<void> => {
  await sql`DELETE FROM account_finding f WHERE organization_id = ${organizationId} AND gone_on < ${before}
    AND NOT EXISTS (SELECT FROM access_step a WHERE a.organization_id = f.organization_id AND a.origin_kind = 'finding' AND a.origin_id = f.id)`.execute(tx);
};

/** Keeps what somebody said of an account, if nobody said something else meanwhile. Throws staleVersion. */
export const answerMatch = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  said: { kind: 'person' | 'shared' | 'service' | 'unknown'; personId: string | null; answeredOn: CivilDate },
): Promise<void> => {
  const written = await tx
    .updateTable('accountMatch')
    .set({ ...said, why: null })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!written) await refuseStale(tx, 'account_match', organizationId, id, version);
};

/** Forgets what was said of an account: the next comparison asks again, or knows. */
export const reopenMatch = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const gone = await tx.deleteFrom('accountMatch').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  if (!gone) await refuseStale(tx, 'account_match', organizationId, id, version);
};

type SourceValues = Pick<
  Selectable<Tables['accountSource']>,
  'columns' | 'levels' | 'host' | 'port' | 'security' | 'authority' | 'bindDn' | 'password' | 'baseDn' | 'filter' | 'every' | 'nextOn' | 'fault' | 'faultOn'
>;

/** Writes the source over the one of this version; 0 where none was kept when it was read. Throws staleVersion. */
export const writeSource = async (tx: Tx, organizationId: string, resourceId: string, version: number, values: SourceValues): Promise<void> => {
  const written = await tx
    .updateTable('accountSource')
    .set({ ...values, columns: json(values.columns) as never, levels: json(values.levels) as never })
    .where('organizationId', '=', organizationId)
    .where('resourceId', '=', resourceId)
    // One that this transaction made is of version 1.
    .where('version', '=', Math.max(version, 1))
    .returning('id')
    .executeTakeFirst();
  if (written) return;
  const source = await findSource(tx, organizationId, resourceId);
  await refuseStale(tx, 'account_source', organizationId, source!.id, version);
};

/** How a read of the directory ended, and when it is read next. */
export const tellDirectory = async (tx: Tx, organizationId: string, resourceId: string, told: { fault: DirectoryFault | null; faultOn: CivilDate | null; nextOn: CivilDate | null }): Promise<void> => {
  await tx.updateTable('accountSource').set(told).where('organizationId', '=', organizationId).where('resourceId', '=', resourceId).where('host', 'is not', null).execute();
};

/** Keeps a person's answer for an account that was not asked about, or said otherwise before. */
export const sayMatch = async (
  tx: Tx,
  organizationId: string,
  resourceId: string,
  said: { account: string; label: string | null; kind: 'person' | 'shared' | 'service' | 'unknown'; personId: string | null; answeredOn: CivilDate },
): Promise<string> => {
  const row = { ...said, account: identifierOf(said.account), why: null };
  const { id } = await tx
    .insertInto('accountMatch')
    .values({ organizationId, id: newId(), resourceId, ...row })
    .onConflict((conflict) => conflict.columns(['organizationId', 'resourceId', 'account']).doUpdateSet({ kind: row.kind, personId: row.personId, answeredOn: row.answeredOn, why: null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Answers several questions with what was supposed: those of them that are still asked. */
export const confirmMatches = async (tx: Tx, organizationId: string, resourceId: string, ids: readonly string[], answeredOn: CivilDate): Promise<number> => {
  const { rows } = await sql`UPDATE account_match SET kind = 'person', why = NULL, answered_on = ${answeredOn}
    WHERE organization_id = ${organizationId} AND resource_id = ${resourceId} AND kind = 'asked' AND id = ANY (${ids}::uuid[]) RETURNING id`.execute(tx);
  return rows.length;
};

/** The directories whose day has come, in every centre: asked without a scope. */
export const directoriesDue = async (db: Kysely<Tables>, day: CivilDate): Promise<{ organizationId: string; resourceId: string }[]> =>
  (await sql<{ organizationId: string; resourceId: string }>`SELECT organization_id, resource_id FROM directories_due(${day})`.execute(db)).rows;
