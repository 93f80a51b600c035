import { mergePdfs, pdfPages } from '../../../documents/pdf-merge.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { type BundleFacts, coverModel, itemModel, partName } from '../bundle.ts';
import { words } from '../words.ts';
import { proceduresOf, senderOf } from './agenda.ts';
import { type ItemRow, listItems } from './item-store.ts';
import { modelOf, noteFileName, readNote } from './note-service.ts';
import { findSitting } from './store.ts';
import { subjectOf } from './subjects.ts';

export type Paper = { name: string; mediaType: string; bytes: Uint8Array };
export type MadeBundle = { slug: string; language: DocumentLanguage; heldOn: string; pdf: Uint8Array; papers: Paper[]; pages: number };

const pdfType = 'application/pdf';

/**
 * The bundle of a sitting: one PDF with a title page, the agenda with page numbers and the papers in its order, each as it stands now or frozen;
 * and the papers one by one. A paper that is no PDF, or one that cannot be read, is named on the agenda and goes with the others. Throws resourceNotFound.
 */
export const makeBundle = async (
  services: { db: Database } & Pick<Services, 'now'>,
  scope: Scope,
  actor: Actor,
  organizationId: string,
  { sittingId, language: asked }: { sittingId: string; language?: DocumentLanguage | undefined },
  progress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<MadeBundle> => {
  const day = today(services);
  const { sitting, agenda, sender } = await services.db.tx(scope, async (tx) => {
    const found = await findSitting(tx, organizationId, sittingId, day);
    if (!found) throw new Problem('resourceNotFound');
    return { sitting: found, agenda: await listItems(tx, organizationId, sittingId), sender: await senderOf(tx, organizationId) };
  });
  const { slug } = sender;
  const language = asked ?? sender.language;
  const facts: BundleFacts = { centre: { name: sender.name, lines: sender.lines }, organ: sitting.organ, heldOn: sitting.heldOn, startTime: sitting.startTime, place: sitting.place };
  const found: { item: ItemRow; paper: Paper | undefined }[] = [];
  for (const [index, item] of agenda.entries()) {
    const paper = await paperOf(services, scope, actor, organizationId, facts, item, language, day);
    found.push({ item, paper: paper && { ...paper, name: partName(index, paper.name) } });
    await progress(index + 1, agenda.length + 1);
  }
  const counts = await pdfPages(found.map(({ paper }) => (paper?.mediaType === pdfType ? paper.bytes : new Uint8Array())));
  const draw = (first: number) => {
    let page = first;
    const entries = found.map(({ item, paper }, index) => {
      const count = counts[index];
      const at = page;
      page += count ?? 0;
      return { title: item.title, ...(count ? { page: at } : {}), ...(paper && !count ? { file: paper.name } : {}) };
    });
    return render(coverModel(facts, entries, language, day), 'pdf');
  };
  // The agenda is as long with other numbers: its pages are counted before they are known.
  const [coverPages] = await pdfPages([await draw(1)]);
  const cover = await draw((coverPages ?? 1) + 1);
  const parts = found.flatMap(({ item, paper }, index) => (paper && counts[index] ? [{ title: `${index + 1}. ${item.title}`, bytes: paper.bytes }] : []));
  const pdf = await mergePdfs([{ title: words[language].bundle, bytes: cover }, ...parts], words[language].bundle);
  const pages = (coverPages ?? 1) + counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return { slug, language, heldOn: sitting.heldOn, pdf, papers: found.flatMap(({ paper }) => paper ?? []), pages };
};

/** What is put before the council under an item; undefined where there is nothing but its title, or this actor may not read it. */
const paperOf = async (
  services: { db: Database } & Pick<Services, 'now'>,
  scope: Scope,
  actor: Actor,
  organizationId: string,
  facts: BundleFacts,
  item: ItemRow,
  language: DocumentLanguage,
  day: string,
): Promise<Paper | undefined> => {
  if (item.noteId) {
    const { noteId } = item;
    // A note that its writer has not called ready is not for the council: the agenda names it, without a paper.
    if (!item.readyOn && !item.presentedOn) return undefined;
    const read = await services.db.tx(scope, (tx) => readNote(tx, organizationId, noteId));
    if (read.note.pdfFileId) return readFileBytes(services.db, scope, organizationId, read.note.pdfFileId);
    return { name: noteFileName(read, 'pdf'), mediaType: pdfType, bytes: await render(modelOf(read, day), 'pdf') };
  }
  if (item.kind === 'subject') {
    const subject = subjectOf(item.subjectKind ?? '');
    if (!subject || !item.subjectId || !can(actor, subject.read)) return undefined;
    try {
      return await subject.pdf(services, scope, organizationId, item.subjectId);
    } catch (error) {
      // A draft that was deleted in its own room: the item stays on the agenda, without a paper.
      if (error instanceof Problem && error.code === 'resourceNotFound') return undefined;
      throw error;
    }
  }
  const { year } = item;
  if (year === null && !item.text) return undefined;
  const rows = year === null ? undefined : await services.db.tx(scope, (tx) => proceduresOf(tx, organizationId, year));
  const model = itemModel(facts, { title: item.title, text: item.text, ...(rows && year !== null ? { procedures: { year, rows } } : {}) }, language, day);
  return { name: `${item.kind === 'procedures' ? 'procedures' : 'point'}.pdf`, mediaType: pdfType, bytes: await render(model, 'pdf') };
};
