import { contentHash } from '../../../documents/content.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { Tx } from '../../../server/db/database.ts';
import { storeFile } from '../../../server/files.ts';
import { chainHead } from '../../audit/server/service.ts';
import { type DocumentFormat, mediaTypes } from '../document.ts';
import { sealedModel } from '../model.ts';
import { render } from './render.ts';

/** A document drawn for good: its hash is that of the content, the head of the trail is printed at its foot. */
export type Drawn = { contentHash: string; model: DocumentModel; auditHead: string | undefined; bytes: Record<DocumentFormat, Uint8Array> };

/** What a frozen record keeps of its document. */
export type Frozen = { contentHash: string; model: DocumentModel; auditHead: string | null; pdfFileId: string; docxFileId: string };

/** The head of a centre's trail as `number:hash`; undefined before its first link. */
export const trailHead = async (tx: Tx, organizationId: string): Promise<string | undefined> => {
  const head = await chainHead(tx, organizationId);
  return head && `${head.number}:${head.hash}`;
};

/** What was signed, with its hash and, where it is given, the head of the trail: its files are drawn afterwards, or only when somebody asks for them. */
export const sealed = (model: DocumentModel, auditHead?: string): { hash: string; model: DocumentModel } => {
  const hash = contentHash(model);
  return { hash, model: sealedModel(model, hash, auditHead) };
};

/** Draws a document as PDF and Word, sealed with its hash and the head of the trail. Slow: never inside a transaction. */
export const drawFrozen = async (model: DocumentModel, auditHead: string | undefined, milliseconds?: number): Promise<Drawn> => {
  const hash = contentHash(model);
  const sealed = sealedModel(model, hash, auditHead);
  const [pdf, docx] = await Promise.all([render(sealed, 'pdf', milliseconds), render(sealed, 'docx')]);
  return { contentHash: hash, model: sealed, auditHead, bytes: { pdf, docx } };
};

/** Stores what was drawn, in the transaction that freezes the record; `fileName` is asked per format. Throws payloadTooLarge. */
export const keepFrozen = async (tx: Tx, organizationId: string, drawn: Drawn, fileName: (format: DocumentFormat) => string): Promise<Frozen> => {
  const keep = async (format: DocumentFormat): Promise<string> => (await storeFile(tx, organizationId, { name: fileName(format), mediaType: mediaTypes[format], bytes: drawn.bytes[format] })).id;
  return { contentHash: drawn.contentHash, model: drawn.model, auditHead: drawn.auditHead ?? null, pdfFileId: await keep('pdf'), docxFileId: await keep('docx') };
};
