import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { addDays } from '../../../kernel/dates.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { render } from '../../documents/server/service.ts';
import type { RegisterRow } from '../register.ts';
import { registerModel } from '../register.ts';
import { words } from '../words.ts';
import { centreOf } from './papers.ts';
import { certificatesOf } from './papers-store.ts';
import { listMovements, type MovementRow } from './store.ts';

const year = 364;

/** The register of the twelve months until a day, and the certificates of the cases in it, for the dossier of a centre; nothing where nobody came or left. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const from = addDays(day, -year);
  const { rows, certificates, centre, slug } = await db.tx(scope, async (tx) => {
    const found = (await listMovements(tx, organizationId, {}, new Date(`${day}T12:00:00Z`))
      .where('m.state', '<>', 'cancelled')
      .where('m.day', '>=', from)
      .where('m.day', '<=', day)
      .orderBy('m.day')
      .orderBy('m.id')
      .execute()) as MovementRow[];
    const ids = found.flatMap(({ id, certificateId }) => (certificateId ? [id] : []));
    return { rows: found, certificates: await certificatesOf(tx, organizationId, ids), ...(await centreOf(tx, organizationId, language)) };
  });
  if (rows.length === 0) return [];
  const own = words[language];
  const numberOf = (row: MovementRow) => (row.certificateYear ? `${row.certificateYear}-${String(row.certificateNumber).padStart(2, '0')}` : undefined);
  const model = registerModel({ centre, from, until: day, rows: rows.map((row): RegisterRow => ({ ...row, state: row.state as RegisterRow['state'], certificate: numberOf(row) })) }, language);
  const folder = own.file.register;
  return [
    {
      title: own.register.title,
      lines: [model.footer],
      draft: false,
      missing: [],
      path: 'movements',
      files: [
        ...(['pdf', 'docx'] as const).map((format) => ({ name: `${folder}/${slug}-${folder}-${day}.${format}`, bytes: () => render(model, format) })),
        ...certificates.map(({ year: of, number, pdfFileId }) => ({
          name: `${folder}/${slug}-${own.file.certificate}-${of}-${String(number).padStart(2, '0')}.pdf`,
          bytes: async () => (await readFileBytes(db, scope, organizationId, pdfFileId)).bytes,
        })),
      ],
    },
  ];
};
