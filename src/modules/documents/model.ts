import { compose } from '../../documents/compose.ts';
import type { LibraryText } from '../../documents/library.ts';
import type { DocumentModel } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../kernel/language.ts';
import type { MandateKind } from '../people/mandate.ts';
import { type Approval, type DocumentKind, documentRules, reviewDueOn } from './document.ts';
import { addressLine, type DocumentFacts, documentValues, holderOf, type VersionFacts } from './facts.ts';
import { longDate } from './format.ts';
import { type MissingVariable, missingVariables } from './variables.ts';
import { words } from './words.ts';

/** The version a model is made for: a draft of that day, or one approved so. `earlier` are those before it in the same language, oldest first. */
export type VersionAtHand = { number: number; draftedOn: CivilDate; approval?: Approval | undefined; earlier: readonly VersionFacts[] };

/** A whole document, and the facts it lacks. `day`: holders of functions are those of that day. */
export const documentModel = (
  text: LibraryText,
  facts: DocumentFacts,
  kind: DocumentKind,
  language: DocumentLanguage,
  version: VersionAtHand,
  day: CivilDate,
): { model: DocumentModel; missing: MissingVariable[] } => {
  const { organization, mandates } = facts;
  const { layout, holders } = documentRules[kind];
  const own = words[language];
  const date = version.approval?.decidedOn ?? day;
  const values = documentValues(facts, kind, language, day, history(version));
  const { title, subtitle, sections, missing } = compose(text, { ...values, variables: { ...values.variables, 'document.date': longDate(date, language) } });
  // Who signs is in office, whomever the text appoints.
  const signing: readonly MandateKind[] = ['directorGeneral', 'president'];
  const named: readonly MandateKind[] = [...signing, 'adviser', 'deputyAdviser', 'dpo', 'itAgent'];
  const holderIds = named.map((of) => [of, holderOf(mandates, of, day, signing.includes(of) ? 'inOffice' : holders)?.id]);
  const name = inLanguage(organization.name, language);
  const address = organization.address;
  const { letter } = own;
  const model: DocumentModel = {
    language,
    layout,
    title,
    ...(subtitle ? { subtitle } : {}),
    sender:
      layout === 'letter'
        ? {
            name,
            lines: [
              ...(address ? [address.street, `${address.postalCode} ${address.locality}`] : []),
              ...(organization.phone ? [`${letter.phone} ${organization.phone}`] : []),
              ...(organization.email ? [organization.email] : []),
            ],
          }
        : { name, lines: [addressLine(address)].filter((line) => line !== undefined) },
    ...(layout === 'letter' ? { recipient: letter.federalService, reference: [{ term: letter.placeAndDate, value: letter.written(organization.municipality, longDate(date, language)) }] } : {}),
    front: front(facts, kind, language, version, day),
    sections,
    runningTitle: `${title} · ${own.runningVersion(version.number)}`,
    footer: version.approval ? approvedFooter(version.approval, language) : own.footer.draft(longDate(day, language)),
    date,
  };
  return { model, missing: missingVariables(missing, Object.fromEntries(holderIds)) };
};

/** The approved model with what is printed under it: the head of the centre's audit trail (`number:hash`) and the hash of the content. */
export const sealedModel = (model: DocumentModel, contentHash: string, auditHead: string | undefined): DocumentModel => {
  const [number = '', hash = ''] = auditHead?.split(':') ?? [];
  const trail = number ? ` · ${words[model.language].footer.audit(number, hash.slice(0, 12))}` : '';
  return { ...model, footer: `${model.footer}${trail}`, contentHash };
};

/** `conseil de l’action sociale du 24 novembre 2026, délibération n° 2026/118` */
export const approvalWords = ({ approver, decidedOn, decisionNumber }: Approval, language: DocumentLanguage): string =>
  words[language].approved[approver]({ date: longDate(decidedOn, language), number: decisionNumber });

/** On one line: a letter is signed, everything else approved; the front says whether it was with the annual report. */
const approvedFooter = (approval: Approval, language: DocumentLanguage): string => {
  const said = approvalWords(approval.approver === 'councilWithAnnualReport' ? { ...approval, approver: 'council' } : approval, language);
  return approval.approver === 'signatory' ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : words[language].footer.approved(said);
};

const history = ({ number, draftedOn, approval, earlier }: VersionAtHand): VersionFacts[] => [
  // What is in force when the version at hand is approved is superseded by it.
  ...earlier.map((version) => (approval && version.state === 'approved' ? { ...version, state: 'superseded' as const } : version)),
  { number, state: approval ? 'approved' : 'draft', draftedOn, decidedOn: approval?.decidedOn ?? null, decisionNumber: approval?.decisionNumber ?? null, approver: approval?.approver ?? null },
];

const front = (facts: DocumentFacts, kind: DocumentKind, language: DocumentLanguage, version: VersionAtHand, day: CivilDate): DocumentModel['front'] => {
  const rules = documentRules[kind];
  if (!rules.front) return [];
  const { front: own, toApprove, signatories, mandates: names } = words[language];
  const held = (of: MandateKind) => holderOf(facts.mandates, of, day, rules.holders);
  const replaced = version.earlier.findLast(({ state, decidedOn }) => state !== 'draft' && decidedOn);
  const parts = [String(version.number), ...(version.approval ? [] : [own.draft]), ...(replaced?.decidedOn ? [own.replaces(replaced.number, longDate(replaced.decidedOn, language))] : [])];
  const review = version.approval && reviewDueOn(kind, version.approval.decidedOn, undefined, facts.verification);
  const [director, adviser, deputy] = [held('directorGeneral'), held('adviser'), held('deputyAdviser')];
  const title = director && (director.title ? signatories.directorGeneral[director.title].replace(/^\p{L}+ /u, '') : names.directorGeneral);
  const line = (term: string, value: string | undefined) => (value ? [{ term, value: [{ text: value }] }] : []);
  return [
    ...line(own.version, parts.join(', ')),
    ...line(own.approval, version.approval ? approvalWords(version.approval, language) : toApprove[rules.approvers[0]]),
    ...line(own.review, review && own.atTheLatest(longDate(review, language))),
    ...line(own.manager, director && `${director.personName}, ${title}`),
    ...line(own.adviser, adviser && [adviser.personName, own.since(longDate(adviser.start, language)), ...(deputy ? [own.deputy(deputy.personName)] : [])].join(', ')),
  ];
};
