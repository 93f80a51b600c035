import type { Actor } from '../../../kernel/permissions.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { type ResultsInput, resultsOf } from '../council.ts';
import * as items from './item-store.ts';
import * as store from './store.ts';
import { subjectOf, subjects } from './subjects.ts';

type Given = ResultsInput['items'][number];
type Pair = { given: Given; item: items.ItemRow; index: number };

/** The items that are named, each with what is given. Throws badRequest (`resourceNotFound`, `notThisResult`), wrongState for one that is settled for good. */
const pairsOf = async (tx: Tx, organizationId: string, sitting: store.SittingRow, given: readonly Given[]): Promise<Pair[]> => {
  const agenda = await items.listItems(tx, organizationId, sitting.id);
  return given.map((one, index) => {
    const item = agenda.find(({ id }) => id === one.id);
    if (!item) throw invalidInput(`items[${index}].id`, 'referencedResourceNotFound');
    if (!resultsOf(item.kind).includes(one.result)) throw invalidInput(`items[${index}].result`, 'notThisResult');
    // What was approved is frozen in its own room; what was postponed stands on another agenda.
    if (item.result === 'postponed' || (item.result && item.kind === 'subject')) throw new Problem('wrongState');
    // Somebody else recorded, or reworded it, since it was read.
    if (item.version !== one.version) throw new Problem('staleVersion', { details: { item: item.id, itemTitle: item.title } });
    if (item.noteId && !item.presentedOn) throw invalidInput(`items[${index}].result`, 'noteNotPresented');
    if (one.result === 'approved' && item.kind === 'subject' && !one.decisionNumber) throw invalidInput(`items[${index}].decisionNumber`, 'required');
    return { given: one, item, index };
  });
};

/** Says which item a refusal is about: the page shows it under that item. */
const about = (error: unknown, { item, index }: Pair): unknown => {
  if (!(error instanceof Problem)) return error;
  const issues = (error.issues ?? []).map((issue) => ({ ...issue, name: `items[${index}].${issue.name}` }));
  return new Problem(error.code, { ...(issues.length > 0 ? { issues } : {}), details: { ...error.details, item: item.id, itemTitle: item.title } });
};

/**
 * Records what a sitting noted and decided, all of it or nothing: documents and plans that were approved get the date of the sitting and the
 * reference of the deliberation, by the approval of their own room, and what was postponed comes before the next sitting of the organ.
 * Throws wrongState (sitting to come or cancelled, item settled), badRequest by item, missingPermission, staleVersion (somebody recorded meanwhile), and whatever a room says against its own decision.
 */
export const recordResults = async (
  services: { db: Database } & Pick<Services, 'now'>,
  scope: Scope,
  actor: Actor,
  organizationId: string,
  sittingId: string,
  { items: given }: ResultsInput,
): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const read = async (tx: Tx): Promise<{ sitting: store.SittingRow; pairs: Pair[]; elsewhere: Map<string, { decidedOn: string; decisionNumber: string | null }> }> => {
    const sitting = await store.findSitting(tx, organizationId, sittingId, day);
    if (!sitting) throw new Problem('resourceNotFound');
    if (sitting.cancelledOn || sitting.heldOn > day) throw new Problem('wrongState');
    const pairs = await pairsOf(tx, organizationId, sitting, given);
    const elsewhere = new Map<string, { decidedOn: string; decisionNumber: string | null }>();
    for (const subject of subjects) {
      const ids = pairs.flatMap(({ item }) => (item.subjectKind === subject.kind && item.subjectId ? [item.subjectId] : []));
      if (ids.length > 0) for (const decided of await subject.decided(tx, organizationId, ids)) elsewhere.set(decided.id, decided);
    }
    return { sitting, pairs, elsewhere };
  };
  const { sitting, pairs, elsewhere } = await db.tx(scope, read);
  const withAnnualReport = pairs.some(({ item, given: { result } }) => item.subjectKind === 'yearlyReport' && result === 'approved');
  // In the order of the subjects; what its own room has already recorded of this very sitting is taken as it is.
  const toDecide = pairs
    .filter(({ item }) => item.kind === 'subject')
    .toSorted((a, b) => subjects.findIndex(({ kind }) => kind === a.item.subjectKind) - subjects.findIndex(({ kind }) => kind === b.item.subjectKind));
  const prepared: { pair: Pair; record: (tx: Tx) => Promise<void> }[] = [];
  for (const pair of toDecide) {
    const subject = subjectOf(pair.item.subjectKind ?? '');
    if (!subject || !pair.item.subjectId) throw new Problem('resourceNotFound');
    if (!can(actor, subject.decides)) throw new Problem('missingPermission');
    const known = elsewhere.get(pair.item.subjectId);
    if (known && pair.given.result === 'approved') {
      if (known.decidedOn !== sitting.heldOn || (known.decisionNumber ?? undefined) !== pair.given.decisionNumber) throw invalidInput(`items[${pair.index}].decisionNumber`, 'decidedElsewhere');
      continue;
    }
    if (known) throw invalidInput(`items[${pair.index}].result`, 'decidedElsewhere');
    try {
      const record = await subject.decide(services, scope, organizationId, pair.item.subjectId, {
        decidedOn: sitting.heldOn,
        decisionNumber: pair.given.decisionNumber,
        outcome: pair.given.result as 'approved' | 'refused' | 'postponed',
        withAnnualReport,
      });
      prepared.push({ pair, record });
    } catch (error) {
      throw about(error, pair);
    }
  }
  await db.tx(
    scope,
    async (tx) => {
      await items.lockItems(
        tx,
        organizationId,
        pairs.map(({ item }) => item.id),
      );
      const now = await pairsOf(tx, organizationId, sitting, given);
      // Of two who record at once, the second says nothing over the first.
      if (now.some(({ item }, index) => item.version !== pairs[index]!.item.version)) throw new Problem('staleVersion');
      for (const { pair, record } of prepared) {
        try {
          await record(tx);
        } catch (error) {
          throw about(error, pair);
        }
      }
      for (const { item, given: one } of now) await settle(services, tx, scope, organizationId, sitting, item, one);
    },
    { seconds: 30 },
  );
};

const settle = async (services: Pick<Services, 'now'>, tx: Tx, scope: Scope, organizationId: string, sitting: store.SittingRow, item: items.ItemRow, given: Given): Promise<void> => {
  await items.recordResult(tx, organizationId, item.id, {
    result: given.result,
    decisionNumber: given.decisionNumber ?? null,
    resultNote: given.note ?? null,
    recordedAt: services.now(),
    recordedBy: scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null,
  });
  if (given.result !== 'postponed') return;
  const next = await store.nextSitting(tx, organizationId, sitting.organ, sitting.heldOn);
  if (!next) throw new Problem('badRequest', { issues: [{ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name: 'items', code: 'noNextSitting' }] });
  const { kind, title, text, year, subjectKind, subjectId } = item;
  await items.insertItem(tx, organizationId, {
    sittingId: next.id,
    kind,
    title,
    text: text ?? undefined,
    year: year ?? undefined,
    subjectKind: subjectKind ?? undefined,
    subjectId: subjectId ?? undefined,
    postponedFromId: item.id,
  });
};
