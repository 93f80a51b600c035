import { deflateSync } from 'node:zlib';
import { writeZip, type ZipEntry } from './zip.ts';

/** A sound PDF of one page; `objects` are written into it as they are, `text` stands on the page. */
export const pdfFile = (text = 'Charte', objects: readonly string[] = []): Buffer => {
  const content = `BT /F1 18 Tf 72 760 Td (${text.replaceAll(/[()\\]/g, '')}) Tj ET`;
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ];
  let body = '%PDF-1.7\n';
  const offsets = parts.map((part, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${part}\nendobj\n`;
    return at;
  });
  const table = ['0000000000 65535 f ', ...offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n `)].join('\n');
  return Buffer.from(`${body}xref\n0 ${parts.length + 1}\n${table}\ntrailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
};

/** What a PDF may hide in a compressed stream of objects. */
export const hiddenObjects = (objects: string): string => {
  const packed = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
};

const types = (main: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A sound Word document, with further parts; `main` is the type that it declares. */
export const docxFile = (text = 'Procédure', more: readonly ZipEntry[] = [], main = wordMain): Buffer =>
  writeZip([
    { name: '[Content_Types].xml', bytes: Buffer.from(types(main)) },
    {
      name: '_rels/.rels',
      bytes: Buffer.from(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
    },
    {
      name: 'word/document.xml',
      bytes: Buffer.from(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
      ),
    },
    ...more,
  ]);

/** A multipart request with one file, under the name that it bears at the sender's. */
export const upload = (bytes: Buffer, name: string): { payload: Buffer; headers: Record<string, string> } => ({
  payload: Buffer.concat([Buffer.from(`--gift\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`), bytes, Buffer.from('\r\n--gift--\r\n')]),
  headers: { 'content-type': 'multipart/form-data; boundary=gift' },
});
