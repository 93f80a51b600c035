import { contentHash } from '../../../documents/content.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { holders } from './holder-store.ts';
import { noteStateOf } from '../council.ts';
import { type NoteFacts, noteModel } from '../note.ts';
import { words } from '../words.ts';
import { findNote, type NoteRow, presentNote as freeze } from './note-store.ts';

export type ReadNote = { note: NoteRow; facts: NoteFacts; language: DocumentLanguage; slug: string };

/** All that a note says, in its own language or another. Its lines stay in the one in which they were written. Throws resourceNotFound. */
export const readNote = async (tx: Tx, organizationId: string, id: string, asked?: DocumentLanguage): Promise<ReadNote> => {
  const organization = await findOrganization(tx, organizationId);
  const note = organization && (await findNote(tx, organizationId, { id }));
  if (!organization || !note) throw new Problem('resourceNotFound');
  const language = asked ?? note.language;
  const { address } = organization;
  const held = await holders(tx, organizationId, note.heldOn);
  const facts: NoteFacts = {
    ...note,
    centre: { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
    adviser: held.adviser ?? null,
    directorGeneral: held.directorGeneral ?? null,
  };
  return { note, facts, language, slug: organization.slug };
};

/** The note as a document: frozen once presented, unless another language is asked for; else as it stands. */
export const modelOf = ({ note, facts, language }: ReadNote, day: CivilDate): DocumentModel =>
  note.model && language === note.language ? note.model : noteModel(facts, language, day, note.presentedOn ?? undefined);

/** `valombre-conseil-point-mensuel-2026-11-24.pdf` */
export const noteFileName = ({ slug, note, language }: Pick<ReadNote, 'slug' | 'note' | 'language'>, format: 'pdf' | 'docx'): string => `${slug}-${words[language].file.note}-${note.heldOn}.${format}`;

/**
 * The director-general presents a note to the council: drawn outside any transaction, then frozen in one. Throws wrongState where it is not
 * ready or was presented, staleVersion when it has changed since it was read or, given the hash of a preview, since it was looked at.
 */
export const presentNote = async (services: { db: Database } & Pick<Services, 'now'>, scope: Scope, organizationId: string, id: string, version: number, previewHash?: string): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const check = async (tx: Tx): Promise<ReadNote> => {
    const read = await readNote(tx, organizationId, id);
    if (noteStateOf(read.note) !== 'ready' || read.note.cancelledOn) throw new Problem('wrongState');
    if (read.note.version !== version) await refuseStale(tx, 'council_note', organizationId, id, version);
    return read;
  };
  const first = await db.tx(scope, async (tx) => {
    const read = await check(tx);
    if (previewHash !== undefined && contentHash(noteModel(read.facts, read.language, day)) !== previewHash) throw new Problem('staleVersion');
    return { read, auditHead: await trailHead(tx, organizationId) };
  });
  const compose = ({ facts, language }: ReadNote) => noteModel(facts, language, day, day);
  const drawn = await drawFrozen(compose(first.read), first.auditHead);
  await db.tx(scope, async (tx) => {
    const read = await check(tx);
    if (contentHash(compose(read)) !== drawn.contentHash) throw new Problem('staleVersion');
    await freeze(tx, organizationId, id, version, {
      presentedOn: day,
      presentedAt: services.now(),
      presentedBy: scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null,
      ...(await keepFrozen(tx, organizationId, drawn, (format) => noteFileName(read, format))),
    });
  });
};
