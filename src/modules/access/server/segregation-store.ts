import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Held, RightLevel } from '../grant.ts';
import { conflictsOf, type Rule } from '../segregation.ts';
import { libraryRules, type LibraryRule } from './library.ts';
import { countsOn, heldOn } from './store.ts';
import { type View, within } from './view-store.ts';
import './tables.ts';

export type SegregationRow = {
  id: string;
  version: number;
  libraryId: string | null;
  firstResourceId: string | null;
  firstLevel: RightLevel | null;
  secondResourceId: string | null;
  secondLevel: RightLevel | null;
  reason: string;
};

/** What a centre says of segregation: rules set aside, and pairs of its own. */
export const listSegregation = (tx: Tx, organizationId: string): Promise<SegregationRow[]> =>
  tx
    .selectFrom('accessSegregation')
    .select(['id', 'version', 'libraryId', 'firstResourceId', 'firstLevel', 'secondResourceId', 'secondLevel', 'reason'])
    .where('organizationId', '=', organizationId)
    .orderBy('id')
    .execute();

export type RuleInForce = Rule & { library?: LibraryRule; own?: SegregationRow };

const namesOf = async (tx: Tx, organizationId: string) =>
  (await sql<{ id: string; name: string; catalogueId: string | null }>`SELECT id, name, catalogue_id FROM resource WHERE organization_id = ${organizationId}`.execute(tx)).rows;

/** The rules that count in a centre, with what it set aside: those of the library whose resources it has, and pairs of its own. */
export const rulesOf = async (tx: Tx, organizationId: string) => {
  const [own, resources] = await Promise.all([listSegregation(tx, organizationId), namesOf(tx, organizationId)]);
  const ofCatalogue = (catalogueId: string): string[] => resources.filter((resource) => resource.catalogueId === catalogueId).map(({ id }) => id);
  const side = (given: LibraryRule['first']): Rule['first'] => ('holder' in given ? given : { resourceIds: ofCatalogue(given.resource), level: given.level });
  const library = libraryRules().map((rule) => ({ id: rule.id, library: rule, first: side(rule.first), second: side(rule.second) }));
  const pairs = own.flatMap((row): RuleInForce[] =>
    row.firstResourceId && row.secondResourceId
      ? [{ id: row.id, own: row, first: { resourceIds: [row.firstResourceId], level: row.firstLevel! }, second: { resourceIds: [row.secondResourceId], level: row.secondLevel! } }]
      : [],
  );
  const aside = new Map(own.flatMap((row) => (row.libraryId ? [[row.libraryId, row] as const] : [])));
  const rules: RuleInForce[] = [...library.filter((rule) => [rule.first, rule.second].every((each) => 'holder' in each || each.resourceIds.length > 0)), ...pairs];
  return { rules, aside, resources: new Map(resources.map(({ id, name }) => [id, name])) };
};

/** The mandates that count on a day, by person. */
const mandatesOn = async (tx: Tx, organizationId: string, on: CivilDate): Promise<Map<string, string[]>> => {
  const { rows } = await sql<{ personId: string; kinds: string[] }>`SELECT person_id, array_agg(kind) AS kinds FROM mandate WHERE organization_id = ${organizationId}
    AND start <= ${on}::date AND ("end" IS NULL OR "end" >= ${on}::date) GROUP BY person_id`.execute(tx);
  return new Map(rows.map(({ personId, kinds }) => [personId, kinds]));
};

/** What is held together that should not be, on a day; `more` are rights that somebody thinks of giving. Of all people, or of some. */
export const conflictsOn = async (tx: Tx, organizationId: string, on: CivilDate, personIds?: readonly string[], more: readonly Pick<Held, 'id' | 'personId' | 'resourceId' | 'level'>[] = []) => {
  const [known, mandates, held] = await Promise.all([rulesOf(tx, organizationId), mandatesOn(tx, organizationId, on), heldOn(tx, organizationId, on, personIds ? { personIds } : {})]);
  const all = Map.groupBy([...held, ...more], ({ personId }) => personId);
  const holders = [...all].map(([personId, rights]) => ({ personId, mandates: mandates.get(personId) ?? [], rights }));
  const rules = known.rules.filter(({ id }) => !known.aside.has(id));
  const rights = new Map([...held, ...more].map((right) => [right.id, right]));
  return { ...known, conflicts: conflictsOf(rules, holders), rights };
};

export type ChartBreach = { id: string; personName: string; serviceName: string; resourceName: string; level: RightLevel };

/** Rights on resources with social data that people hold who work only in services that see none, by the organization chart. */
export const chartBreaches = async (tx: Tx, organizationId: string, on: CivilDate, view: View): Promise<ChartBreach[]> => {
  const { rows } = await sql<ChartBreach>`
    SELECT g.id, p.first_name || ' ' || p.last_name AS person_name, k.services AS service_name, r.name AS resource_name, g.level
    FROM access_grant g JOIN resource r ON r.organization_id = g.organization_id AND r.id = g.resource_id AND r.social_data
    JOIN person p ON p.organization_id = g.organization_id AND p.id = g.person_id
    JOIN LATERAL (SELECT string_agg(DISTINCT s.name, ', ') AS services, bool_or(s.sees_personal_data) AS sees FROM contract k JOIN service s ON s.organization_id = k.organization_id AND s.id = k.service_id
      WHERE k.organization_id = g.organization_id AND k.person_id = g.person_id AND k.start <= ${on}::date AND (k."end" IS NULL OR k."end" >= ${on}::date)) k ON NOT k.sees
    WHERE g.organization_id = ${organizationId} AND ${countsOn(on)} AND ${within(view, organizationId, on, sql.ref('g.person_id'))}
    ORDER BY p.last_name COLLATE names, p.first_name COLLATE names, r.name COLLATE names, g.id`.execute(tx);
  return rows;
};

/** The names of people. */
export const namesOfPeople = async (tx: Tx, organizationId: string, personIds: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`SELECT id, first_name || ' ' || last_name AS name FROM person WHERE organization_id = ${organizationId} AND id = ANY (${[...personIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Whether somebody works only in services that see no personal data of those whom the centre helps. */
export const seesNoSocialData = async (tx: Tx, organizationId: string, personId: string, resourceId: string, on: CivilDate): Promise<boolean> => {
  const { rows } = await sql<{ breach: boolean }>`SELECT coalesce((SELECT r.social_data FROM resource r WHERE r.organization_id = ${organizationId} AND r.id = ${resourceId}::uuid), false)
    AND coalesce((SELECT NOT bool_or(s.sees_personal_data) FROM contract k JOIN service s ON s.organization_id = k.organization_id AND s.id = k.service_id
      WHERE k.organization_id = ${organizationId} AND k.person_id = ${personId}::uuid AND k.start <= ${on}::date AND (k."end" IS NULL OR k."end" >= ${on}::date)), false) AS breach`.execute(tx);
  return rows[0]!.breach;
};
