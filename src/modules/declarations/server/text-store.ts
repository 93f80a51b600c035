import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { type DocumentLanguage, documentLanguages, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import type { TextInput, Variant } from '../declaration.ts';
import { type CentreFacts, wordingOf } from '../model.ts';
import { libraryText } from './library.ts';
import type { TextContent } from './tables.ts';

export type TextRow = {
  id: string;
  version: number;
  variant: Variant;
  number: number;
  libraryRevision: number;
  additions: Partial<Record<DocumentLanguage, string>>;
  inForceOn: CivilDate;
  askAgain: boolean;
  content: TextContent;
  contentHash: string;
  reason: string | null;
};
const columns = ['id', 'version', 'variant', 'number', 'libraryRevision', 'additions', 'inForceOn', 'askAgain', 'content', 'contentHash', 'reason'] as const;

export type Centre = { slug: string; documentLanguage: DocumentLanguage; facts: (language: DocumentLanguage) => CentreFacts };

/** The centre as its undertakings name it. Throws resourceNotFound. */
export const readCentre = async (tx: Tx, organizationId: string): Promise<Centre> => {
  const found = await findOrganization(tx, organizationId);
  if (!found) throw new Problem('resourceNotFound');
  const { address } = found;
  return {
    slug: found.slug,
    documentLanguage: found.documentLanguage,
    facts: (language) => ({
      name: inLanguage(found.name, language),
      ...(address ? { address: `${address.street}, ${address.postalCode} ${address.locality}` } : {}),
      flemishDecree: found.region === 'flanders',
    }),
  };
};

/** What the library says today, in the three languages, with the names of the centre. */
export const libraryContent = (variant: Variant, centre: Centre): { content: TextContent; revision: number } => ({
  content: Object.fromEntries(documentLanguages.map((language) => [language, wordingOf(libraryText(variant, language), centre.facts(language))])) as TextContent,
  revision: libraryText(variant, centre.documentLanguage).revision,
});

const hashOf = (content: TextContent, additions: TextRow['additions']): string =>
  createHash('sha256')
    .update(JSON.stringify(documentLanguages.map((language) => [language, content[language], additions[language] ?? null])))
    .digest('hex');

/** All versions of the texts of a centre, the newest of each variant first. */
export const listTexts = async (tx: Tx, organizationId: string, variant?: Variant): Promise<TextRow[]> => {
  let query = tx.selectFrom('declarationText').select(columns).where('organizationId', '=', organizationId);
  if (variant) query = query.where('variant', '=', variant);
  return query.orderBy('variant').orderBy('number', 'desc').execute();
};

export const findText = async (tx: Tx, organizationId: string, id: string): Promise<TextRow | undefined> =>
  tx.selectFrom('declarationText').select(columns).where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** The text that is signed on that day, or undefined where the centre has none of its own yet: then the library's is. */
const inForce = async (tx: Tx, organizationId: string, variant: Variant, today: CivilDate): Promise<TextRow | undefined> =>
  tx
    .selectFrom('declarationText')
    .select(columns)
    .where('organizationId', '=', organizationId)
    .where('variant', '=', variant)
    .where('inForceOn', '<=', today)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** A text as it would be signed today: of the centre, or the library's that nobody has signed here yet (`id` is null). */
export const currentText = async (tx: Tx, organizationId: string, variant: Variant, centre: Centre, today: CivilDate): Promise<Omit<TextRow, 'id'> & { id: string | null }> => {
  const found = await inForce(tx, organizationId, variant, today);
  if (found) return found;
  const { content, revision } = libraryContent(variant, centre);
  return { id: null, version: 1, variant, number: 1, libraryRevision: revision, additions: {}, inForceOn: today, askAgain: false, content, contentHash: hashOf(content, {}), reason: null };
};

/** The same, kept: the first time that a text is signed or printed, the library's becomes the centre's first version. */
export const keptText = async (tx: Tx, organizationId: string, variant: Variant, centre: Centre, today: CivilDate): Promise<TextRow> => {
  const found = await currentText(tx, organizationId, variant, centre, today);
  if (found.id !== null) return { ...found, id: found.id };
  await insert(tx, organizationId, found);
  // Where a clock was put back, the first version begins after today: it is the one there is.
  return (await inForce(tx, organizationId, variant, today)) ?? (await listTexts(tx, organizationId, variant)).at(-1)!;
};

const insert = async (tx: Tx, organizationId: string, text: Omit<TextRow, 'id' | 'version'> & { id?: string | null; version?: number }): Promise<string> => {
  const id = newId();
  const { additions, content, variant, number, libraryRevision, inForceOn, askAgain, contentHash, reason } = text;
  await tx
    .insertInto('declarationText')
    .values({ organizationId, id, variant, number, libraryRevision, additions: JSON.stringify(additions), inForceOn, askAgain, content: JSON.stringify(content), contentHash, reason })
    // Of two who need the first version at once, the second takes what the first has made.
    .onConflict((conflict) => conflict.columns(['organizationId', 'variant', 'number']).doNothing())
    .execute();
  return id;
};

/** A new version of a text: today's library with the centre's additions. Throws wrongState where nothing differs from the version before. */
export const addText = async (tx: Tx, organizationId: string, input: TextInput, centre: Centre, today: CivilDate): Promise<string> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`declarationText/${organizationId}`}, 0))`.execute(tx);
  // What the library says today is the first version, so that whoever signed it and whoever signs the next are told apart.
  await keptText(tx, organizationId, input.variant, centre, today);
  const [last] = await listTexts(tx, organizationId, input.variant);
  const { content, revision } = libraryContent(input.variant, centre);
  const contentHash = hashOf(content, input.additions);
  if (last?.contentHash === contentHash) throw new Problem('wrongState');
  return insert(tx, organizationId, {
    variant: input.variant,
    number: (last?.number ?? 0) + 1,
    libraryRevision: revision,
    additions: input.additions,
    inForceOn: input.inForceOn,
    askAgain: input.askAgain,
    content,
    contentHash,
    reason: input.reason ?? null,
  });
};

export const renewMonthsOf = async (tx: Tx, organizationId: string): Promise<number | null> =>
  (await tx.selectFrom('declarationSetting').select('renewMonths').where('organizationId', '=', organizationId).executeTakeFirst())?.renewMonths ?? null;

export const setRenewMonths = async (tx: Tx, organizationId: string, renewMonths: number | null): Promise<void> => {
  await tx
    .insertInto('declarationSetting')
    .values({ organizationId, id: newId(), renewMonths })
    .onConflict((conflict) => conflict.column('organizationId').doUpdateSet({ renewMonths }))
    .execute();
};
