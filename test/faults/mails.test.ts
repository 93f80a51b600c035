// The server is killed while it takes mails in and answers them: none is lost, none counts twice.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killProcesses } from '../process.ts';
import { mailboxPrograms, mailPrograms } from '../tools.ts';
import { drainUnderKills } from './drain.ts';

const kills = 4;

test.skipIf(!mailboxPrograms() || !mailPrograms())(`sixty mails are taken in and answered by a server that is killed ${kills} times`, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'beffroi-mails-'));
  try {
    const drained = await drainUnderKills(directory, { mails: 60, kills });
    expect(drained).toMatchObject({ lost: [], double: [], wrong: [], announced: 24, answersDue: 24 });
    // The work may be done before the last kill that was drawn.
    expect(drained.kills).toBeGreaterThan(1);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
afterAll(killProcesses);
