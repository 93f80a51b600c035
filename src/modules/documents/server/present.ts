import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Rule } from '../../../kernel/rules.ts';
import { documentFormats, documentRules, documentTransitions, reviewDueOn } from '../document.ts';
import type { DocumentKind } from '../document.ts';
import { questionOf } from '../wording.ts';
import { type CentreDocuments, composeDraft, isOutdated, versionsOf, wordingOf } from './compose.ts';
import { libraryText, libraryTitle } from './library.ts';
import { readsWhole } from './shown.ts';
import type { VersionRow } from './store.ts';

/** Where the API finds the documents of a centre. */
const base = (url: string, organizationId: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}`;

/** A version as the API shows it, with what this actor may do with it. */
export const presentVersion = (url: string, organizationId: string, actor: Actor, row: VersionRow, verification: Rule | undefined) => {
  const { pdfFileId: _pdf, docxFileId: _docx, libraryRevision: _revision, pdfSize, docxSize, pdfSha256, docxSha256, ...shown } = row;
  const href = `${base(url, organizationId)}/documentVersions/${row.id}`;
  // Of files that are drawn anew for this reader, those of the whole say nothing.
  const kept = readsWhole(actor, row.kind) ? { pdf: { size: pdfSize, sha256: pdfSha256 }, docx: { size: docxSize, sha256: docxSha256 } } : { pdf: {}, docx: {} };
  const next = documentTransitions[row.state];
  return {
    ...shown,
    href,
    approvedAt: row.approvedAt?.toISOString(),
    reviewDueOn: row.state === 'approved' && row.decidedOn ? reviewDueOn(row.kind, row.decidedOn, row.lastVerifiedOn, verification) : undefined,
    files: Object.fromEntries(documentFormats.map((format) => [format, { href: `${href}/file?format=${format}`, ...kept[format] }])),
    can: {
      approve: next.approve && can(actor, 'document.approve'),
      delete: next.delete && can(actor, 'document.draft'),
      verify: next.verify && documentRules[row.kind].yearlyVerification && can(actor, 'document.verify'),
    },
  };
};

/** A kind of document as the API shows it: what is in force, the draft, and what the draft lacks. */
export const presentDocument = (url: string, actor: Actor, centre: CentreDocuments, kind: DocumentKind) => {
  const { organizationId, language } = centre;
  const { layout, approvers, yearlyVerification } = documentRules[kind];
  const { all, inForce, draft, number } = versionsOf(centre, kind);
  const show = (row: VersionRow) => presentVersion(url, organizationId, actor, row, centre.facts.verification);
  const shown = inForce && show(inForce);
  const [text, wordings] = [libraryText(kind, language), wordingOf(centre, kind)];
  return {
    kind,
    language,
    href: `${base(url, organizationId)}/documents/${kind}?language=${language}`,
    title: libraryTitle(kind, language),
    layout,
    approvers: [...approvers],
    yearlyVerification,
    nextNumber: number,
    inForce: shown,
    outdated: inForce ? isOutdated(centre, inForce) : false,
    draft: draft && show(draft),
    reviewDueOn: shown?.reviewDueOn,
    can: { draft: can(actor, 'document.draft'), approve: can(actor, 'document.approve'), verify: can(actor, 'document.verify') },
    wording: { own: wordings.length, questions: wordings.filter((row) => questionOf(text, row)).length },
    missing: composeDraft(centre, kind).missing,
    versions: all.toReversed().map(show),
  };
};
