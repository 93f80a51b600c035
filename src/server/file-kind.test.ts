import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docxFile, hiddenObjects, pdfFile } from '../../test/document-files.ts';
import { writeZip } from '../../test/zip.ts';
import type { Problem } from '../kernel/problem.ts';
import { cleanFileName, fileKindOf } from './file-kind.ts';

const kinds = ['pdf', 'docx'] as const;
const said = (bytes: Buffer): Promise<string> => fileKindOf(bytes, kinds).catch((problem: Problem) => problem.issues?.[0]?.code ?? String(problem));
const wordMacro = 'application/vnd.ms-word.document.macroEnabled.main+xml';

test.each<[string, Buffer, string]>([
  ['a sound PDF', pdfFile(), 'pdf'],
  ['a sound Word document', docxFile(), 'docx'],
  ['a program under another name', Buffer.concat([Buffer.from('MZ'), randomBytes(500)]), 'fileOfOtherKind'],
  ['a web page', Buffer.from('<!DOCTYPE html><script>1</script>'), 'fileOfOtherKind'],
  ['an old .doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'fileOfOtherKind'],
  ['nothing', Buffer.alloc(0), 'fileOfOtherKind'],
  ['a plain archive', writeZip([{ name: 'a.txt', bytes: Buffer.from('a') }]), 'fileOfOtherKind'],
  ['a PDF cut short', pdfFile().subarray(0, 300), 'fileDamaged'],
  ['a Word document cut short', docxFile().subarray(0, 400), 'fileDamaged'],
  ['a Word document with a wrong checksum', docxFile('a', [{ name: 'word/x.xml', bytes: Buffer.from('x'), crc: 1 }]), 'fileDamaged'],
  ['a PDF with a script', pdfFile('a', ['<< /S /JavaScript /JS (app.alert) >>']), 'fileHasScript'],
  ['a script by another spelling', pdfFile('a', ['<< /S /J#61vaScript >>']), 'fileHasScript'],
  ['a script in compressed objects', pdfFile('a', [hiddenObjects('6 0 << /S /JavaScript /JS (x) >>')]), 'fileHasScript'],
  ['a PDF that starts a program', pdfFile('a', ['<< /S /Launch /F (cmd.exe) >>']), 'fileHasScript'],
  ['a PDF with a file inside', pdfFile('a', ['<< /Names << /EmbeddedFiles 7 0 R >> >>']), 'fileHasEmbedded'],
  ['an encrypted PDF', pdfFile('a', ['<< /Encrypt 8 0 R >>']), 'fileProtected'],
  ['a word on a page that only looks like a script', pdfFile('/JavaScript /JS'), 'pdf'],
  ['a Word document with macros', docxFile('a', [{ name: 'word/vbaProject.bin', bytes: Buffer.from('x') }]), 'fileHasMacros'],
  ['one that says it has', docxFile('a', [], wordMacro), 'fileHasMacros'],
  ['a Word document with an object inside', docxFile('a', [{ name: 'word/embeddings/oleObject1.bin', bytes: Buffer.from('x') }]), 'fileHasEmbedded'],
  ['a Word document of 101 MB', docxFile('a', [{ name: 'word/x.xml', bytes: Buffer.alloc(101 * 1024 * 1024) }]), 'fileTooLargeInside'],
  ['compressed objects of 70 MB', pdfFile('a', [hiddenObjects(' '.repeat(70 * 1024 * 1024))]), 'fileTooLargeInside'],
])('%s', async (_what, bytes, expected) => expect(await said(bytes)).toBe(expected));

test('any bytes after a known head get an answer, never a failure', async () => {
  const heads = fc.constantFrom('%PDF-1.7\n', 'PK\x03\x04', '%PDF-1.7\n1 0 obj << /Type /ObjStm >> stream\nx endstream startxref %%EOF');
  await fc.assert(
    fc.asyncProperty(heads, fc.uint8Array({ maxLength: 400 }), async (head, rest) => {
      expect(await said(Buffer.concat([Buffer.from(head, 'latin1'), rest]))).toMatch(/^(?:pdf|docx|file[A-Za-z]+)$/);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['../../etc/passwd', '....etcpasswd.pdf'],
  ['charte.exe', 'charte.pdf'],
  ['Charte informatique.PDF', 'Charte informatique.pdf'],
  ['\u202Efdp.exe', 'fdp.pdf'],
  ['', 'document.pdf'],
  [undefined, 'document.pdf'],
])('the name %s is kept as %s', (name, kept) => expect(cleanFileName(name, 'pdf')).toBe(kept));
