import type { TestServer } from './harness.ts';

/** What the zones, entries and keys of a centre say, without their ids: to compare two centres. */
export const wholePremises = async (server: TestServer, id: string) => [
  await server.asOwner(
    'SELECT z.name, building, floor, z.kind, risk, r.name AS room, z.note, z.retired_on::text FROM zone z LEFT JOIN resource r ON r.id = z.resource_id WHERE z.organization_id = $1 ORDER BY z.name',
    [id],
  ),
  await server.asOwner(
    `SELECT z.name, e.category, s.name AS service, p.last_name, e.hours, e.escorted, e.note FROM zone_entry e JOIN zone z ON z.id = e.zone_id LEFT JOIN service s ON s.id = e.service_id
       LEFT JOIN person p ON p.id = e.person_id WHERE e.organization_id = $1 ORDER BY e.category NULLS FIRST`,
    [id],
  ),
  await server.asOwner(
    `SELECT k.kind, k.name, ARRAY(SELECT z.name FROM premises_key_zone o JOIN zone z ON z.id = o.zone_id WHERE o.key_id = k.id ORDER BY z.name) AS opens, k.changed_on::text, k.note, k.retired_on::text,
         c.mark, c.state, p.last_name, c.since::text, c.kept_where, g.level, g.until::text, c.settled_on::text, c.settled_how, c.settled_note
       FROM premises_key k LEFT JOIN key_copy c ON c.key_id = k.id LEFT JOIN person p ON p.id = c.person_id LEFT JOIN access_grant g ON g.id = c.grant_id WHERE k.organization_id = $1 ORDER BY k.name, c.mark, c.state`,
    [id],
  ),
];
