import { sql } from 'kysely';
import { addDays, addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';
import { type Authorisation, authorisedUntil } from '../resource.ts';

const inUse = (today: CivilDate) => sql<boolean>`(r.retired_on IS NULL OR r.retired_on >= ${today}::date)`;

/** What is due by the resources of these centres, in two statements: flows that are not authorised for a year to come, and what holds social data and is nobody's. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const horizon = addMonths(today, 12);
  const { rows: flows } = await sql<{ organizationId: string; id: string; name: string; authorisations: Authorisation[] }>`
    SELECT r.organization_id, r.id, r.name, r.authorisations FROM resource r WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND r.kind = 'bcssFlow' AND ${inUse(today)}
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(r.authorisations) a WHERE a ->> 'from' <= ${today} AND coalesce(a ->> 'until', '9999-12-31') > ${horizon})`.execute(tx);
  const { rows: ownerless } = await sql<{ organizationId: string; count: number }>`
    SELECT r.organization_id, count(*)::int AS count FROM resource r WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND r.social_data AND r.owner_id IS NULL AND r.owner_service_id IS NULL
      AND ${inUse(today)} GROUP BY 1`.execute(tx);
  const due = flows.filter(({ authorisations }) => {
    const until = authorisedUntil(authorisations, today, (date) => addDays(date, 1));
    return until === undefined || (until !== null && until <= horizon);
  });
  return duties([...due.map((row): DutyRow => ({ what: 'flow', ...row })), ...ownerless.map((row): DutyRow => ({ what: 'ownerless', ...row }))], asking);
};

/** What stands as evidence: the register itself, somebody who answers for what holds social data, and an authorisation for each flow. One statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{ organizationId: string; resources: number; social: number; ownerless: number; flows: number; unauthorised: number; until: CivilDate | null }>`
    SELECT o.id AS organization_id, count(r.id)::int AS resources, count(*) FILTER (WHERE r.social_data)::int AS social,
      count(*) FILTER (WHERE r.social_data AND r.owner_id IS NULL AND r.owner_service_id IS NULL)::int AS ownerless,
      count(*) FILTER (WHERE r.kind = 'bcssFlow')::int AS flows, count(*) FILTER (WHERE r.kind = 'bcssFlow' AND a.until IS NULL)::int AS unauthorised,
      nullif(min(a.until) FILTER (WHERE r.kind = 'bcssFlow'), '9999-12-31') AS until
    FROM unnest(${organizationIds}::uuid[]) o(id) LEFT JOIN resource r ON r.organization_id = o.id AND ${inUse(today)}
    LEFT JOIN LATERAL (SELECT max(coalesce(a ->> 'until', '9999-12-31')) AS until FROM jsonb_array_elements(r.authorisations) a
      WHERE a ->> 'from' <= ${today} AND coalesce(a ->> 'until', '9999-12-31') >= ${today}) a ON true
    GROUP BY o.id`.execute(tx);
  return rows.flatMap(({ organizationId, resources, social, ownerless, flows, unauthorised, until }): LiveFact[] => {
    const fact = (id: string, all: number, open: number, path: string, more: Partial<LiveFact> = {}): LiveFact => ({
      organizationId,
      id: `resources.${id}`,
      state: all > 0 && open === 0 ? 'true' : 'missing',
      title: { key: `${id}.${all === 0 ? 'none' : open === 0 ? 'true' : 'missing'}`, values: { count: open === 0 ? all : open } },
      path,
      ...more,
    });
    return [
      fact('inventory', resources, 0, 'resources'),
      fact('owned', social, ownerless, 'resources'),
      fact('flowsAuthorised', flows, unauthorised, 'resources', flows > 0 && unauthorised === 0 && until ? { until } : {}),
    ];
  });
};

/** Authorisations that began, and resources whose use ended. One statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; what: string; on: CivilDate; about: string; id: string }>`
    SELECT r.organization_id, 'authorised' AS what, (a ->> 'from')::date AS "on", r.name || ' – ' || (a ->> 'deliberation') AS about, r.id
      FROM resource r CROSS JOIN LATERAL jsonb_array_elements(r.authorisations) a WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND a ->> 'from' BETWEEN ${from} AND ${until}
    UNION ALL SELECT r.organization_id, 'retired', r.retired_on, r.name, r.id FROM resource r WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND r.retired_on BETWEEN ${from} AND ${until}`.execute(
    tx,
  );
  return rows.map(({ organizationId, what, on, about, id }) => ({
    organizationId,
    room: 'resources',
    kind: 'access',
    on,
    title: { key: what },
    about,
    path: `resources/${id}`,
    read: 'resource.read',
  }));
};
