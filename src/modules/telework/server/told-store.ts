import { sql } from 'kysely';
import { endOf } from '../../../kernel/counting.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

type Row = { organizationId: string; what: 'agreed' | 'refused' | 'ended' | 'loss' | 'theft'; on: CivilDate; count: number; id: string };

/** Agreements, refusals and ends by day, without a name; losses and thefts one by one. One statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Row>`
    SELECT t.organization_id, h.what, h."on", count(*)::int AS count, min(t.id::text) AS id FROM telework t
      CROSS JOIN LATERAL (VALUES ('agreed', t.agreed_on), ('refused', t.refused_on), ('ended', CASE WHEN t.end_reason <> 'change' THEN t.ended_on END)) h (what, "on")
      WHERE t.organization_id = ANY(${organizationIds}::uuid[]) AND h."on" BETWEEN ${from} AND ${until} GROUP BY 1, 2, 3
    UNION ALL SELECT l.organization_id, l.kind, l.discovered_on, 1, l.id::text FROM telework_loss l
      WHERE l.organization_id = ANY(${organizationIds}::uuid[]) AND l.discovered_on BETWEEN ${from} AND ${until}
    ORDER BY 3, 2, 5`.execute(tx);
  return rows.map(({ organizationId, what, on, count, id }): Happening => {
    const lost = what === 'loss' || what === 'theft';
    return {
      organizationId,
      room: 'telework',
      kind: lost ? 'incident' : 'access',
      on,
      title: { key: what, values: { count } },
      path: lost ? `telework/losses/${id}` : count === 1 ? `telework/${id}` : 'telework',
      read: 'telework.read',
    };
  });
};

type Sums = { organizationId: string; reviews: CivilDate[]; inForce: number; unagreed: number; oldest: CivilDate | null; ruled: boolean; devices: number; unencrypted: number };

/** Whether whoever works away does so by an agreement that was reviewed; whether the window is set; whether the devices that may leave are encrypted. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<Sums>`
    SELECT o.id AS organization_id, t.in_force, t.unagreed, t.reviews, t.oldest, EXISTS (SELECT FROM telework_setting s WHERE s.organization_id = o.id) AS ruled, d.devices, d.unencrypted
    FROM unnest(${organizationIds}::uuid[]) o (id)
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE agreed_on IS NOT NULL AND start <= ${today})::int AS in_force,
      count(*) FILTER (WHERE agreed_on IS NULL AND began_on <= ${today})::int AS unagreed,
      min(COALESCE(reviewed_on, agreed_on)) FILTER (WHERE start <= ${today}) AS oldest,
      COALESCE(array_agg(COALESCE(reviewed_on, agreed_on)::text) FILTER (WHERE agreed_on IS NOT NULL AND start <= ${today}), '{}') AS reviews
      FROM telework w WHERE w.organization_id = o.id AND w.refused_on IS NULL AND (w.ended_on IS NULL OR w.ended_on > ${today}) AND (w.until IS NULL OR w.until >= ${today}) AND w.situation <> 'onSite') t
    CROSS JOIN LATERAL (SELECT count(*)::int AS devices, count(*) FILTER (WHERE v.encrypted IS NOT TRUE)::int AS unencrypted FROM device v
      WHERE v.organization_id = o.id AND v.portable AND v.retired_on IS NULL AND v.holds_data AND v.kind IN ('laptop', 'desktop', 'tablet', 'phone')) d`.execute(tx);
  const clocks = await readClocks(tx, organizationIds);
  return rows.flatMap(({ organizationId, inForce, unagreed, oldest, reviews, ruled, devices, unencrypted }): LiveFact[] => {
    const lastDay = (on: CivilDate): CivilDate => {
      const end = endOf(clocks.ruleIn('teleworkReviewed', organizationId), { on });
      return 'on' in end ? end.on : end.at.slice(0, 10);
    };
    const late = reviews.filter((on) => lastDay(on) < today).length;
    const fact = (id: string, state: LiveFact['state'], key: string, path: string, count?: number): LiveFact => ({
      organizationId,
      id: `telework.${id}`,
      state,
      title: { key, ...(count === undefined ? {} : { values: { count } }) },
      path,
    });
    const agreed: LiveFact =
      unagreed > 0
        ? fact('allAgreed', 'missing', 'unagreed', 'telework', unagreed)
        : late > 0
          ? fact('allAgreed', 'stale', 'toReview', 'telework', late)
          : inForce > 0
            ? { ...fact('allAgreed', 'true', 'allAgreed', 'telework', inForce), until: lastDay(oldest!) }
            : fact('allAgreed', 'missing', 'none', 'telework');
    return [
      agreed,
      fact('windowSet', ruled ? 'true' : 'missing', ruled ? 'windowSet' : 'windowNotSet', 'telework/rule'),
      devices === 0
        ? fact('devicesEncrypted', 'missing', 'noDevice', 'telework/devices')
        : fact('devicesEncrypted', unencrypted === 0 ? 'true' : 'missing', unencrypted === 0 ? 'encrypted' : 'unencrypted', 'telework/devices', unencrypted === 0 ? devices : unencrypted),
    ];
  });
};
