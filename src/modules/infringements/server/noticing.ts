import { contentHash } from '../../../documents/content.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { type DecisionInput, decisionDayFault, decisionDueOn, delayFits, receiptFault } from '../../../kernel/reasoned-decision.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { holderName, type Standing, standingOf } from '../../../server/db/roles.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { sendingFaults } from '../infringement.ts';
import { noticeDecisionModel, type NoticeFacts, noticeModel } from '../letters.ts';
import { words } from '../words.ts';
import * as store from './store.ts';

export const noticeDocuments = ['notice', 'decision'] as const;
export type NoticeDocument = (typeof noticeDocuments)[number];
export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];
export const mediaTypes: Record<Format, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

type Read = { row: store.InfringementRow; facts: NoticeFacts; language: DocumentLanguage; slug: string };
type Acting = { db: Database } & Pick<Services, 'now'>;

/** All that the letters of a notice say, in a language or the one in which the centre writes. Throws resourceNotFound, also where it exists for others alone. */
export const readNotice = async (tx: Tx, organizationId: string, id: string, day: CivilDate, asked?: DocumentLanguage): Promise<Read> => {
  const organization = await findOrganization(tx, organizationId);
  const row = organization && (await store.findInfringement(tx, organizationId, id));
  if (!organization || !row) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const { address } = organization;
  const centre = { name: inLanguage(organization.name, language), municipality: organization.municipality, lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
  const addresseeName = (await holderName(tx, organizationId, row.addressee, row.sentOn ?? day)) ?? null;
  return { row, facts: { ...row, centre, addresseeName }, language, slug: organization.slug };
};

/** A letter as the facts make it. Throws resourceNotFound for a decision that nobody has taken. */
export const modelOf = ({ facts, language }: Read, document: NoticeDocument, day: CivilDate): DocumentModel => {
  const model = document === 'notice' ? noticeModel(facts, language, day) : noticeDecisionModel(facts, language);
  if (!model) throw new Problem('resourceNotFound');
  return model;
};

/** `valombre-courrier-confidentiel.pdf`: a folder of downloads says no more. */
export const fileName = (slug: string, document: NoticeDocument, language: DocumentLanguage, format: Format): string => `${slug}-${words[language].file[document]}.${format}`;

const letterOf = async (document: NoticeDocument, model: DocumentModel): Promise<store.Letter> => {
  // No head of the centre's trail stands on it: that trail does not know of it.
  const { bytes, ...drawn } = await drawFrozen(model, undefined);
  return { document, contentHash: drawn.contentHash, model: drawn.model, ...bytes };
};

/** Sends a notice: numbered in the series of its addressee, its letter drawn outside any transaction and kept in one. Throws badRequest, wrongState, staleVersion. */
export const sendNotice = async (
  services: Acting,
  scope: Scope,
  organizationId: string,
  id: string,
  version: number,
  sending: { receivedOn?: CivilDate | undefined; previewHash?: string | undefined },
): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const receivedOn = sending.receivedOn ?? day;
  const dayFault = receiptFault(receivedOn, day);
  if (dayFault) throw invalidInput('receivedOn', dayFault);
  const compose = async (tx: Tx, keep: boolean) => {
    const read = await readNotice(tx, organizationId, id, day);
    const { row, facts } = read;
    if (row.sentOn) throw new Problem('wrongState');
    if (row.version !== version) throw new Problem('staleVersion');
    const faults = sendingFaults(row);
    if (faults.length > 0) throw new Problem('badRequest', { issues: faults.map(({ name, code }) => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name, code })) });
    if (row.delayDays && !delayFits(receivedOn, row.delayDays)) throw invalidInput('delayDays', 'delayTooLong');
    const clocks = await readClocks(tx, [organizationId]);
    const due = clocks.due('adviceDecision', organizationId, { on: receivedOn });
    const year = Number(day.slice(0, 4));
    const number = await store.nextNumber(tx, organizationId, row.addressee, year, keep);
    const given = { year, number, sentOn: day, receivedOn, dueOn: decisionDueOn('on' in due ? due.on : receivedOn, receivedOn, row.delayDays) };
    return { row, read, given, model: noticeModel({ ...facts, ...given }, read.language, day) };
  };
  const first = await db.tx(scope, async (tx) => {
    const composed = await compose(tx, false);
    if (sending.previewHash !== undefined && contentHash(noticeModel(composed.read.facts, composed.read.language, day)) !== sending.previewHash) throw new Problem('staleVersion');
    return composed;
  });
  const letter = await letterOf('notice', first.model);
  await db.tx(scope, async (tx) => {
    const { row, given, model } = await compose(tx, true);
    if (contentHash(model) !== letter.contentHash) throw new Problem('staleVersion');
    await store.sendInfringement(tx, organizationId, id, version, row.addressee, given, letter);
  });
};

/**
 * Records what the addressee decides on the advice of a notice. Throws badRequest (the day), wrongState, staleVersion, missingPermission for
 * whoever holds neither the addressee's mandate nor a delegation of it.
 */
export const decideNotice = async (services: Acting, scope: Scope, organizationId: string, id: string, version: number, decision: DecisionInput, standing?: Standing): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const decidedOn = decision.decidedOn ?? day;
  const compose = async (tx: Tx) => {
    const read = await readNotice(tx, organizationId, id, day);
    const { row, facts } = read;
    if (!row.sentOn || row.outcome || row.withdrawnOn) throw new Problem('wrongState');
    if (row.version !== version) throw new Problem('staleVersion');
    const fault = decisionDayFault(decidedOn, row.receivedOn!, day);
    if (fault) throw invalidInput('decidedOn', fault);
    const stands = standing ?? (scope.actor.id ? await standingOf(tx, organizationId, scope.actor.id, row.addressee, day) : undefined);
    if (!stands) throw new Problem('missingPermission');
    const decided = { outcome: decision.outcome, decisionReasons: decision.decisionReasons ?? null, decidedOn, ...store.decidingOf(stands) };
    return { row, decided, model: noticeDecisionModel({ ...facts, ...decided }, read.language)! };
  };
  const letter = await letterOf('decision', (await db.tx(scope, compose)).model);
  await db.tx(scope, async (tx) => {
    const { row, decided, model } = await compose(tx);
    if (contentHash(model) !== letter.contentHash) throw new Problem('staleVersion');
    await store.decideInfringement(tx, organizationId, id, version, row.addressee, decided, letter);
  });
};
