import { dueDay } from '../../../kernel/counting.ts';
import { addDays, addMonths, type CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type RuleId, rules } from '../../../kernel/rules.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { wordsOf } from '../../../server/texts.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import type { NoteLine } from '../council.ts';
import { type Drafted, redraft } from '../note-lines.ts';
import { words } from '../words.ts';
import { insertItem } from './item-store.ts';
import { findNote, insertNote, type NoteRow, toldUntil, updateNote } from './note-store.ts';
import { readHappenings } from './sources.ts';

/** What falls due within so many days is told; more would be a list and not a note. */
const daysAhead = 45;
/** Rooms whose duties are about work, and not about a person: what they are about is told with them. */
const toldWithSubject: readonly string[] = ['plan', 'norms', 'inspections', 'documents', 'platform'];

/** What is about one person who comes or leaves is no matter of the council. */
const untold: readonly RuleId[] = ['accountsDisabled', 'accountsSuspended', 'traineeAccountsEnded', 'mailboxClosed', 'undertakingSigned', 'dataSubjectAnswer', 'dataSubjectAnswerExtended'];

/** The same scope without any class of confidentiality but the ordinary one: what a note may know. */
export const ordinary = ({ organizations, actor }: Scope): Scope => ({ organizations, actor });

/**
 * What the records say for a note: what happened in the period, by what this actor may read; duties that are late and those that fall due soon, of
 * law, norm or model, and the plan's own. To be asked in a transaction of the ordinary class. Titles of duties bear no name.
 */
const draftedLines = async (
  services: Pick<Services, 'now'>,
  tx: Tx,
  organizationId: string,
  actor: Actor,
  language: DocumentLanguage,
  period: { from: CivilDate; until: CivilDate },
): Promise<Drafted[]> => {
  const day = today(services);
  const happened = (await readHappenings(tx, [organizationId], period)).filter(({ room, read }) => room !== 'council' && can(actor, read));
  const { obligations } = await readObligations(tx, [organizationId], services);
  const due = obligations
    .map((obligation) => ({ ...obligation, on: dueDay(obligation.due) }))
    .filter(
      ({ room, rule, read, on }) =>
        room !== 'council' && !untold.includes(rule) && on <= addDays(day, daysAhead) && can(actor, read) && (rules[rule].kind !== 'setting' || room === 'plan' || room === 'platform'),
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const told = (title: string, about: string | undefined): string => (about ? `${title} (${about})` : title);
  return [
    ...happened.map(({ room, kind, on, title, about, path }): Drafted => ({ heading: kind, on, text: told(wordsOf(room, title, language, 'happenings'), about), path })),
    ...due.map(({ room, title, about, on, action }): Drafted => ({
      heading: on < day ? 'slipped' : 'deadlines',
      on,
      text: told(wordsOf(room, title, language, 'obligations'), toldWithSubject.includes(room) ? about : undefined),
      path: action.path,
    })),
  ];
};

/** Of which days a note tells that is drafted now for a sitting: from the day after the last one told of, one month at least where there was none. */
const periodOf = async (tx: Tx, organizationId: string, heldOn: CivilDate, day: CivilDate): Promise<{ from: CivilDate; until: CivilDate }> => {
  const until = heldOn < day ? heldOn : day;
  const last = await toldUntil(tx, organizationId, heldOn);
  const from = last ? addDays(last, 1) : addMonths(until, -1);
  return { from: from <= until ? from : until, until };
};

/** Puts the monthly item on a sitting, with its note drafted from the records; nothing to tell makes it a nihil. Returns the item's id. Throws resourceNotFound, alreadyExists. */
export const makeMonthly = async (services: Pick<Services, 'now'>, tx: Tx, organizationId: string, actor: Actor, sitting: { id: string; heldOn: CivilDate }): Promise<string> => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = organization.documentLanguage;
  const period = await periodOf(tx, organizationId, sitting.heldOn, today(services));
  const lines = redraft([], await draftedLines(services, tx, organizationId, actor, language, period), newId);
  const itemId = await insertItem(tx, organizationId, { sittingId: sitting.id, kind: 'monthly', title: words[language].monthly, nihil: lines.length === 0 });
  await insertNote(tx, organizationId, { itemId, language, periodFrom: period.from, periodUntil: period.until, lines });
  return itemId;
};

/** Drafts a note again from the records of today; what was reworded, left out or added stays. Throws staleVersion, wrongState once presented. */
export const draftAgain = async (services: Pick<Services, 'now'>, tx: Tx, organizationId: string, actor: Actor, note: NoteRow, version: number): Promise<void> => {
  if (note.presentedOn) throw new Problem('wrongState');
  const day = today(services);
  const until = note.heldOn < day ? note.heldOn : day;
  const period = { from: note.periodFrom, until: until > note.periodFrom ? until : note.periodFrom };
  const drafted = await draftedLines(services, tx, organizationId, actor, note.language, period);
  await updateNote(tx, organizationId, note.id, version, { lines: redraft(note.lines as NoteLine[], drafted, newId), periodUntil: period.until });
};

/** A note that is there. Throws resourceNotFound. */
export const noteThere = async (tx: Tx, organizationId: string, by: { id: string } | { sittingId: string }): Promise<NoteRow> => {
  const note = await findNote(tx, organizationId, by);
  if (!note) throw new Problem('resourceNotFound');
  return note;
};
