import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { heldOn, rightsOfProfile } from '../../access/server/service.ts';
import { contractsOf } from '../../people/server/service.ts';
import { resourcesOf } from '../../resources/server/service.ts';
import { goesOn, type MovementKind } from '../movement.ts';
import type { CaseFacts, HeldRight, ProfileRight } from '../planning.ts';
import './tables.ts';

/** Who heads a service or, where nobody does or it is the person, a service above it; undefined where there is none. */
const headAbove = async (tx: Tx, organizationId: string, serviceId: string, personId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ headId: string }>`WITH RECURSIVE above AS (
      SELECT s.id, s.parent_id, s.head_id, 0 AS depth FROM service s WHERE s.organization_id = ${organizationId} AND s.id = ${serviceId}
      UNION ALL SELECT s.id, s.parent_id, s.head_id, above.depth + 1 FROM service s JOIN above ON s.id = above.parent_id WHERE s.organization_id = ${organizationId} AND above.depth < 20)
    SELECT head_id FROM above WHERE head_id IS NOT NULL AND head_id <> ${personId} ORDER BY depth LIMIT 1`.execute(tx);
  return rows[0]?.headId;
};

/** The functions of the centre that somebody else than the person holds on a day. */
const rolesHeld = async (tx: Tx, organizationId: string, personId: string, day: CivilDate): Promise<Set<string>> => {
  const { rows } = await sql<{ kind: string }>`SELECT DISTINCT kind FROM mandate WHERE organization_id = ${organizationId} AND person_id <> ${personId}
    AND start <= ${day}::date AND ("end" IS NULL OR "end" >= ${day}::date)
    UNION SELECT DISTINCT unnest(granted_roles) FROM link WHERE organization_id = ${organizationId} AND (person_id IS NULL OR person_id <> ${personId}) AND ("end" IS NULL OR "end" >= ${day}::date)`.execute(
    tx,
  );
  return new Set(rows.map(({ kind }) => kind));
};

type Of = { kind: MovementKind; id: string; personId: string; contractId: string | null; fromContractId: string | null; day: CivilDate; reason: string };

/** What the registers know of a case on a day (`today`, for who holds which function). */
export const factsOfCase = async (tx: Tx, organizationId: string, of: Of, today: CivilDate): Promise<CaseFacts> => {
  const { kind, personId, contractId, fromContractId, day } = of;
  const contracts = await contractsOf(tx, organizationId, [personId]);
  const contract = contracts.find(({ id }) => id === contractId);
  const from = contracts.find(({ id }) => id === fromContractId);
  const profile = async (one: (typeof contracts)[number] | undefined): Promise<ProfileRight[]> =>
    one ? rightsOfProfile(tx, organizationId, { function: one.function, serviceId: one.serviceId }) : [];
  const others = kind === 'departure' ? contracts.filter((one) => one.id !== contractId && one.start <= day && (!one.end || one.end > day)) : [];
  const held = await heldOn(tx, organizationId, day < today ? today : day, { personIds: [personId] });
  const resources = new Map((await resourcesOf(tx, organizationId, [...new Set(held.map(({ resourceId }) => resourceId))])).map((resource) => [resource.id, resource]));
  const led = await tx.selectFrom('service').select(['id', 'name']).where('organizationId', '=', organizationId).where('headId', '=', personId).orderBy('name').execute();
  const otherContract = kind === 'departure' && goesOn(contracts, contractId ?? undefined, day);
  const after: ProfileRight[] = [];
  for (const one of kind === 'departure' ? others : [contract]) after.push(...(await profile(one)));
  const serviceId = (kind === 'change' ? from : contract)?.serviceId ?? contract?.serviceId;
  return {
    kind,
    id: of.id,
    personId,
    day,
    contractKind: contract?.kind,
    held: held.map(({ id, resourceId, level }): HeldRight => {
      const resource = resources.get(resourceId)!;
      return { grantId: id, resourceId, level, resourceName: resource.name, resourceKind: resource.kind, supplierId: resource.supplierId ?? undefined };
    }),
    before: await profile(kind === 'change' ? from : contract),
    after: kind === 'suspension' ? [] : after,
    otherContract,
    // Who leaves one service for another, or everything, leaves those that they headed.
    led: kind === 'departure' && otherContract ? [] : led,
    headId: serviceId ? await headAbove(tx, organizationId, serviceId, personId) : undefined,
    roles: await rolesHeld(tx, organizationId, personId, today),
    reason: of.reason,
  };
};
