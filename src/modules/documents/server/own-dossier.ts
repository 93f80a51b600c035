import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { longDate } from '../format.ts';
import { words } from '../words.ts';
import { ownForDossier } from './own-store.ts';

const folder = { fr: 'documents-propres', nl: 'eigen-documenten', de: 'eigene-dokumente' } as const;
const ascii = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^[-.]+/, '') || 'document';

/** The documents of the centre's own, each as the file that was given: the version in force, and the draft that would follow it. Their language is that of the file. */
export const ownDossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language }: DossierAsked): Promise<DossierPart[]> => {
  const { approved, index } = words[language];
  return (await db.tx(scope, (tx) => ownForDossier(tx, organizationId))).map((version, position): DossierPart => {
    const { approver, decidedOn, decisionNumber, state, number } = version;
    const approval = state === 'approved' && decidedOn && approver ? approved[approver]({ date: longDate(decidedOn, language), number: decisionNumber ?? undefined }) : undefined;
    return {
      title: version.title,
      lines: [`${index.version} ${number}, ${approval ? index.approved(approval) : index.draft}`],
      draft: state === 'draft',
      missing: [],
      path: `documents/own/${version.ownDocumentId}`,
      files: [
        {
          name: `${folder[language]}/${String(position + 1).padStart(2, '0')}-${ascii(version.fileName)}`,
          bytes: async () => (await readFileBytes(db, scope, organizationId, version.fileId)).bytes,
        },
      ],
    };
  });
};
