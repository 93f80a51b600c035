import { renderHtml } from '../../../documents/html.ts';
import { restrictedBlocks } from '../../../documents/restricted.ts';
import type { DocumentLanguage, Language } from '../../../kernel/language.ts';
import { abilities, type Actor, can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { articleOf, type ReportState, stateOf } from '../report.ts';
import { missingTexts, type Read, worded } from './report.ts';
import type { TextRow } from './store.ts';

const address = (url: string, organizationId: string, plural: string, id: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}/${plural}/${id}`;

/** A draft tells of advice and audits before the council does: who may not read those reads the report once it lies before the council. */
export const mayRead = (actor: Actor, report: { submittedOn: string | null; decidedOn: string | null }): boolean => stateOf(report) !== 'draft' || can(actor, 'advice.read');

/** Throws resourceNotFound for a draft that this caller may not know of. */
export const refuseUnread = (actor: Actor, report: { submittedOn: string | null; decidedOn: string | null } | undefined): void => {
  if (!report || !mayRead(actor, report)) throw new Problem('resourceNotFound');
};

/** What this caller may do with a report in that state. */
const may = (actor: Actor, state: ReportState) => {
  const { update, approve } = abilities(actor, { update: 'report.write', approve: 'report.approve' });
  const open = state !== 'approved';
  return { update: Boolean(update) && open, delete: Boolean(update) && state === 'draft', approve: Boolean(approve) && open };
};

/** A text of the adviser as paragraphs and lists, without anything around it. */
const textHtml = (body: string, language: DocumentLanguage): string =>
  renderHtml({
    language,
    layout: 'letter',
    title: '',
    sender: { name: '', lines: [] },
    front: [],
    sections: [{ key: 'text', level: 1, title: '', blocks: restrictedBlocks(body) }],
    runningTitle: '',
    footer: '',
    date: '2000-01-01',
  }).replace(/^.*?<section data-key="text">(.*)<\/section>.*$/s, '$1');

/** @param language in which the text was written */
export const shownText = (url: string, organizationId: string, actor: Actor, text: TextRow, language: DocumentLanguage) => {
  const { decidedOn, writtenAt, ...row } = text;
  return {
    ...row,
    ...(writtenAt ? { writtenAt: writtenAt.toISOString() } : {}),
    html: textHtml(text.body, language),
    href: address(url, organizationId, 'reportTexts', text.id),
    can: { update: may(actor, decidedOn ? 'approved' : 'draft').update },
  };
};

export const shownSummary = <R extends { id: string; state: ReportState }>(url: string, organizationId: string, actor: Actor, row: R) => ({
  ...row,
  href: address(url, organizationId, 'yearlyReports', row.id),
  can: may(actor, row.state),
});

/** A report whole, its sections in the words of a language. */
export const shownReport = (url: string, organizationId: string, actor: Actor, read: Read, language: Language) => {
  const { model: _model, pdfFileId: _pdf, docxFileId: _docx, ...report } = read.report;
  const missing = missingTexts(read);
  const { from, until } = read.facts.period;
  return {
    ...shownSummary(url, organizationId, actor, { ...report, state: stateOf(report) }),
    from,
    until,
    missing,
    sections: worded(read.sections, language).map((section) => {
      const text = read.texts.find((one) => one.section === section.key);
      return {
        ...section,
        article: articleOf[section.key],
        missing: missing.includes(section.key),
        ...(text ? { text: shownText(url, organizationId, actor, text, report.language) } : {}),
      };
    }),
  };
};
