import type { CivilDate } from '../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage, type LocalizedText } from '../../kernel/language.ts';
import type { Rule } from '../../kernel/rules.ts';
import { type Approver, type DocumentKind, reviewDueOn } from './document.ts';
import { longDate } from './format.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import { words } from './words.ts';

/** One document of a dossier: the version in force, or a draft with what it lacks (`adviser.name`, `profile.wifi`). */
export type IndexEntry = {
  kind: DocumentKind;
  title: string;
  number: number;
  inForce: { decidedOn: CivilDate | null; decisionNumber: string | null; approver: Approver | null; lastVerifiedOn: CivilDate | null } | undefined;
  missing: readonly string[];
  files: readonly string[];
};

const labels: Record<DocumentLanguage, Record<string, Record<string, string>>> = { fr: fr.variables, nl: nl.variables, de: de.variables };

const label = (variable: string, language: DocumentLanguage): string => {
  const [group = '', name = ''] = variable.split('.');
  return labels[language][group]?.[name] ?? variable;
};

/** The index of a dossier as plain text: each document with its version, its state, its files, and the facts it lacks. */
export const dossierIndex = (name: LocalizedText, entries: readonly IndexEntry[], language: DocumentLanguage, day: CivilDate, verification?: Rule): string => {
  const own = words[language];
  const { index } = own;
  const lines = entries.flatMap(({ kind, title, number, inForce, missing, files }) => {
    const approval = inForce?.decidedOn && inForce.approver ? own.approved[inForce.approver]({ date: longDate(inForce.decidedOn, language), number: inForce.decisionNumber ?? undefined }) : undefined;
    const review = inForce?.decidedOn ? reviewDueOn(kind, inForce.decidedOn, inForce.lastVerifiedOn, verification) : undefined;
    return [
      title,
      `  ${index.version} ${number}, ${approval ? index.approved(approval) : index.draft}`,
      ...(review ? [`  ${index.review} ${longDate(review, language)}`] : []),
      ...files.map((file) => `  ${file}`),
      ...(missing.length > 0 ? [`  ${index.missing}:`, ...missing.map((variable) => `    - ${label(variable, language)}`)] : []),
      '',
    ];
  });
  const complete = entries.every(({ missing }) => missing.length === 0) ? [index.nothingMissing] : [];
  const drafts = index.drafts(entries.filter(({ inForce }) => !inForce).length, entries.length);
  return [index.title, inLanguage(name, language), index.of(longDate(day, language)), drafts, '', ...lines, ...complete, index.checksums, ''].join('\n');
};
