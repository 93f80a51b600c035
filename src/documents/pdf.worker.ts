import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const folder = import.meta.dirname;
const template = readFileSync(join(folder, 'document.typ'), 'utf8');
const compiler = NodeCompiler.create({ workspace: folder });
/** Signs outside the fonts are found a few at a time; a document that holds more kinds of them is refused. */
const rounds = 40;

const unescapeRust = (text: string): string =>
  text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code?: string, plain?: string) => (code ? String.fromCodePoint(Number.parseInt(code, 16)) : (plain ?? '')));

/** What the PDF/A check says no bundled font can draw. */
const undrawable = (message: string): string[] =>
  [...message.matchAll(/the text `\\"((?:[^"\\]|\\.)*?)\\"` could not be displayed|the text `"((?:[^"\\]|\\.)*?)"` could not be displayed/g)].map(([, escaped, plain]) =>
    unescapeRust(escaped ?? plain ?? ''),
  );

const compile = (json: string): Uint8Array => {
  compiler.mapShadow(join(folder, 'model.json'), Buffer.from(json));
  try {
    return compiler.pdf({ mainFileContent: template }, { pdfStandard: 'a-2a' });
  } finally {
    compiler.evictCache(4);
  }
};

/** PDF/A refuses a sign that no font has: it is printed as U+FFFD, the sign for an unknown one. */
const render = (json: string): Uint8Array => {
  for (let round = 0; ; round += 1) {
    try {
      return compile(json);
    } catch (error) {
      const signs = undrawable(String((error as Error).message));
      if (signs.length === 0 || round === rounds) throw error;
      for (const sign of signs) json = json.replaceAll(JSON.stringify(sign).slice(1, -1), '\ufffd');
    }
  }
};

parentPort!.on('message', (json: string) => {
  try {
    parentPort!.postMessage({ pdf: render(json) });
  } catch (error) {
    parentPort!.postMessage({ error: String((error as Error).message) });
  }
});
