import { sql } from 'kysely';
import { endOf } from '../../../kernel/counting.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { networkState } from '../network.ts';
import { noticeLives } from './network-store.ts';

type Row = {
  organizationId: string;
  what: 'held' | 'heldPartly' | 'report' | 'remedied' | 'notFollowed' | 'warning' | 'noticeSuspension' | 'answer' | 'suspension' | 'restoration' | 'lifting';
  on: CivilDate;
  about: string;
  path: string;
  count: number;
  authority: string | null;
};

/** Audits that were held or reported, findings that were closed, and what passed between the centre and the authorities of the network: one statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<Row>`
    SELECT i.organization_id, CASE i.kind WHEN 'complete' THEN 'held' ELSE 'heldPartly' END AS what, coalesce(i.held_until, i.held_on) AS "on", i.title AS about, 'inspections/' || i.id AS path, 1 AS count, NULL AS authority
      FROM inspection i WHERE i.organization_id = ANY(${centres}) AND coalesce(i.held_until, i.held_on) BETWEEN ${from} AND ${until}
    UNION ALL SELECT i.organization_id, 'report', i.report_on, i.title, 'inspections/' || i.id, (SELECT count(*)::int FROM inspection_finding f WHERE f.organization_id = i.organization_id AND f.inspection_id = i.id), NULL
      FROM inspection i WHERE i.organization_id = ANY(${centres}) AND i.report_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT f.organization_id, f.outcome, max(f.outcome_on), min(i.title), 'inspections/' || i.id, count(*)::int, NULL
      FROM inspection_finding f JOIN inspection i ON i.organization_id = f.organization_id AND i.id = f.inspection_id
      WHERE f.organization_id = ANY(${centres}) AND f.outcome_on BETWEEN ${from} AND ${until} GROUP BY f.organization_id, f.outcome, i.id
    UNION ALL SELECT n.organization_id, CASE n.kind WHEN 'warning' THEN 'warning' ELSE 'noticeSuspension' END, n.received_on, n.subject, 'inspections/network/' || n.id, 1, n.authority
      FROM network_notice n WHERE n.organization_id = ANY(${centres}) AND n.received_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT s.organization_id, s.kind, s.happened_on, n.subject, 'inspections/network/' || n.id, 1, n.authority
      FROM network_step s JOIN network_notice n ON n.organization_id = s.organization_id AND n.id = s.notice_id
      WHERE s.organization_id = ANY(${centres}) AND s.kind <> 'extension' AND s.happened_on BETWEEN ${from} AND ${until}`.execute(tx);
  return rows.map(({ organizationId, what, on, about, path, count, authority }) => ({
    organizationId,
    room: 'inspections',
    kind: 'norms',
    on,
    title: { key: what, values: { count, ...(authority ? { who: { word: `authorities.${authority}` } } : {}) } },
    about,
    path,
    read: authority ? 'network.read' : 'inspection.read',
  }));
};

type AuditRow = { organizationId: string; lastOn: CivilDate | null; id: string | null; open: number; oldest: CivilDate | null };

/**
 * What stands as evidence: that a formal audit was held within the years that the centre's rule gives; that its findings were followed up; and
 * that the centre has its access to the network.
 */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<AuditRow>`
    SELECT o.id AS organization_id, l.last_on, l.id, f.open, f.oldest FROM organization o
    LEFT JOIN LATERAL (SELECT i.id, coalesce(i.held_until, i.held_on) AS last_on FROM inspection i
      WHERE i.organization_id = o.id AND coalesce(i.held_until, i.held_on) <= ${today} AND (i.kind = 'complete' OR i.clock_reason IS NOT NULL) ORDER BY 2 DESC, i.id DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT count(*)::int AS open, min(coalesce(i.report_on, i.held_on)) AS oldest FROM inspection_finding f
      JOIN inspection i ON i.organization_id = f.organization_id AND i.id = f.inspection_id WHERE f.organization_id = o.id AND f.outcome = 'open') f ON true
    WHERE o.id = ANY(${organizationIds}::uuid[])`.execute(tx);
  const clocks = await readClocks(tx, organizationIds);
  const lives = Map.groupBy(await noticeLives(tx, organizationIds), ({ organizationId }) => organizationId);
  return rows.flatMap(({ organizationId, lastOn, id, open, oldest }): LiveFact[] => {
    const end = lastOn ? endOf(clocks.ruleIn('formalAudit', organizationId), { on: lastOn }) : undefined;
    const until = end && ('on' in end ? end.on : end.at.slice(0, 10));
    const state = networkState((lives.get(organizationId) ?? []).map(({ life }) => life));
    return [
      lastOn && until
        ? {
            organizationId,
            id: 'inspections.formalAudit',
            state: until < today ? 'stale' : 'true',
            title: { key: 'formalAudit', values: { date: { date: lastOn } } },
            on: lastOn,
            until,
            path: `inspections/${id}`,
          }
        : { organizationId, id: 'inspections.formalAudit', state: 'missing', title: { key: 'noFormalAudit' }, path: 'inspections' },
      open === 0 && lastOn
        ? { organizationId, id: 'inspections.findingsClosed', state: 'true', title: { key: 'findingsClosed' }, path: 'inspections/findings' }
        : {
            organizationId,
            id: 'inspections.findingsClosed',
            state: 'missing',
            title: oldest ? { key: 'findingsOpen', values: { count: open, date: { date: oldest } } } : { key: 'noFindings' },
            path: oldest ? 'inspections/findings' : 'inspections',
          },
      { organizationId, id: 'inspections.networkAccess', state: state === 'open' ? 'true' : 'missing', title: { key: `network.${state}` }, path: 'inspections' },
    ];
  });
};
