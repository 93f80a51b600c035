import { renderPdf } from '../../../documents/pdf.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { certificateModel, registerModel } from '../model.ts';
import { listNeeds } from './need-store.ts';
import { fileNameOf } from './signing.ts';
import { type DeclarationRow, declarationSorts, listDeclarations } from './store.ts';
import { readCentre } from './text-store.ts';

type Paper = { name: string; bytes: Uint8Array };

/** The certificate of one undertaking, as the register has it today; in the language asked for, that of the undertaking, or the centre's. */
export const drawCertificate = async (services: Services, scope: Scope, organizationId: string, row: DeclarationRow, asked: DocumentLanguage | undefined): Promise<Paper> => {
  const centre = await services.db.tx(scope, (tx) => readCentre(tx, organizationId));
  const language = asked ?? row.language ?? centre.documentLanguage;
  return { name: fileNameOf(centre, 'certificate', language, row.number), bytes: await renderPdf(certificateModel(row, centre.facts(language), language, today(services))) };
};

/** The register as a document: who has still to sign, and what was signed and holds. */
export const registerOf = async (tx: Tx, organizationId: string, day: string, asked?: DocumentLanguage): Promise<{ model: DocumentModel; name: string }> => {
  const centre = await readCentre(tx, organizationId);
  const language = asked ?? centre.documentLanguage;
  const needs = (await listNeeds(tx, organizationId, {}, day).orderBy('person.lastName').orderBy('person.firstName').orderBy('person.id').execute()) as {
    personName: string;
    variant: DeclarationRow['variant'];
    state: string;
    waitsSince: string;
  }[];
  const signed = (await listDeclarations(tx, organizationId, { state: 'valid' })
    .orderBy(declarationSorts['number']![0] as never)
    .execute()) as DeclarationRow[];
  const open = needs.flatMap(({ personName, variant, state, waitsSince }) =>
    state === 'missing' || state === 'renewal' ? [{ name: personName, variant, state: state as 'missing' | 'renewal', since: waitsSince }] : [],
  );
  const people = needs.filter(({ state }) => state !== 'coming' && state !== 'covered').length;
  return { model: registerModel({ signed, open, people }, centre.facts(language), language, day), name: fileNameOf(centre, 'register', language, day) };
};

export const drawRegister = async (services: Services, scope: Scope, organizationId: string, language: DocumentLanguage | undefined): Promise<Paper> => {
  const { model, name } = await services.db.tx(scope, (tx) => registerOf(tx, organizationId, today(services), language));
  return { name, bytes: await renderPdf(model) };
};
