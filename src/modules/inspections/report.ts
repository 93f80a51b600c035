import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { type InspectionInput, inspectionState, type Outcome, resetsClock, type Severity, severities } from './inspection.ts';
import { longDate, words } from './words.ts';

/** An action of the plan that follows from a finding. */
export type FollowUp = { title: string; state: 'planned' | 'underWay' | 'done' | 'givenUp'; dueOn: CivilDate | null; owner: string | null };
export type FindingFacts = {
  number: number;
  severity: Severity;
  norm: string | null;
  text: string;
  recommendation: string | null;
  outcome: Outcome;
  outcomeOn: CivilDate | null;
  outcomeNote: string | null;
  actions: readonly FollowUp[];
};

/** All that the document says of an audit. */
export type AuditFacts = {
  centre: { name: string; lines: readonly string[] };
  title: string;
  kind: InspectionInput['kind'];
  clockReason: string | null;
  auditorKind: InspectionInput['auditorKind'];
  auditor: string | null;
  auditorFirm: string | null;
  plannedOn: CivilDate | null;
  heldOn: CivilDate | null;
  heldUntil: CivilDate | null;
  reportOn: CivilDate | null;
  framework: string | null;
  chapters: readonly string[];
  services: readonly string[];
  scope: string | null;
  summary: string | null;
  findings: readonly FindingFacts[];
};

const plain = (text: string): Inline[] => [{ text }];
const paragraphs = (text: string): Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', content: plain(part.trim()) }));
const section = (key: string, title: string, blocks: Block[], level: 1 | 2 = 1): Section => ({ key, level, title, blocks });

const followUp = ({ title, state, dueOn, owner }: FollowUp, language: DocumentLanguage): Inline[] => {
  const own = words[language];
  const more = [owner, dueOn && own.dueOn(longDate(dueOn, language)), own.actionStates[state]].filter(Boolean).join(', ');
  return plain(`${title} (${more})`);
};

/** What became of a finding, in a sentence. */
const outcomeOf = (finding: FindingFacts, language: DocumentLanguage): string => {
  const own = words[language];
  return finding.outcome === 'open' || !finding.outcomeOn ? own.outcomes[finding.outcome] : own.closed(own.outcomes[finding.outcome], longDate(finding.outcomeOn, language));
};

const findingSection = (finding: FindingFacts, language: DocumentLanguage): Section => {
  const own = words[language];
  const item = (term: string, value: string | null) => (value ? [{ term, description: plain(value) }] : []);
  return section(
    `finding${finding.number}`,
    own.finding(finding.number),
    [
      ...paragraphs(finding.text),
      {
        type: 'definitions',
        items: [
          ...item(own.severity, own.severities[finding.severity]),
          ...item(own.norm, finding.norm),
          ...item(own.recommendation, finding.recommendation),
          ...item(own.outcome, outcomeOf(finding, language)),
          ...item(own.outcomeNote, finding.outcomeNote),
        ],
      },
      ...(finding.actions.length > 0
        ? ([
            { type: 'paragraph', content: [{ text: own.actions, bold: true }] },
            { type: 'list', ordered: false, items: finding.actions.map((action) => followUp(action, language)) },
          ] satisfies Block[])
        : finding.outcome === 'open'
          ? ([{ type: 'note', content: plain(own.noAction) }] satisfies Block[])
          : []),
    ],
    2,
  );
};

/** An audit with its findings and what became of each, as it stands that day: for the council, or for the auditor who comes back. */
export const auditModel = (facts: AuditFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language];
  const line = (term: string, value: string | null | undefined) => (value ? [{ term, value: plain(value) }] : []);
  const open = facts.findings.filter(({ outcome }) => outcome === 'open').length;
  const days = [facts.heldOn, facts.heldUntil !== facts.heldOn ? facts.heldUntil : null].flatMap((date) => (date ? [longDate(date, language)] : [])).join(' – ');
  const table: Block = {
    type: 'table',
    columns: [
      { title: own.number, width: 0.7 },
      { title: own.severity, width: 2 },
      { title: own.norm, width: 1.2 },
      { title: own.findingTitle, width: 4.6 },
      { title: own.outcome, width: 2.6 },
    ],
    rows: facts.findings.map((finding) => [
      plain(String(finding.number)),
      [{ text: own.severities[finding.severity], bold: finding.severity === 'critical' }],
      plain(finding.norm ?? ''),
      plain(finding.text.length > 220 ? `${finding.text.slice(0, 219).trimEnd()}…` : finding.text),
      plain(outcomeOf(finding, language)),
    ]),
    empty: own.none,
  };
  const scope = [
    ...(facts.chapters.length > 0 ? [{ term: own.chapters, description: plain(facts.chapters.join(', ')) }] : []),
    { term: own.services, description: plain(facts.services.join(', ') || own.wholeCentre) },
  ];
  return {
    language,
    layout: 'report',
    title: own.title,
    subtitle: facts.title,
    sender: { name: facts.centre.name, lines: [...facts.centre.lines] },
    front: [
      ...line(own.kind, `${own.kinds[facts.kind]}. ${resetsClock(facts) ? own.resets : own.resetsNot}`),
      ...line(own.auditor, [facts.auditor, facts.auditorFirm, own.auditorKinds[facts.auditorKind]].filter(Boolean).join(', ')),
      ...line(own.heldOn, days),
      ...line(own.reportOn, facts.reportOn && longDate(facts.reportOn, language)),
      ...line(own.state, own.states[inspectionState(facts, open)]),
    ],
    sections: [
      section('scope', own.scope, [{ type: 'definitions', items: scope }, ...paragraphs(facts.scope ?? ''), ...(facts.clockReason ? paragraphs(own.clockReason(facts.clockReason)) : [])]),
      ...(facts.summary ? [section('summary', own.summary, paragraphs(facts.summary))] : []),
      section('overview', own.overview, [{ type: 'paragraph', content: plain(own.counts(facts.findings.length, open)) }, ...severityCounts(facts, language), table]),
      ...(facts.findings.length > 0 ? [section('findings', own.detail, []), ...facts.findings.map((finding) => findingSection(finding, language))] : []),
    ],
    runningTitle: facts.title,
    footer: own.footer(longDate(day, language)),
    date: day,
  };
};

/** How many of each severity, closed and open, in words. */
const severityCounts = (facts: AuditFacts, language: DocumentLanguage): Block[] => {
  const own = words[language];
  const items = severities.flatMap((severity) => {
    const all = facts.findings.filter((finding) => finding.severity === severity);
    return all.length === 0 ? [] : [plain(own.ofSeverity(own.severities[severity], all.length, all.filter(({ outcome }) => outcome === 'open').length))];
  });
  return items.length > 1 ? [{ type: 'list', ordered: false, items }] : [];
};
