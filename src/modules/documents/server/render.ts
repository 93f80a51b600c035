import { renderDocx } from '../../../documents/docx.ts';
import { renderPdf } from '../../../documents/pdf.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentFormat } from '../document.ts';

/** The bytes of a document in a format. */
export const render = (model: DocumentModel, format: DocumentFormat, milliseconds?: number): Promise<Uint8Array> => (format === 'pdf' ? renderPdf(model, milliseconds) : renderDocx(model));
