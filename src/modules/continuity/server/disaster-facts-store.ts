import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { ordered } from '../../../server/db/list.ts';
import { type PlanGap, copiesOn, type CopyState, gapsOf, planSteps } from '../disaster.ts';
import type { CallLine, DisasterPlanFacts, ObjectiveLine, PlaceLine, ProviderLine, RestartLine, ServiceLine, WhereLine } from '../disaster-plan.ts';
import { librarySteps, type StepLanguage } from './disaster-library.ts';
import { callSorts, listCalls, listCopies, listPlaces, listRestart, listServices, placeSorts, restartSorts, serviceSorts, stepRows } from './disaster-store.ts';

/** Firms that are there that day, with a number or an address to reach them and what they look after. */
const providersOf = async (tx: Tx, organizationId: string, day: CivilDate): Promise<ProviderLine[]> =>
  (
    await sql<ProviderLine>`
      SELECT s.name, coalesce(s.support_phone, s.phone) AS phone, coalesce(s.support_email, s.email) AS email, r.names AS resources,
        (SELECT string_agg(coalesce(c.reference, c.title), ', ' ORDER BY c.start) FROM supplier_contract c WHERE c.organization_id = s.organization_id AND c.supplier_id = s.id
          AND c.start <= ${day}::date AND (c."end" IS NULL OR c."end" >= ${day}::date)) AS contract
      FROM supplier s LEFT JOIN LATERAL (SELECT string_agg(r.name, ', ' ORDER BY r.position, r.name) AS names FROM resource r WHERE r.organization_id = s.organization_id AND r.supplier_id = s.id
        AND (r.retired_on IS NULL OR r.retired_on >= ${day}::date)) r ON true
      WHERE s.organization_id = ${organizationId} AND (s.ended_on IS NULL OR s.ended_on >= ${day}::date) AND (r.names IS NOT NULL OR s.support_phone IS NOT NULL)
      ORDER BY r.names IS NULL, s.name COLLATE names, s.id`.execute(tx)
  ).rows;

/** Where servers, backups and the keys that lie somewhere are, that day. */
const whereOf = async (tx: Tx, organizationId: string, day: CivilDate): Promise<WhereLine[]> =>
  (
    await sql<WhereLine>`
      SELECT 'server' AS kind, d.name, z.name AS place, NULL AS off_site, 0 AS rank FROM device d LEFT JOIN zone z ON z.organization_id = d.organization_id AND z.id = d.zone_id
        WHERE d.organization_id = ${organizationId} AND d.kind = 'server' AND d.retired_on IS NULL
      UNION ALL SELECT 'backup', b.name, b.place, b.off_site, 1 FROM backup_plan b WHERE b.organization_id = ${organizationId} AND (b.ended_on IS NULL OR b.ended_on >= ${day}::date)
      UNION ALL SELECT 'key', k.name, string_agg(DISTINCT c.kept_where, ', '), NULL, 2 FROM premises_key k JOIN key_copy c ON c.organization_id = k.organization_id AND c.key_id = k.id
        WHERE k.organization_id = ${organizationId} AND k.retired_on IS NULL AND c.state = 'kept' AND c.kept_where IS NOT NULL GROUP BY k.id, k.name
      ORDER BY 5, 2, 3`.execute(tx)
  ).rows.map(({ kind, name, place, offSite }) => ({ kind, name, place, offSite }));

/** The objectives that count that day: of each backup, and of the whole centre, the newest. */
const objectivesOf = async (tx: Tx, organizationId: string, day: CivilDate): Promise<ObjectiveLine[]> =>
  (
    await sql<ObjectiveLine>`
      SELECT * FROM (SELECT DISTINCT ON (o.plan_id) p.name AS plan_name, o.restart_hours, o.loss_hours, o.decided_by, o.decided_on, o.reference FROM recovery_objective o
        LEFT JOIN backup_plan p ON p.organization_id = o.organization_id AND p.id = o.plan_id
        WHERE o.organization_id = ${organizationId} AND o.decided_on <= ${day}::date AND (p.ended_on IS NULL OR p.ended_on >= ${day}::date) ORDER BY o.plan_id, o.decided_on DESC) d
      ORDER BY plan_name NULLS FIRST`.execute(tx)
  ).rows;

const all = <T>(query: ReturnType<typeof listCalls>, sorts: Parameters<typeof ordered>[1], id: string, by = 'position'): Promise<T[]> =>
  ordered(query, sorts, sql.ref(id), by).execute() as Promise<T[]>;

/** Whom to call, in the order in which they are printed. */
export const callLines = (tx: Tx, organizationId: string): Promise<CallLine[]> => all(listCalls(tx, organizationId, {}), callSorts, 'c.id');

/** All that the disaster plan of a centre says on a day: eight statements, whatever the size of the centre. */
export const disasterPlanFacts = async (tx: Tx, organizationId: string, language: StepLanguage, day: CivilDate): Promise<DisasterPlanFacts> => {
  const asked = {
    calls: callLines(tx, organizationId),
    steps: stepRows(tx, organizationId),
    services: all<ServiceLine>(listServices(tx, organizationId), serviceSorts, 'm.id'),
    places: all<PlaceLine>(listPlaces(tx, organizationId), placeSorts, 'f.id'),
    restart: all<RestartLine>(listRestart(tx, organizationId), restartSorts, 'i.id'),
    providers: providersOf(tx, organizationId, day),
    where: whereOf(tx, organizationId, day),
    objectives: objectivesOf(tx, organizationId, day),
  };
  await Promise.all(Object.values(asked));
  return {
    calls: await asked.calls,
    steps: planSteps(librarySteps(language), await asked.steps),
    services: await asked.services,
    places: await asked.places,
    restart: await asked.restart,
    providers: await asked.providers,
    where: await asked.where,
    objectives: await asked.objectives,
  };
};

export type PlanVersion = { id: string; number: number; language: string; state: 'approved' | 'superseded' | 'draft'; decidedOn: CivilDate | null; draftedOn: CivilDate };

/** The versions of the plan, the newest first. */
export const planVersions = async (tx: Tx, organizationId: string): Promise<PlanVersion[]> =>
  (
    await sql<PlanVersion>`SELECT id, number, language, state, decided_on, drafted_on FROM document_version WHERE organization_id = ${organizationId} AND kind = 'disasterPlan'
      ORDER BY state = 'draft' DESC, decided_on DESC, number DESC, id`.execute(tx)
  ).rows;

type CopyRow = Parameters<typeof copiesOn>[0][number];
/** How the copies outside stand that day, and how many there are. */
export const copyStanding = async (tx: Tx, organizationId: string, day: CivilDate): Promise<{ state: CopyState; seenOn?: CivilDate; count: number }> => {
  const copies = (await listCopies(tx, organizationId, {}).execute()) as unknown as CopyRow[];
  return { ...copiesOn(copies, day), count: copies.filter(({ endedOn }) => !endedOn || endedOn > day).length };
};

/** What the plan lacks. */
export const gapsIn = (facts: DisasterPlanFacts): PlanGap[] =>
  gapsOf({ calls: facts.calls, services: facts.services, places: facts.places.length, restart: facts.restart.length, objective: facts.objectives.some(({ planName }) => planName === null) });
