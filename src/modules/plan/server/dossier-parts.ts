import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { draftWord, render } from '../../documents/server/service.ts';
import { longDate, words } from '../words.ts';
import { fileName, modelOf, readVersion } from './version.ts';
import { approvedPlans, listVersions } from './version-store.ts';

const formats = ['pdf', 'docx'] as const;

/** The three-year plans of a centre for its dossier: the one being prepared or before the council, as a draft; those that the council approved, the newest first, as they were frozen. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const { approved, draft } = await db.tx(scope, async (tx) => {
    const [newest] = await listVersions(tx, organizationId);
    return { approved: await approvedPlans(tx, organizationId), draft: newest && newest.outcome === null ? await readVersion(tx, organizationId, newest.id, day) : undefined };
  });
  const own = words[language];
  const about = (id: string, year: number) => ({ title: own.title(`${year}-${year + 2}`), missing: [], path: `plan/versions/${id}` });
  const drawn = draft && { model: modelOf(draft, day), ending: `-${draftWord[draft.row.language]}` };
  return [
    ...(draft && drawn
      ? [
          {
            ...about(draft.row.id, draft.row.year),
            lines: [draft.row.submittedOn ? own.submittedFooter(longDate(draft.row.submittedOn, language)) : own.draftFooter(longDate(day, language))],
            draft: true,
            files: formats.map((format) => ({ name: `${own.file}/${fileName(draft, format).replace(/(?=\.[a-z]+$)/, drawn.ending)}`, bytes: () => render(drawn.model, format) })),
          },
        ]
      : []),
    ...approved.map(({ id, year, decidedOn, decisionNumber, files }) => ({
      ...about(id, year),
      lines: [own.approvedFooter(longDate(decidedOn, language), decisionNumber)],
      draft: false,
      files: files.map((file) => ({ name: `${own.file}/${file.name}`, bytes: async () => (await readFileBytes(db, scope, organizationId, file.id)).bytes })),
    })),
  ];
};
