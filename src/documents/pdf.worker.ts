import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// On Linux a thread has a priority of its own: who waits for a page comes before who waits for a document.
if (process.platform === 'linux') setPriority(10);

const folder = import.meta.dirname;
const read = (name: string): string => readFileSync(join(folder, `${name}.typ`), 'utf8');
const templates: Record<string, string> = { document: read('document'), labels: read('labels'), cards: read('cards') };
const compiler = NodeCompiler.create({ workspace: folder });
/** Signs outside the fonts are found some at a time; beyond this the error stands. */
const rounds = 40;
const unknownSign = '\ufffd';

const unquote = (text: string): string => text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code?: string, plain?: string) => (code ? String.fromCodePoint(Number.parseInt(code, 16)) : (plain ?? '')));

/** What the PDF/A check says no bundled font can draw; the message quotes it twice over. */
const undrawable = (message: string): string[] => [...message.matchAll(/the text `\\"((?:[^"\\]|\\.)*?)\\"` could not be displayed/g)].map(([, quoted = '']) => unquote(unquote(quoted)));

const draw = (json: string): Uint8Array => {
  compiler.mapShadow(join(folder, 'model.json'), Buffer.from(json));
  try {
    return compiler.pdf({ mainFileContent: templates[/^\{"template":"(\w+)"/.exec(json)?.[1] ?? 'document']! }, { pdfStandard: 'a-2a' });
  } finally {
    compiler.evictCache(4);
  }
};

const render = (json: string): Uint8Array => {
  let text = json;
  for (let round = 1; ; round += 1) {
    try {
      return draw(text);
    } catch (error) {
      const signs = undrawable(String((error as Error).message)).filter((sign) => sign !== '' && sign !== unknownSign);
      if (signs.length === 0 || round === rounds) throw error;
      for (const sign of signs) text = text.replaceAll(JSON.stringify(sign).slice(1, -1), unknownSign);
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
