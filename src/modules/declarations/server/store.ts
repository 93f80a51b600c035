import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import { settleUndertaking } from '../../movements/server/service.ts';
import type { SignatureInput } from '../../../kernel/signature.ts';
import type { EarlierInput, Variant, Way } from '../declaration.ts';
import type { Proof } from './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

export type DeclarationRow = {
  organizationId: string;
  id: string;
  version: number;
  number: number;
  personId: string | null;
  supplierId: string | null;
  name: string;
  variant: Variant;
  how: Way;
  signedOn: CivilDate;
  signedAt: Date | null;
  language: DocumentLanguage | null;
  textId: string | null;
  textNumber: number | null;
  signatory: string | null;
  contentHash: string | null;
  auditHead: string | null;
  fileId: string | null;
  place: string | null;
  countersignedOn: CivilDate | null;
  countersignedBy: string | null;
  annulledOn: CivilDate | null;
  annulmentReason: string | null;
};

const personName = sql<string>`coalesce(person.first_name || ' ' || person.last_name, supplier.name)`;

const declarationColumns = [
  'organizationId',
  'id',
  'version',
  'number',
  'personId',
  'supplierId',
  'variant',
  'how',
  'signedOn',
  'signedAt',
  'language',
  'textId',
  'signatory',
  'contentHash',
  'auditHead',
  'fileId',
  'place',
  'countersignedOn',
  'countersignedBy',
  'annulledOn',
  'annulmentReason',
] as const;

export type DeclarationFilters = {
  personId?: string | undefined;
  variant?: Variant | undefined;
  how?: Way | undefined;
  state?: 'valid' | 'annulled' | undefined;
  countersigned?: 'yes' | 'no' | undefined;
  year?: number | undefined;
  text?: string | undefined;
};

/** What was signed, with the names of whom it binds. */
export const listDeclarations = (tx: Tx, organizationId: string, filters: DeclarationFilters = {}): Listed => {
  let query = tx
    .selectFrom('declaration')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'declaration.organizationId').onRef('person.id', '=', 'declaration.personId'))
    .leftJoin('supplier', (join) => join.onRef('supplier.organizationId', '=', 'declaration.organizationId').onRef('supplier.id', '=', 'declaration.supplierId'))
    .leftJoin('declarationText as text', (join) => join.onRef('text.organizationId', '=', 'declaration.organizationId').onRef('text.id', '=', 'declaration.textId'))
    .where('declaration.organizationId', '=', organizationId)
    .select(declarationColumns.map((column) => `declaration.${column}` as 'declaration.id'))
    .select(['text.number as textNumber', personName.as('name')]) as Listed;
  if (filters.personId) query = query.where('declaration.personId', '=', filters.personId);
  if (filters.variant) query = query.where('declaration.variant', '=', filters.variant);
  if (filters.how) query = query.where('declaration.how', '=', filters.how);
  if (filters.state) query = query.where('declaration.annulledOn', filters.state === 'annulled' ? 'is not' : 'is', null);
  if (filters.countersigned === 'yes') query = query.where('declaration.countersignedOn', 'is not', null);
  if (filters.countersigned === 'no') query = query.where('declaration.countersignedOn', 'is', null).where('declaration.annulledOn', 'is', null).where('declaration.how', '<>', 'earlier');
  if (filters.year) query = query.where(sql<boolean>`declaration.signed_on BETWEEN ${`${filters.year}-01-01`} AND ${`${filters.year}-12-31`}`);
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where(sql<boolean>`coalesce(person.search_text, supplier.search_text) LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return query;
};
export const declarationSorts: Sorts = {
  signed: [sql`declaration.signed_on`],
  name: [sql`coalesce(person.last_name, supplier.name) COLLATE names`, sql`coalesce(person.first_name, '') COLLATE names`],
  number: [sql`declaration.number`],
};

export const findDeclaration = async (tx: Tx, organizationId: string, id: string, personId?: string): Promise<DeclarationRow | undefined> =>
  (listDeclarations(tx, organizationId, personId ? { personId } : {}) as Listed).where('declaration.id', '=', id).executeTakeFirst() as Promise<DeclarationRow | undefined>;

/** What is to be entered; the rest follows from it. */
export type NewDeclaration = {
  personId?: string | null;
  supplierId?: string | null;
  variant: Variant;
  how: Way;
  signedOn: CivilDate;
  signedAt?: Date | null;
  language?: DocumentLanguage | null;
  textId?: string | null;
  signatory?: string | null;
  model?: DocumentModel | null;
  contentHash?: string | null;
  proof?: Proof;
  auditHead?: string | null;
  signature?: SignatureInput | null;
  fileId?: string | null;
  sheetId?: string | null;
  place?: string | null;
};

/** The next numbers of the register of a centre; the others wait until the transaction has ended. */
const nextNumber = async (tx: Tx, organizationId: string): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`declaration/${organizationId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('declaration')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .executeTakeFirstOrThrow();
  return last.number + 1;
};

/** Enters what was signed, with the next number; the step of an arrival that asks for it is done with it. Throws alreadyExists where the same was signed the same day, or the sheet has come back already. */
export const insertDeclaration = async (tx: Tx, organizationId: string, values: NewDeclaration): Promise<{ id: string; number: number }> => {
  const id = newId();
  const number = await nextNumber(tx, organizationId);
  const { model, proof, signature, ...plain } = values;
  const none = { personId: null, supplierId: null, signedAt: null, language: null, textId: null, signatory: null, contentHash: null, auditHead: null, fileId: null, sheetId: null, place: null };
  const made = await tx
    .insertInto('declaration')
    .values({
      ...none,
      ...plain,
      organizationId,
      id,
      number,
      model: model ? JSON.stringify(model) : null!,
      proof: JSON.stringify(proof ?? {}),
      signature: signature ? JSON.stringify(signature) : null!,
      countersignedOn: null,
      countersignedAt: null,
      countersignedById: null,
      countersignedBy: null,
      annulledOn: null,
      annulmentReason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (made.length === 0) throw new Problem('alreadyExists');
  // Of a sheet only the day is known: noon stands for it. Whether a paper of earlier is enough, a person says.
  if (values.personId && values.how !== 'earlier') await settleUndertaking(tx, organizationId, values.personId, values.signedAt ?? new Date(`${values.signedOn}T12:00:00Z`));
  return { id, number };
};

/** Countersigns those of these that wait for it; those that do not are named by the refusal. Throws badRequest (`notCountersignable`), resourceNotFound. */
export const countersign = async (tx: Tx, organizationId: string, ids: readonly string[], by: { on: CivilDate; at: Date; personId: string | null; name: string }): Promise<number> => {
  const asked = [...new Set(ids)];
  const done = await tx
    .updateTable('declaration')
    .set({ countersignedOn: by.on, countersignedAt: by.at, countersignedById: by.personId, countersignedBy: by.name })
    .where('organizationId', '=', organizationId)
    .where('id', 'in', asked)
    .where('countersignedOn', 'is', null)
    .where('annulledOn', 'is', null)
    .where('how', '<>', 'earlier')
    .returning('id')
    .execute();
  if (done.length < asked.length) throw invalidInput('declarationIds', 'notCountersignable', { count: asked.length - done.length });
  return done.length;
};

/** Annuls one of that version. Throws staleVersion, wrongState where it is annulled already. */
export const annul = async (tx: Tx, organizationId: string, row: DeclarationRow, version: number, on: CivilDate, reason: string): Promise<void> => {
  if (row.annulledOn !== null) throw new Problem('wrongState');

  const changed = await tx
    .updateTable('declaration')
    .set({ annulledOn: on, annulmentReason: reason })
    .where('organizationId', '=', organizationId)
    .where('id', '=', row.id)
    .where('version', '=', version)
    .where('annulledOn', 'is', null)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) await refuseStale(tx, 'declaration', organizationId, row.id, version);
};

export const countUncountersigned = async (tx: Tx, organizationId: string): Promise<number> =>
  (
    await tx
      .selectFrom('declaration')
      .select(sql<number>`count(*)::int`.as('waiting'))
      .where('organizationId', '=', organizationId)
      .where('countersignedOn', 'is', null)
      .where('annulledOn', 'is', null)
      .where('how', '<>', 'earlier')
      .executeTakeFirstOrThrow()
  ).waiting;

/** Enters one on other paper than ours, with its scan where there is one. Throws badRequest (`referencedResourceNotFound`) where this centre has no such person or supplier. */
export const insertEarlier = async (tx: Tx, organizationId: string, input: EarlierInput, enteredBy?: string, fileId?: string): Promise<{ id: string }> => {
  const { personId, supplierId, variant, signedOn, place, signatory } = input;
  const { rows } = await sql<{ known: boolean }>`SELECT EXISTS (SELECT FROM person p WHERE p.organization_id = ${organizationId} AND p.id = ${personId ?? null} AND p.erased_on IS NULL)
    OR EXISTS (SELECT FROM supplier s WHERE s.organization_id = ${organizationId} AND s.id = ${supplierId ?? null}) AS known`.execute(tx);
  if (!rows[0]?.known) throw invalidInput(personId ? 'personId' : 'supplierId', 'referencedResourceNotFound');
  return insertDeclaration(tx, organizationId, {
    personId: personId ?? null,
    supplierId: supplierId ?? null,
    variant,
    how: 'earlier',
    signedOn,
    place: place ?? null,
    signatory: signatory ?? null,
    proof: enteredBy ? { enteredBy } : {},
    fileId: fileId ?? null,
  });
};
