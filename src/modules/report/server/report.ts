import { contentHash } from '../../../documents/content.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage, type Language } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { type Services, today } from '../../../server/services.ts';
import { wordsOf } from '../../../server/texts.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { yearFigures as peopleFigures } from '../../people/server/service.ts';
import type { ReportFacts } from '../facts.ts';
import { sectionsOf } from '../figures.ts';
import { type Approved, reportModel } from '../model.ts';
import { type ApprovalInput, approvalFaults, type SectionKey, writtenSections } from '../report.ts';
import type { Line, Section } from '../section.ts';
import { say, wordedSection, type WordedSection } from '../words.ts';
import { gather, type ReadHappenings } from './gather.ts';
import * as store from './store.ts';

export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

export type Able = { db: Database } & Pick<Services, 'now'>;

/** A report with all that its pages and documents say. */
export type Read = {
  report: store.ReportRow;
  texts: store.TextRow[];
  facts: ReportFacts;
  sections: Section[];
  slug: string;
  centre: { name: Parameters<typeof inLanguage>[0]; lines: string[] };
  signatories: Record<'adviser' | 'directorGeneral' | 'president', string | null>;
};

/** Reads a report with the figures of its year. Throws resourceNotFound. */
export const readReport = async (tx: Tx, organizationId: string, id: string, day: CivilDate, readHappenings: ReadHappenings): Promise<Read> => {
  const [organization, report] = [await findOrganization(tx, organizationId), await store.findReport(tx, organizationId, id)];
  if (!organization || !report) throw new Problem('resourceNotFound');
  const [texts, facts, now] = await Promise.all([
    store.textsOf(tx, organizationId, id),
    gather(tx, organizationId, report.language, report.year, day, readHappenings),
    peopleFigures(tx, organizationId, { from: day, until: day }),
  ]);
  const holder = (kind: keyof Read['signatories']): string | null => now.officers.find((officer) => officer.kind === kind)?.name ?? null;
  const { address } = organization;
  return {
    report,
    texts,
    facts,
    sections: sectionsOf(facts),
    slug: organization.slug,
    centre: { name: organization.name, lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
    signatories: { adviser: holder('adviser'), directorGeneral: holder('directorGeneral'), president: holder('president') },
  };
};

/** The sections in words of a language. */
export const worded = (sections: readonly Section[], language: Language): WordedSection[] =>
  sections.map((section) => wordedSection(section, language, ({ room, title }: Line) => wordsOf(room, title, language, 'happenings')));

const bodyOf = ({ texts }: Read, key: SectionKey): string => texts.find(({ section }) => section === key)?.body ?? '';

/** Sections that the adviser still has to write before the report can be approved. */
export const missingTexts = (read: Read): SectionKey[] => writtenSections.filter((key) => bodyOf(read, key).trim() === '');

/** The report as it would be drawn now, in a language; or, with an approval, as it is frozen. */
export const draftModel = (read: Read, language: DocumentLanguage, day: CivilDate, approved?: Approved): DocumentModel => {
  const { report, facts, centre, signatories } = read;
  const adviser = facts.now.people.officers.find(({ kind }) => kind === 'adviser')?.name ?? null;
  const head = { year: report.year, until: facts.period.until, centre: { name: inLanguage(centre.name, language), lines: centre.lines }, adviser, signatories };
  const said = worded(read.sections, language);
  return reportModel(
    head,
    said.map((section) => ({ said: section, body: bodyOf(read, section.key) })),
    language,
    day,
    approved,
  );
};

/** Frozen once approved; else as the registers make it. */
export const modelOf = (read: Read, language: DocumentLanguage, day: CivilDate): DocumentModel => read.report.model ?? draftModel(read, language, day);

/** `valombre-rapport-annuel-2026.pdf` */
export const fileName = (slug: string, year: number, language: DocumentLanguage, format: Format): string => `${slug}-${say(language, 'model.file')}-${year}.${format}`;

const issues = (faults: readonly { name: string; code: string }[]) =>
  faults.map(({ name, code }) => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body' as const, name, code }));

/**
 * Makes an approval ready: the report as the registers make it now is drawn as PDF and Word outside any transaction; what comes back stores and
 * freezes it in one. Throws, now or then, badRequest (a day to come, or before the year nears its end), missingVariables with the sections that
 * are still to be written, wrongState, and staleVersion when the text or a register it tells of has changed meanwhile, or since the preview.
 */
export const prepareApproval = async (
  services: Able,
  scope: Scope,
  organizationId: string,
  id: string,
  version: number | undefined,
  approval: ApprovalInput,
  readHappenings: ReadHappenings,
): Promise<(tx: Tx) => Promise<void>> => {
  const day = today(services);
  const { decidedOn, decisionNumber, previewHash } = approval;
  const compose = (read: Read) => draftModel(read, read.report.language, day, { decidedOn, decisionNumber });
  const check = async (tx: Tx, expected: number | undefined): Promise<Read> => {
    const read = await readReport(tx, organizationId, id, day, readHappenings);
    if (read.report.decidedOn) throw new Problem('wrongState');
    if (expected !== undefined && read.report.version !== expected) await refuseStale(tx, 'yearly_report', organizationId, id, expected);
    const faults = approvalFaults(read.report.year, approval, day);
    if (faults.length > 0) throw new Problem('badRequest', { issues: issues(faults) });
    const missing = missingTexts(read);
    if (missing.length > 0) throw new Problem('missingVariables', { details: { missing: missing.map((section) => ({ variable: `report.${section}`, section })) } });
    return read;
  };
  const first = await services.db.tx(scope, async (tx) => {
    const read = await check(tx, version);
    if (previewHash !== undefined && contentHash(draftModel(read, read.report.language, day)) !== previewHash) throw new Problem('staleVersion');
    return { read, auditHead: await trailHead(tx, organizationId) };
  });
  const drawn = await drawFrozen(compose(first.read), first.auditHead);
  return async (tx) => {
    const read = await check(tx, first.read.report.version);
    if (contentHash(compose(read)) !== drawn.contentHash) throw new Problem('staleVersion');
    await store.approveReport(tx, organizationId, id, read.report.version, {
      decidedOn,
      decisionNumber,
      approvedAt: services.now(),
      approvedBy: scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null,
      ...(await keepFrozen(tx, organizationId, drawn, (format) => fileName(read.slug, read.report.year, read.report.language, format))),
    });
  };
};
