import type { Action, Actor } from '../../../kernel/permissions.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { normOrigins } from '../../norms/server/service.ts';
import { adviceOrigins } from '../../advice/server/service.ts';
import { findingOrigins } from '../../inspections/server/service.ts';
import { continuityOrigins } from '../../continuity/server/service.ts';
import { councilOrigins } from '../../council/server/service.ts';
import { inventoryOrigins } from '../../inventories/server/service.ts';
import { interventionOrigins } from '../../interventions/server/service.ts';
import { decisionOrigins } from '../../platform/server/service.ts';
import { roundOrigins } from '../../premises/server/service.ts';
import { contractOrigins } from '../../suppliers/server/service.ts';
import type { Origin, OriginKind } from '../action.ts';

/** A record that an action comes from: what it is called, and its address under `/c/<centre>/`. */
export type OriginRecord = { id: string; title: string; path: string };
/** How a room tells of its records by their ids, those of that centre alone; `read` is what one must be allowed to know their titles. */
type OriginSource = { read: Action; find: (tx: Tx, organizationId: string, ids: readonly string[]) => Promise<OriginRecord[]> };

/** The table of contents of what actions come from: a room exports its function from its `server/service.ts`, and has its line here. A kind without one is named in words. */
const sources: Partial<Record<OriginKind, OriginSource>> = {
  norm: { read: 'norm.read', find: normOrigins },
  advice: { read: 'advice.read', find: adviceOrigins },
  finding: { read: 'inspection.read', find: findingOrigins },
  council: { read: 'council.read', find: councilOrigins },
  continuity: { read: 'continuity.read', find: continuityOrigins },
  meeting: { read: 'platform.read', find: decisionOrigins },
  round: { read: 'premises.read', find: roundOrigins },
  contract: { read: 'supplier.read', find: contractOrigins },
  intervention: { read: 'intervention.read', find: interventionOrigins },
  inventory: { read: 'inventory.read', find: inventoryOrigins },
};

/** An origin as it is shown: with its title and address where the record is there and the reader may know of it. */
export type ShownOrigin = Origin & { title?: string; path?: string };

const idsByKind = (origins: readonly Origin[]): Map<OriginKind, Set<string>> => {
  const ids = new Map<OriginKind, Set<string>>();
  for (const { kind, id } of origins) if (id) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  return ids;
};

const recordsOf = async (tx: Tx, organizationId: string, origins: readonly Origin[], actor?: Actor): Promise<Map<string, OriginRecord>> => {
  const found = new Map<string, OriginRecord>();
  for (const [kind, ids] of idsByKind(origins)) {
    const source = sources[kind];
    if (!source || (actor && !can(actor, source.read))) continue;
    for (const record of await source.find(tx, organizationId, [...ids])) found.set(`${kind}/${record.id}`, record);
  }
  return found;
};

/** Gives the origins of many actions their titles and addresses: one query per room. What this actor may not read has none. */
export const showOrigins = async <A extends { origins: Origin[] }>(tx: Tx, organizationId: string, actions: readonly A[], actor: Actor): Promise<(A & { origins: ShownOrigin[] })[]> => {
  const found = await recordsOf(
    tx,
    organizationId,
    actions.flatMap(({ origins }) => origins),
    actor,
  );
  return actions.map((action) => ({
    ...action,
    origins: action.origins.map((origin) => {
      const record = found.get(`${origin.kind}/${origin.id}`);
      return record ? { ...origin, title: record.title, path: record.path } : origin;
    }),
  }));
};

/** Refuses an origin that no room of this centre knows; `kept` are those that stood there before, and may have gone since. Throws badRequest (`originUnknown`). */
export const refuseUnknownOrigins = async (tx: Tx, organizationId: string, origins: readonly Origin[], kept: readonly Origin[]): Promise<void> => {
  const fresh = origins.filter(({ kind, id }) => id && !kept.some((before) => before.kind === kind && before.id === id));
  const found = await recordsOf(tx, organizationId, fresh);
  const unknown = fresh.find(({ kind, id }) => !found.has(`${kind}/${id}`));
  if (unknown) throw invalidInput(`origins[${origins.indexOf(unknown)}].id`, 'originUnknown');
};
