import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Figures, round, secondsSince } from './measure.ts';
import { openEmbedded } from './server.ts';

const boundary = 'bench-framework';
const form = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="framework.yaml"\r\ncontent-type: application/yaml\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

/** A library of CISO Assistant of 50,000 lines: 40 chapters, 2,500 norms in two languages with three questions each. */
const generated = (): Buffer => {
  const words = 'The organisation keeps what it has written, says who answers for it, and looks at it again each year.';
  const norm = (n: number): string => {
    const urn = `urn:example:risk:req_node:bench:n${n}`;
    const question = (q: number): string => `        ${urn}:question:${q}:\n          type: unique_choice\n          text: Is part ${q} of norm ${n} done?\n`;
    return `    - urn: ${urn}\n      assessable: true\n      depth: 2\n      parent_urn: urn:example:risk:req_node:bench:c${n % 40}\n      ref_id: ${n % 40}.${n}\n      name: Norm ${n}\n      description: ${words}\n      annotation: ${words}\n      translations:\n        fr:\n          name: Norme ${n}\n      questions:\n${[1, 2, 3].map(question).join('')}`;
  };
  const chapters = Array.from({ length: 40 }, (_, c) => `    - urn: urn:example:risk:req_node:bench:c${c}\n      assessable: false\n      name: Chapter ${c}\n`).join('');
  return Buffer.from(
    `urn: urn:example:risk:library:bench\nlocale: en\nname: Bench\nversion: 1\nobjects:\n  framework:\n    urn: urn:example:risk:framework:bench\n    name: Bench\n    requirement_nodes:\n${chapters}${Array.from({ length: 2500 }, (_, n) => norm(n)).join('')}`,
  );
};

/** A framework of 50,000 lines, or the file that `BENCH_FRAMEWORK` names: looked at only, then kept, and what somebody else waits meanwhile. */
export const measureNormsImport = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    const named = process.env['BENCH_FRAMEWORK'];
    const bytes = named && existsSync(named) ? await readFile(named) : generated();
    const send = (dryRun: boolean) => bench.call(`/frameworkImports?dryRun=${dryRun}`, { method: 'POST', raw: form(bytes), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
    const begun = performance.now();
    const looked = send(true);
    const state = { answered: false, longest: 0 };
    void looked.then(() => (state.answered = true));
    while (!state.answered) {
      const start = performance.now();
      await bench.call('/health');
      state.longest = Math.max(state.longest, performance.now() - start);
    }
    const plan = JSON.parse((await looked).body.toString()) as { faultsInAll: number; frameworks: { norms: number; guidelines: number }[] };
    const lookSeconds = secondsSince(begun);
    if (plan.faultsInAll > 0) throw new Error('The framework was refused');
    const kept = performance.now();
    await send(false);
    const { norms = 0, guidelines = 0 } = plan.frameworks[0] ?? {};
    return { lines: bytes.toString().split('\n').length, megabytes: round(bytes.length / 1e6), norms, guidelines, lookSeconds, keepSeconds: secondsSince(kept), othersWaitMs: round(state.longest) };
  } finally {
    await bench.close();
  }
};
