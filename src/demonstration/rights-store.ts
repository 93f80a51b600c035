import { sql } from 'kysely';
import { newId } from '../kernel/id.ts';
import type { Tx } from '../server/db/database.ts';

export type DemonstrationRight = {
  personId: string;
  resourceId: string;
  level: string;
  account?: string | undefined;
  reason?: string | undefined;
  start?: string | undefined;
  until?: string | undefined;
  askedOn?: string | undefined;
  agreedOn?: string | undefined;
  agreedById?: string | undefined;
  endedOn?: string | undefined;
  endedBecause?: string | undefined;
  withdrawalOn?: string | undefined;
  withdrawalReason?: string | undefined;
  source: string;
};

/** The resources of a centre by their entry in the catalogue. */
export const resourcesOfCentre = async (tx: Tx, organizationId: string): Promise<Map<string, { id: string; levels: string[] }>> => {
  const { rows } = await sql<{ id: string; catalogueId: string; levels: string[] }>`
    SELECT id, catalogue_id, levels FROM resource WHERE organization_id = ${organizationId} AND catalogue_id IS NOT NULL ORDER BY position DESC, id DESC`.execute(tx);
  return new Map(rows.map(({ id, catalogueId, levels }) => [catalogueId, { id, levels }]));
};

/** What the people of firms keep going for the centre: the servers, the network and the domain of their firm, as highly as it goes, for as long as they come. */
export const firmsRights = async (tx: Tx, organizationId: string, today: string): Promise<DemonstrationRight[]> => {
  const { rows } = await sql<{ personId: string; resourceId: string; level: string; start: string; end: string | null }>`
    SELECT s.person_id, r.id AS resource_id, r.levels[cardinality(r.levels)] AS level, s.start, s."end" FROM supplier_person s
    JOIN resource r ON r.organization_id = s.organization_id AND r.supplier_id = s.supplier_id AND r.retired_on IS NULL AND r.kind IN ('server', 'networkEquipment', 'domain')
    WHERE s.organization_id = ${organizationId} AND s.start <= ${today} ORDER BY s.start, s.id, r.id`.execute(tx);
  return rows.map(({ personId, resourceId, level, start, end }) => ({
    personId,
    resourceId,
    level,
    askedOn: start,
    agreedOn: start,
    start,
    ...(end && end < today ? { endedOn: end, endedBecause: 'departure' } : {}),
    source: 'hand',
  }));
};

export const hasRights = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('accessGrant').select('id').where('organizationId', '=', organizationId).limit(1).executeTakeFirst()) !== undefined;

/** Whether the list of a day is frozen. */
export const hasListOf = async (tx: Tx, organizationId: string, on: string): Promise<boolean> =>
  (await tx.selectFrom('accessList').select('id').where('organizationId', '=', organizationId).where('on', '=', on).executeTakeFirst()) !== undefined;

/** Writes the rights of a centre in one statement; of two that say the same, the first counts. */
export const insertRights = async (tx: Tx, organizationId: string, rights: readonly DemonstrationRight[]): Promise<void> => {
  const rows = JSON.stringify(rights.map((right) => ({ ...right, id: newId() })));
  await sql`INSERT INTO access_grant (organization_id, id, person_id, resource_id, level, account, reason, asked_on, agreed_on, agreed_by_id, start, until, withdrawal_on, withdrawal_reason, ended_on, ended_because, source)
    SELECT ${organizationId}, n.id, n."personId", n."resourceId", n.level, n.account, n.reason, n."askedOn", n."agreedOn", n."agreedById", n.start, n.until, n."withdrawalOn", n."withdrawalReason", n."endedOn", n."endedBecause", n.source
    FROM jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, "personId" uuid, "resourceId" uuid, level text, account text, reason text, "askedOn" date, "agreedOn" date, "agreedById" uuid, start date,
      until date, "withdrawalOn" date, "withdrawalReason" text, "endedOn" date, "endedBecause" text, source text) ON CONFLICT DO NOTHING`.execute(tx);
};
