import { addDays } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/language.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { wordsOf } from '../../../server/texts.ts';
import { proceduresChanged } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import type { ItemInput } from '../council.ts';
import { words } from '../words.ts';
import { makeMonthly } from './draft.ts';
import * as items from './item-store.ts';
import type { SittingRow } from './store.ts';
import { subjectOf, subjects } from './subjects.ts';

/** An item that may still be changed: without a result, on a sitting that was not cancelled. Throws resourceNotFound, wrongState. */
export const openItem = async (tx: Tx, organizationId: string, id: string): Promise<items.ItemRow> => {
  const item = await items.findItem(tx, organizationId, id);
  if (!item) throw new Problem('resourceNotFound');
  if (item.result) throw new Problem('wrongState');
  return item;
};

/**
 * Puts something on the agenda of a sitting; what was not given a title gets its own, in the language of the centre's documents. Returns its id.
 * Throws wrongState (cancelled, everything recorded), alreadyExists (second monthly item, record that is on an agenda), badRequest (`councilOnly`,
 * `notAwaiting`), missingPermission.
 */
export const putOnAgenda = async (services: Pick<Services, 'now'>, tx: Tx, organizationId: string, actor: Actor, sitting: SittingRow, input: ItemInput): Promise<string> => {
  if (sitting.cancelledOn) throw new Problem('wrongState');
  const agenda = await items.listItems(tx, organizationId, sitting.id);
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = organization.documentLanguage;
  const { kind, text } = input;
  if (kind === 'monthly') {
    if (agenda.some((item) => item.kind === 'monthly')) throw new Problem('alreadyExists');
    return makeMonthly(services, tx, organizationId, actor, sitting);
  }
  if (kind === 'procedures') {
    const year = input.year ?? Number(today(services).slice(0, 4));
    return items.insertItem(tx, organizationId, { sittingId: sitting.id, kind, title: input.title ?? words[language].procedures(year), text, year });
  }
  if (kind !== 'subject') return items.insertItem(tx, organizationId, { sittingId: sitting.id, kind, title: input.title!, text });
  const subject = subjectOf(input.subjectKind!);
  if (!subject) throw invalidInput('subjectKind', 'invalidEnum');
  if (!can(actor, subject.read)) throw new Problem('missingPermission');
  // Decisions on documents and plans are the council's own.
  if (sitting.organ !== 'council') throw invalidInput('subjectId', 'councilOnly');
  const found = (await subject.awaiting(tx, organizationId, today(services))).find(({ id }) => id === input.subjectId);
  if (!found) throw invalidInput('subjectId', 'notAwaiting');
  if ((await items.itemsOfSubjects(tx, organizationId)).some(({ subjectId }) => subjectId === input.subjectId)) throw new Problem('alreadyExists');
  const said = wordsOf(subject.room, found.title, language, 'agenda');
  const title = input.title ?? (found.about ? `${found.about} (${said})` : said);
  return items.insertItem(tx, organizationId, { sittingId: sitting.id, kind, title: title.slice(0, 300), text, subjectKind: subject.kind, subjectId: found.id });
};

/** What awaits the council and stands on no agenda, as far as the actor may read it. Titles are words of the owning rooms (`agenda`). */
export const awaitingCouncil = async (services: Pick<Services, 'now'>, tx: Tx, organizationId: string, actor: Actor) => {
  const planned = new Set((await items.itemsOfSubjects(tx, organizationId)).map(({ subjectId }) => subjectId));
  const found = [];
  for (const subject of subjects.filter(({ read }) => can(actor, read)))
    found.push(...(await subject.awaiting(tx, organizationId, today(services))).filter(({ id }) => !planned.has(id)).map((one) => ({ subjectKind: subject.kind, room: subject.room, ...one })));
  return found;
};

/** The procedures that an item lists. */
export const proceduresOf = (tx: Tx, organizationId: string, year: number) => proceduresChanged(tx, [organizationId], { from: `${year}-01-01`, until: addDays(`${year + 1}-01-01`, -1) });

/** The name of a centre with its address, as papers show it. */
export const senderOf = async (tx: Tx, organizationId: string) => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const { address, documentLanguage: language } = organization;
  return { language, slug: organization.slug, name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
};
