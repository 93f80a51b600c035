import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { documentFileName, documentFormats, documentKinds, type DocumentKind, reviewDueOn } from '../document.ts';
import { longDate } from '../format.ts';
import de from '../locales/de.json' with { type: 'json' };
import fr from '../locales/fr.json' with { type: 'json' };
import nl from '../locales/nl.json' with { type: 'json' };
import { words } from '../words.ts';
import { type CentreDocuments, composeDraft, readCentreDocuments, versionsOf } from './compose.ts';
import { libraryTitle } from './library.ts';
import { render } from './render.ts';
import type { VersionRow } from './store.ts';

const labels: Record<DocumentLanguage, Record<string, Record<string, string>>> = { fr: fr.variables, nl: nl.variables, de: de.variables };

const label = (variable: string, language: DocumentLanguage): string => {
  const [group = '', name = ''] = variable.split('.');
  return labels[language][group]?.[name] ?? variable;
};

/** What the index says of a document: its version with the approval, and until when it has to be verified. */
const linesOf = (centre: CentreDocuments, kind: DocumentKind, number: number, inForce: VersionRow | undefined): string[] => {
  const { language } = centre;
  const { approved, index } = words[language];
  const approval = inForce?.decidedOn && inForce.approver ? approved[inForce.approver]({ date: longDate(inForce.decidedOn, language), number: inForce.decisionNumber ?? undefined }) : undefined;
  const review = inForce?.decidedOn ? reviewDueOn(kind, inForce.decidedOn, inForce.lastVerifiedOn, centre.facts.verification) : undefined;
  return [`${index.version} ${number}, ${approval ? index.approved(approval) : index.draft}`, ...(review ? [`${index.review} ${longDate(review, language)}`] : [])];
};

/** Every document of a centre for its dossier: the frozen bytes of the version in force, else the draft as the facts make it now. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, slug, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const centre = await db.tx(scope, (tx) => readCentreDocuments(tx, organizationId, day, language));
  return Promise.all(
    documentKinds.map(async (kind): Promise<DossierPart> => {
      const { inForce } = versionsOf(centre, kind);
      const common = { title: libraryTitle(kind, language), path: `documents/${kind}?language=${language}` };
      if (inForce?.pdfFileId && inForce.docxFileId) {
        const ids = [inForce.pdfFileId, inForce.docxFileId];
        const files = documentFormats.map((format, index) => ({
          name: documentFileName({ ...inForce, slug, state: 'approved' }, format),
          bytes: async () => (await readFileBytes(db, scope, organizationId, ids[index]!)).bytes,
        }));
        return { ...common, lines: linesOf(centre, kind, inForce.number, inForce), draft: false, missing: [], files };
      }
      const { model, missing, number } = composeDraft(centre, kind);
      return {
        ...common,
        lines: linesOf(centre, kind, number, undefined),
        draft: true,
        missing: missing.map(({ variable }) => ({ name: variable, label: label(variable, language) })),
        files: documentFormats.map((format) => ({ name: documentFileName({ slug, kind, language, number, state: 'draft' }, format), bytes: () => render(model, format) })),
      };
    }),
  );
};
