// Writes src/web/api.generated.d.ts from the API's own OpenAPI document; with --check, says whether it is current.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { pino } from 'pino';
import { makeAuth } from '../src/server/auth/auth.ts';
import { connect } from '../src/server/db/database.ts';
import { makeSeal } from '../src/server/auth/seal.ts';
import { makeMail } from '../src/server/mail.ts';
import { buildApp } from '../src/server/http/app.ts';

const target = new URL('../src/web/api.generated.d.ts', import.meta.url);
const heading = '// Written by `npm run api-types` from the OpenAPI document of the server. Do not edit.\n';

/** The types of the API as TypeScript; needs no database, for nothing is asked of it. */
export const apiTypes = async (): Promise<string> => {
  const db = connect({ host: 'nowhere.invalid' }, 1);
  const nothing = async () => undefined;
  const jobs = { send: nothing, fate: async () => 'absent' as const, work: nothing, wake: () => undefined, schedule: nothing, every: () => undefined, stop: nothing };
  const url = 'http://localhost:3000';
  const app = await buildApp({
    db,
    jobs,
    url,
    auth: makeAuth(db, url, [{ value: 'no session is made here, ever ever' }]),
    factorSeal: makeSeal([{ value: 'nothing is sealed here' }], 'second factor'),
    logger: pino({ level: 'silent' }),
    demonstration: false,
    trustProxy: false,
    now: () => new Date(0),
    backups: { directory: '', owner: {}, scratch: '' },
    mail: makeMail(undefined, nothing),
    mailSeal: makeSeal([{ value: 'nothing is sealed here' }], 'mail'),
    providerSeal: makeSeal([{ value: 'nothing is sealed here' }], 'provider'),
    directorySeal: makeSeal([{ value: 'nothing is sealed here' }], 'directory'),
    localDirectories: false,
    mailboxSeal: makeSeal([{ value: 'nothing is sealed here' }], 'mailbox'),
    localMailboxes: false,
  });
  const answer = await app.inject('/api/beffroi/v1/doc/openapi.json');
  await app.close();
  await db.close();
  if (answer.statusCode !== 200) throw new Error(`The OpenAPI document cannot be made: ${answer.body}`);
  return heading + astToString(await openapiTS(answer.body));
};

if (import.meta.main) {
  const wanted = await apiTypes();
  const present = await readFile(target, 'utf8').catch(() => '');
  if (!process.argv.includes('--check')) await writeFile(target, wanted);
  else if (present !== wanted) {
    process.stderr.write('src/web/api.generated.d.ts is not current: run npm run api-types.\n');
    process.exit(1);
  }
}
