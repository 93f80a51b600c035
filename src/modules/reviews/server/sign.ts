import { contentHash } from '../../../documents/content.ts';
import { dayOf } from '../../../kernel/counting.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { storeFile } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { freezeList } from '../../access/server/service.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type ResultFacts, resultModel, resultSheets } from '../result.ts';
import type { SignatureInput } from '../review.ts';
import { words } from '../words.ts';
import { follow } from './follow.ts';
import * as parts from './part-store.ts';
import * as store from './store.ts';

type Able = { db: Database } & Pick<Services, 'now'>;
type Signing = { name: string; accountId: string | null };

/** Rights without an answer must each be given a reason; no other may be. Throws badRequest (`undecidedLeft`). */
const reasonsFor = (rows: readonly parts.ItemRow[], given: SignatureInput['leftOpen']): Map<string, string> => {
  const ofRight = new Map(given.flatMap((one) => ('ids' in one ? one.ids.map((id) => [id, one.reason] as const) : [])));
  const ofPart = new Map(given.flatMap((one) => ('by' in one ? [[one.by, one.reason] as const] : [])));
  const open = rows.filter(({ decision, goneOn }) => decision === null && goneOn === null).map(({ id, reviewerId }) => [id, ofRight.get(id) ?? ofPart.get(reviewerId ?? 'adviser')] as const);
  const missing = open.filter(([, reason]) => reason === undefined).length;
  if (missing > 0) throw invalidInput('leftOpen', 'undecidedLeft', { count: missing });
  return new Map(open.map(([id, reason]) => [id, reason!]));
};

const readResult = async (tx: Tx, organizationId: string, id: string, day: CivilDate, given: SignatureInput, by: Signing) => {
  const organization = await findOrganization(tx, organizationId);
  const review = await store.findReview(tx, organizationId, id, day);
  if (!organization || !review) throw new Problem('resourceNotFound');
  if (review.signedAt) throw new Problem('wrongState');
  const [found, rows, since] = [await parts.partsOf(tx, [organizationId], [id], day), await parts.itemsOf(tx, organizationId, id, day), await store.givenSince(tx, organizationId, review, day)];
  const reasons = reasonsFor(rows, given.leftOpen);
  const { address } = organization;
  const facts: ResultFacts = {
    centre: { name: inLanguage(organization.name, review.language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
    year: review.year,
    takenOn: review.takenOn,
    begun: { by: review.begunName, on: dayOf(review.begunAt) },
    signed: { by: by.name, on: day },
    conclusion: given.conclusion ?? null,
    people: review.people,
    parts: found.map((part) => ({ ...part, reviewer: part.reviewerName, handedOn: part.handedAt ? dayOf(part.handedAt) : null })),
    rights: rows.map((row) => ({ ...row, person: row.personName, resource: row.resourceName, leftOpen: reasons.get(row.id) ?? null })),
    givenSince: since.map(({ personName, resourceName, level, start }) => ({ person: personName, resource: resourceName, level: level as ResultFacts['rights'][number]['level'], start })),
  };
  return { review, facts, rows, reasons, slug: organization.slug };
};

/**
 * Signs a review off: drawn as PDF, Word and workbook outside any transaction, then kept and frozen in one; what nobody had handed in is, and becomes
 * steps. Then the list of the rights of that day is frozen as a version of its own; should that fail, anybody may still freeze it by hand. Throws resourceNotFound, wrongState, badRequest (`undecidedLeft`), staleVersion where somebody changed something meanwhile.
 */
export const signReview = async (services: Able, scope: Scope, organizationId: string, id: string, given: SignatureInput, by: Signing): Promise<void> => {
  const { db, now } = services;
  const day = today(services);
  const first = await db.tx(scope, async (tx) => ({ ...(await readResult(tx, organizationId, id, day, given, by)), auditHead: await trailHead(tx, organizationId) }));
  const { language } = first.review;
  const [drawn, workbook] = await Promise.all([drawFrozen(resultModel(first.facts, language), first.auditHead), writeWorkbook(resultSheets(first.facts, language), day)]);
  const name = (format: string) => `${first.slug}-${words[language].file}-${first.review.year}.${format}`;
  await db.tx(
    scope,
    async (tx) => {
      if (!(await store.lockOpen(tx, organizationId, id))) throw new Problem('wrongState');
      const read = await readResult(tx, organizationId, id, day, given, by);
      if (contentHash(resultModel(read.facts, language)) !== drawn.contentHash) throw new Problem('staleVersion');
      const fresh = read.rows.filter(({ decision, handedAt }) => decision !== null && handedAt === null);
      await parts.handIn(
        tx,
        organizationId,
        fresh.map((row) => row.id),
        now(),
      );
      await follow(
        tx,
        organizationId,
        id,
        fresh.filter(({ goneOn }) => goneOn === null),
        day,
      );
      await parts.leaveOpen(
        tx,
        organizationId,
        id,
        [...read.reasons].map(([right, reason]) => ({ id: right, reason })),
      );
      const frozen = await keepFrozen(tx, organizationId, drawn, name);
      const { id: xlsxFileId } = await storeFile(tx, organizationId, { name: name('xlsx'), mediaType: fileKinds.xlsx, bytes: workbook });
      await store.writeSigned(tx, organizationId, id, { ...frozen, xlsxFileId, conclusion: given.conclusion ?? null, signedAt: now(), signedBy: by.accountId, signedName: by.name });
    },
    { seconds: 30 },
  );
  await freezeList(services, scope, organizationId, { reason: 'review', on: day });
};
