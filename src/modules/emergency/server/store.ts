import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { AbsentThing } from '../emergency.ts';
import './tables.ts';

const name = (alias: string) => sql.raw(`${alias}.first_name || ' ' || ${alias}.last_name`);
const person = (alias: string, key: string) => sql.raw(`LEFT JOIN person ${alias} ON ${alias}.organization_id = x.organization_id AND ${alias}.id = x.${key}`);

export type EnvelopeRow = {
  id: string;
  version: number;
  resourceId: string;
  resourceName: string;
  title: string;
  place: string;
  seal: string;
  sealedOn: CivilDate;
  sealedById: string | null;
  sealedName: string | null;
  personIds: string[];
  /** Those who may open it, by name, as far as the register has them. */
  people: { id: string; name: string }[];
  note: string | null;
  retiredOn: CivilDate | null;
  checkedOn: CivilDate | null;
  intact: boolean | null;
  /** The opening that is not followed up yet. */
  openId: string | null;
  openedAt: Date | null;
  openings: number;
};

/** The envelopes of a centre, those in use first; or one. A centre has a handful. */
export const listEnvelopes = async (tx: Tx, organizationId: string, id?: string): Promise<EnvelopeRow[]> =>
  (
    await sql<EnvelopeRow>`SELECT x.id, x.version, x.resource_id, r.name AS resource_name, x.title, x.place, x.seal, x.sealed_on, x.sealed_by_id, ${name('s')} AS sealed_name, x.person_ids, x.note, x.retired_on,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'name', ${name('e')}) ORDER BY e.last_name COLLATE names) FROM person e WHERE e.organization_id = x.organization_id AND e.id = ANY(x.person_ids)), '[]') AS people,
      c.checked_on, c.intact, o.id AS open_id, o.opened_at, (SELECT count(*)::int FROM emergency_opening n WHERE n.organization_id = x.organization_id AND n.envelope_id = x.id) AS openings
    FROM emergency_envelope x JOIN resource r ON r.organization_id = x.organization_id AND r.id = x.resource_id ${person('s', 'sealed_by_id')}
    LEFT JOIN LATERAL (SELECT c.checked_on, c.intact FROM emergency_check c WHERE c.organization_id = x.organization_id AND c.envelope_id = x.id ORDER BY c.checked_on DESC, c.id DESC LIMIT 1) c ON true
    LEFT JOIN emergency_opening o ON o.organization_id = x.organization_id AND o.envelope_id = x.id AND o.resealed_on IS NULL
    WHERE x.organization_id = ${organizationId} AND ${id ? sql`x.id = ${id}` : sql`true`}
    ORDER BY x.retired_on IS NOT NULL, r.name COLLATE names, x.title COLLATE names, x.id`.execute(tx)
  ).rows;

export type CheckRow = { id: string; checkedOn: CivilDate; checkedName: string; intact: boolean; note: string | null };
export const checksOf = async (tx: Tx, organizationId: string, envelopeId: string): Promise<CheckRow[]> =>
  (
    await sql<CheckRow>`SELECT x.id, x.checked_on, ${name('p')} AS checked_name, x.intact, x.note FROM emergency_check x ${person('p', 'checked_by_id')}
      WHERE x.organization_id = ${organizationId} AND x.envelope_id = ${envelopeId} ORDER BY x.checked_on DESC, x.id DESC`.execute(tx)
  ).rows;

export type OpeningRow = {
  id: string;
  version: number;
  envelopeId: string;
  title: string;
  resourceName: string;
  resourceId: string;
  place: string;
  openedAt: Date;
  openedName: string;
  witnessName: string | null;
  entitled: boolean;
  reason: string;
  seal: string;
  closedAt: Date | null;
  changedOn: CivilDate | null;
  changedName: string | null;
  resealedOn: CivilDate | null;
  newSeal: string | null;
};

/** Openings of a centre, the newest first: of one envelope, or one of them, or all. */
export const listOpenings = async (tx: Tx, organizationId: string, of: { envelopeId?: string; id?: string } = {}): Promise<OpeningRow[]> =>
  (
    await sql<OpeningRow>`SELECT x.id, x.version, x.envelope_id, v.title, r.name AS resource_name, r.id AS resource_id, v.place, x.opened_at, ${name('p')} AS opened_name, ${name('w')} AS witness_name, x.entitled, x.reason, x.seal,
      x.closed_at, x.changed_on, ${name('k')} AS changed_name, x.resealed_on, x.new_seal
    FROM emergency_opening x JOIN emergency_envelope v ON v.organization_id = x.organization_id AND v.id = x.envelope_id JOIN resource r ON r.organization_id = v.organization_id AND r.id = v.resource_id
    ${person('p', 'opened_by_id')} ${person('w', 'witness_id')} ${person('k', 'changed_by_id')}
    WHERE x.organization_id = ${organizationId} AND ${of.envelopeId ? sql`x.envelope_id = ${of.envelopeId}` : sql`true`} AND ${of.id ? sql`x.id = ${of.id}` : sql`true`}
    ORDER BY x.opened_at DESC, x.id LIMIT 500`.execute(tx)
  ).rows;

export type AbsentRow = {
  id: string;
  version: number;
  personId: string;
  personName: string;
  what: AbsentThing;
  resourceId: string | null;
  resourceName: string | null;
  absentSince: CivilDate;
  absentUntil: CivilDate | null;
  purpose: string;
  urgent: boolean;
  urgency: string | null;
  askedOn: CivilDate;
  askedById: string;
  askedName: string;
  outcome: 'allowed' | 'refused' | null;
  decidedOn: CivilDate | null;
  decidedName: string | null;
  decisionReason: string | null;
  lookedName: string | null;
  presenceName: string | null;
  lookedFrom: Date | null;
  lookedUntil: Date | null;
  lookedAt: string | null;
  personalMet: boolean | null;
  toldOn: CivilDate | null;
  toldHow: string | null;
};

/** Looks into what somebody absent keeps, the newest first; or one of them. */
export const listAbsent = async (tx: Tx, organizationId: string, id?: string): Promise<AbsentRow[]> =>
  (
    await sql<AbsentRow>`SELECT x.id, x.version, x.person_id, ${name('e')} AS person_name, x.what, x.resource_id, r.name AS resource_name, x.absent_since, x.absent_until, x.purpose, x.urgent, x.urgency, x.asked_on, x.asked_by_id,
      ${name('q')} AS asked_name, x.outcome, x.decided_on, x.decided_name, x.decision_reason, ${name('l')} AS looked_name, ${name('w')} AS presence_name, x.looked_from, x.looked_until, x.looked_at, x.personal_met, x.told_on, x.told_how
    FROM absent_access x ${person('e', 'person_id')} ${person('q', 'asked_by_id')} ${person('l', 'looked_by_id')} ${person('w', 'presence_id')}
    LEFT JOIN resource r ON r.organization_id = x.organization_id AND r.id = x.resource_id
    WHERE x.organization_id = ${organizationId} AND ${id ? sql`x.id = ${id}` : sql`true`} ORDER BY x.asked_on DESC, x.id LIMIT 500`.execute(tx)
  ).rows;

/** Which of these ids are people of the centre. */
export const knownPeople = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> =>
  (await sql<{ id: string }>`SELECT id FROM person WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[])`.execute(tx)).rows.map(({ id }) => id);

/** Notes the new seal of an envelope, and where it lies now. */
export const reseal = async (
  tx: Tx,
  organizationId: string,
  id: string,
  { seal, sealedOn, sealedById, place }: { seal: string; sealedOn: CivilDate; sealedById: string; place: string | undefined },
): Promise<void> => {
  await sql`UPDATE emergency_envelope SET seal = ${seal}, sealed_on = ${sealedOn}, sealed_by_id = ${sealedById}, place = COALESCE(${place ?? null}, place) WHERE organization_id = ${organizationId} AND id = ${id}`.execute(
    tx,
  );
};
