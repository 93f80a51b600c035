import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { RightLevel } from '../grant.ts';
import type { ListContent } from '../list.ts';
import { countsOn } from './store.ts';
import { type View, within } from './view-store.ts';
import './tables.ts';

export type MatrixPerson = { id: string; name: string; serviceId: string | null; outsider: boolean; firm: string | null; leftOn: CivilDate | null };
export type MatrixResource = { id: string; name: string; kind: string; socialData: boolean; levels: RightLevel[] };
export type MatrixCell = { p: string; r: string; g: string; l: RightLevel; u: CivilDate | null; w: boolean };

/**
 * Who is, or was, in the centre on a day, and whoever holds a right then: with the service of the contract that counted (else the last), the firm, and
 * the day on which they left, where no contract, mission or mandate counts any more.
 */
const peopleOn = (tx: Tx, organizationId: string, on: CivilDate, view: View) =>
  sql<MatrixPerson>`
    WITH held AS MATERIALIZED (SELECT DISTINCT g.person_id FROM access_grant g WHERE g.organization_id = ${organizationId} AND ${countsOn(on)}),
    k AS MATERIALIZED (SELECT DISTINCT ON (k.person_id) k.person_id, k.service_id, k."end", (k."end" IS NULL OR k."end" >= ${on}::date) AS here FROM contract k
      WHERE k.organization_id = ${organizationId} AND k.start <= ${on}::date ORDER BY k.person_id, here DESC, k.start DESC),
    f AS MATERIALIZED (SELECT DISTINCT ON (f.person_id) f.person_id, s.name, f."end", (f."end" IS NULL OR f."end" >= ${on}::date) AS here
      FROM supplier_person f JOIN supplier s ON s.organization_id = f.organization_id AND s.id = f.supplier_id
      WHERE f.organization_id = ${organizationId} AND f.start <= ${on}::date ORDER BY f.person_id, here DESC, f.start DESC)
    SELECT p.id, p.first_name || ' ' || p.last_name AS name, k.service_id, p.kind = 'outsider' AS outsider, coalesce(f.name, p.employer) AS firm,
      CASE WHEN coalesce(k.here, false) OR coalesce(f.here, false) OR EXISTS (SELECT FROM mandate m WHERE m.organization_id = p.organization_id AND m.person_id = p.id
        AND m.start <= ${on}::date AND (m."end" IS NULL OR m."end" >= ${on}::date)) THEN NULL ELSE greatest(k."end", f."end") END AS left_on
    FROM person p LEFT JOIN k ON k.person_id = p.id LEFT JOIN f ON f.person_id = p.id LEFT JOIN held ON held.person_id = p.id
    WHERE p.organization_id = ${organizationId} AND (k.here OR f.here OR held.person_id IS NOT NULL) AND ${within(view, organizationId, on, sql.ref('p.id'))}
    ORDER BY p.last_name COLLATE names, p.first_name COLLATE names, p.id`.execute(tx);

/**
 * Who might reach what on a day: the people, the resources in service or held, and each right. Four statements, sent together. `w` says that the right
 * was marked to be taken away by then.
 */
export const matrixOn = async (tx: Tx, organizationId: string, on: CivilDate, view: View) => {
  const [people, resources, cells, services] = await Promise.all([
    peopleOn(tx, organizationId, on, view),
    sql<MatrixResource>`SELECT r.id, r.name, r.kind, r.social_data, r.levels FROM resource r WHERE r.organization_id = ${organizationId} AND (r.retired_on IS NULL OR r.retired_on >= ${on}::date
        OR EXISTS (SELECT FROM access_grant g WHERE g.organization_id = r.organization_id AND g.resource_id = r.id AND ${countsOn(on)}))
      ORDER BY r.position, r.name COLLATE names, r.id`.execute(tx),
    sql<MatrixCell>`SELECT g.person_id AS p, g.resource_id AS r, g.id AS g, g.level AS l, g.until AS u, coalesce(g.withdrawal_on <= ${on}::date, false) AS w
      FROM access_grant g WHERE g.organization_id = ${organizationId} AND ${countsOn(on)} AND ${within(view, organizationId, on, sql.ref('g.person_id'))}`.execute(tx),
    sql<{ id: string; name: string; seesPersonalData: boolean }>`SELECT id, name, sees_personal_data FROM service WHERE organization_id = ${organizationId} ORDER BY name COLLATE names`.execute(tx),
  ]);
  return { people: people.rows, resources: resources.rows, cells: cells.rows, services: services.rows };
};

/** What else one wants to know beside the matrix: how many rights wait for an agreement or to be given, and the newest frozen list. */
export const besideMatrix = async (tx: Tx, organizationId: string, view: View, today: CivilDate): Promise<{ asked: number; listedOn: CivilDate | null; listedBy: 'demand' | 'review' | null }> => {
  const { rows } = await sql<{ asked: number; listedOn: CivilDate | null; listedBy: 'demand' | 'review' | null }>`
    SELECT (SELECT count(*)::int FROM access_grant g WHERE g.organization_id = ${organizationId} AND g.start IS NULL AND g.refused_on IS NULL AND ${within(view, organizationId, today, sql.ref('g.person_id'))}) AS asked,
      l."on" AS listed_on, l.reason AS listed_by
    FROM (SELECT) one LEFT JOIN LATERAL (SELECT "on", reason FROM access_list WHERE organization_id = ${organizationId} ORDER BY "on" DESC, number DESC LIMIT 1) l ON true`.execute(tx);
  return rows[0]!;
};

/** The list of a day as a frozen version keeps it, for the whole centre: only people and resources that a right names, in the order of the matrix. */
export const listedOn = async (tx: Tx, organizationId: string, on: CivilDate): Promise<ListContent> => {
  const [{ people, resources, services }, { rows }] = await Promise.all([
    matrixOn(tx, organizationId, on, 'all'),
    sql<{ personId: string; resourceId: string; level: RightLevel; account: string | null; start: CivilDate; until: CivilDate | null; withdrawal: boolean }>`
      SELECT g.person_id, g.resource_id, g.level, g.account, g.start, g.until, coalesce(g.withdrawal_on <= ${on}::date, false) AS withdrawal
      FROM access_grant g JOIN person p ON p.organization_id = g.organization_id AND p.id = g.person_id JOIN resource r ON r.organization_id = g.organization_id AND r.id = g.resource_id
      WHERE g.organization_id = ${organizationId} AND ${countsOn(on)}
      ORDER BY p.last_name COLLATE names, p.first_name COLLATE names, p.id, r.position, r.name COLLATE names, r.id, g.start, g.id`.execute(tx),
  ]);
  const nameOf = new Map(services.map(({ id, name }) => [id, name]));
  const [held, used] = [new Set(rows.map(({ personId }) => personId)), new Set(rows.map(({ resourceId }) => resourceId))];
  return {
    on,
    people: people
      .filter(({ id }) => held.has(id))
      .map(({ id, name, serviceId, outsider, firm, leftOn }) => ({
        id,
        name,
        ...(serviceId ? { service: nameOf.get(serviceId) } : {}),
        ...(outsider ? { outsider } : {}),
        ...(outsider && firm ? { firm } : {}),
        ...(leftOn ? { leftOn } : {}),
      })),
    resources: resources.filter(({ id }) => used.has(id)).map(({ id, name, kind, socialData }) => ({ id, name, kind, socialData })),
    rights: rows.map(({ account, until, withdrawal, ...right }) => ({ ...right, ...(account ? { account } : {}), ...(until ? { until } : {}), ...(withdrawal ? { withdrawal } : {}) })),
  };
};
