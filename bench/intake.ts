import { secondsSince } from './measure.ts';
import type { Bench } from './server.ts';

const boundary = 'bench-workbook-of-people';
const form = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="intake.xlsx"\r\ncontent-type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

/** Sends a workbook and waits for its task; seconds from the first byte to the end of the work. */
export const enterWorkbook = async (bench: Bench, centre: string, workbook: Uint8Array): Promise<number> => {
  const begun = performance.now();
  const sent = await bench.call(`/organizations/${centre}/intakes?dryRun=false&confirmed=true`, {
    method: 'POST',
    raw: form(workbook),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  const task = `/organizations/${centre}/tasks/${String(sent.headers['location']).split('/').at(-1)}`;
  for (;;) {
    const { state } = JSON.parse((await bench.call(task)).body.toString()) as { state: string };
    if (state === 'done') return secondsSince(begun);
    if (state === 'failed') throw new Error('The workbook was refused');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** Makes a centre whose adviser our account is; its id. */
export const makeCentre = async (bench: Bench, slug: string): Promise<string> => {
  const body = { slug, name: { fr: `CPAS de ${slug}` }, documentLanguage: 'fr', municipality: slug, region: 'wallonia', as: 'adviser' };
  return (JSON.parse((await bench.call('/organizations', { method: 'POST', body })).body.toString()) as { id: string }).id;
};
