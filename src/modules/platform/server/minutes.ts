import { contentHash } from '../../../documents/content.ts';
import { renderDocx } from '../../../documents/docx.ts';
import { renderPdf } from '../../../documents/pdf.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type ApprovalInput, approvalFaults, membersOf, stateOf } from '../meeting.ts';
import { convocationModel, type MeetingFacts, minutesModel } from '../minutes.ts';
import { words } from '../words.ts';
import { listPoints } from './parts-store.ts';
import * as store from './store.ts';

export const meetingDocuments = ['minutes', 'convocation'] as const;
export type MeetingDocument = (typeof meetingDocuments)[number];
export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];
export const mediaTypes: Record<Format, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

export const render = (model: DocumentModel, format: Format): Promise<Uint8Array> => (format === 'pdf' ? renderPdf(model) : renderDocx(model));

type Read = { meeting: store.MeetingRow; facts: MeetingFacts; language: DocumentLanguage; slug: string };

/** All that the documents of a meeting say, in a language or the one in which the centre writes. Throws resourceNotFound. */
export const readMeeting = async (tx: Tx, organizationId: string, id: string, day: string, asked?: DocumentLanguage): Promise<Read> => {
  const organization = await findOrganization(tx, organizationId);
  const meeting = organization && (await store.findMeeting(tx, organizationId, id));
  if (!organization || !meeting) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const [attendance, points, followUp, toApprove, mandates] = [
    await store.listAttendance(tx, organizationId, id),
    await listPoints(tx, organizationId, id),
    await store.followUpOf(tx, organizationId, meeting, day),
    await store.toApproveAt(tx, organizationId, meeting.heldOn),
    await store.platformMandates(tx, organizationId, meeting.heldOn),
  ];
  const names = new Map(attendance.flatMap(({ personId, personName }) => (personId && personName ? [[personId, personName] as const] : [])));
  const members = membersOf(mandates);
  for (const { personId, personName } of members) if (!names.has(personId)) names.set(personId, personName);
  const { address } = organization;
  const facts: MeetingFacts = {
    ...meeting,
    centre: {
      name: inLanguage(organization.name, language),
      municipality: organization.municipality,
      lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [],
    },
    attendance: attendance.map(({ personId, personName, name, capacity, presence }) => ({
      name: personName ?? name ?? '',
      kinds: members.find((member) => member.personId === personId)?.kinds ?? [],
      capacity,
      presence,
    })),
    points: points.map(({ title, minutes, decision }) => ({ title, minutes, decision: decision ? { ...decision, personName: (decision.personId && names.get(decision.personId)) || null } : null })),
    followUp: followUp.map((decision) => ({ ...decision, meeting: { number: decision.number, year: decision.year } })),
    toApprove,
    signatories: { directorGeneral: mandates.find(({ kind }) => kind === 'directorGeneral')?.personName ?? null, adviser: mandates.find(({ kind }) => kind === 'adviser')?.personName ?? null },
  };
  return { meeting, facts, language, slug: organization.slug };
};

/** The document as it is now: frozen where the minutes are approved, else as the facts make it. */
export const modelOf = ({ meeting, facts, language }: Read, document: MeetingDocument, day: string): DocumentModel =>
  document === 'convocation' ? convocationModel(facts, language, day) : (meeting.model ?? minutesModel(facts, language, day));

/** `valombre-plateforme-proces-verbal-2026-03.pdf` */
export const fileName = (slug: string, meeting: { year: number; number: number }, document: MeetingDocument, language: DocumentLanguage, format: Format): string =>
  `${slug}-${words[language].file[document]}-${meeting.year}-${String(meeting.number).padStart(2, '0')}.${format}`;

const refuseFaults = async (tx: Tx, organizationId: string, { meeting, facts }: Read, approval: ApprovalInput, day: string): Promise<void> => {
  const laterMeetings = await store.meetingDaysAfter(tx, organizationId, meeting.heldOn, meeting.id);
  const faults = approvalFaults({ ...meeting, attendance: facts.attendance }, approval, { today: day, laterMeetings });
  if (faults.length > 0) throw new Problem('badRequest', { issues: faults.map(({ name, code }) => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name, code })) });
};

/**
 * Records the approval of minutes: drawn as PDF and Word outside any transaction, then stored and frozen in one. Throws badRequest (date,
 * presences that are missing), wrongState, and staleVersion when something they say has changed meanwhile, or since the preview that was looked at.
 */
export const approveMinutes = async (services: { db: Database } & Pick<Services, 'now'>, scope: Scope, organizationId: string, id: string, version: number, approval: ApprovalInput): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const compose = (read: Read) => minutesModel(read.facts, read.language, day, approval);
  const check = async (tx: Tx): Promise<Read> => {
    const read = await readMeeting(tx, organizationId, id, day);
    if (stateOf(read.meeting) !== 'prepared') throw new Problem('wrongState');
    if (read.meeting.version !== version) await refuseStale(tx, 'platform_meeting', organizationId, id, version);
    await refuseFaults(tx, organizationId, read, approval, day);
    return read;
  };
  const first = await db.tx(scope, async (tx) => {
    const read = await check(tx);
    if (approval.previewHash !== undefined && contentHash(minutesModel(read.facts, read.language, day)) !== approval.previewHash) throw new Problem('staleVersion');
    return { read, auditHead: await trailHead(tx, organizationId) };
  });
  const drawn = await drawFrozen(compose(first.read), first.auditHead);
  await db.tx(scope, async (tx) => {
    const read = await check(tx);
    if (contentHash(compose(read)) !== drawn.contentHash) throw new Problem('staleVersion');
    await store.approveMeeting(tx, organizationId, id, version, {
      approvedOn: approval.approvedOn,
      approval: approval.approval,
      approvedAt: services.now(),
      approvedBy: scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null,
      ...(await keepFrozen(tx, organizationId, drawn, (format) => fileName(read.slug, read.meeting, 'minutes', read.language, format))),
    });
  });
};
