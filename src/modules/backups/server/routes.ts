import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withInstallation } from '../../../server/http/access.ts';
import { responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { backupFaults, backupStates, parseBackupName, runKinds, stateOf } from '../backup.ts';
import * as store from './store.ts';

const File = z.object({
  name: z.string(),
  size: z.int().describe('In bytes'),
  madeAt: z.string().describe('When the file was completed'),
  encrypted: z.boolean(),
  migration: z.string().optional().describe('The migration before which it was made'),
  rows: z.int().optional(),
  verifiedAt: z.string().optional().describe('When it was restored for trial and found to be equal'),
  doubtful: z.boolean().describe('It failed its verification'),
});
const Backups = z
  .object({
    self: z.string(),
    items: z.array(File),
    total: z.int(),
    pageSize: z.int(),
    state: z.enum(backupStates),
    directory: z.string().describe('Where the files are, on the server'),
    readable: z.boolean().describe('False when the server cannot read that directory'),
    at: z.string().optional().describe('Belgian time of the nightly one; absent when none is made at night'),
    encryption: z.boolean().describe('Whether the next ones are encrypted'),
    mail: z.boolean().describe('Whether a failure is told by mail'),
    lastGoodAt: z.string().optional(),
    running: z.object({ kind: z.enum(runKinds), since: z.string(), done: z.int().optional(), total: z.int().optional() }).optional(),
    failure: z
      .object({ at: z.string(), fault: z.enum(backupFaults) })
      .optional()
      .describe('The last one that failed, where none has succeeded since'),
  })
  .meta({ id: 'Backups' });
const Asked = z.object({ href: z.string() }).meta({ id: 'BackupAsked' });

/** What is in the directory that is a backup by its name, the newest first; undefined where it cannot be read. One that is not there yet is empty. */
const filesOf = async (directory: string) => {
  try {
    const names = (await readdir(directory)).flatMap((name) => parseBackupName(name) ?? []);
    // one that is gone since was given up by the rotation
    const found = await Promise.all(
      names.map((name) =>
        stat(join(directory, name.name)).then(
          ({ size, mtime }) => [{ ...name, size, mtime }],
          () => [],
        ),
      ),
    );
    return found.flat().toSorted((a, b) => b.mtime.getTime() - a.mtime.getTime());
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? [] : undefined;
  }
};

/** The backups of the installation: which there are, and one more on demand. No download: a backup is everything, and whoever may have it has the machine. */
export const registerBackups = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const href = `${services.url}/api/beffroi/v1/backups`;

  api.get(
    '/backups',
    {
      config: { action: 'backup.manage' },
      schema: { operationId: 'listBackups', tags: ['backups'], summary: 'The backups that are kept, and how the last ones went', response: responses({ 200: Backups }) },
    },
    async (request) => {
      const { directory, at, passphrase } = services.backups;
      const files = await filesOf(directory);
      const { made, failed, open } = await services.db.tx(withInstallation(request.access.scope), async (tx) => ({
        made: new Map(
          (
            await store.runsOfFiles(
              tx,
              (files ?? []).map(({ name }) => name),
            )
          ).map((run) => [run.file, run]),
        ),
        failed: await store.lastRun(tx, 'failed'),
        open: (await store.openRuns(tx))[0],
      }));
      const items = (files ?? []).map(({ name, size, mtime, encrypted, migration }) => {
        const run = made.get(name);
        return { name, size, madeAt: mtime.toISOString(), encrypted, migration, rows: run?.rows ?? undefined, verifiedAt: run?.verifiedAt?.toISOString(), doubtful: run?.fault === 'unverified' };
      });
      // Told by the files that are there: one that was deleted or lost is no backup.
      const lastGoodAt = items.find(({ doubtful }) => !doubtful)?.madeAt;
      const failedAt = failed?.finishedAt?.toISOString();
      const failure = failedAt && failed?.fault && (!lastGoodAt || failedAt > lastGoodAt) ? { at: failedAt, fault: failed.fault } : undefined;
      return {
        self: href,
        items,
        total: items.length,
        pageSize: items.length,
        state: stateOf({ lastGoodAt: lastGoodAt === undefined ? undefined : new Date(lastGoodAt), failed: failure !== undefined, nightly: at !== undefined, now: services.now() }),
        directory,
        readable: files !== undefined,
        at,
        encryption: passphrase !== undefined,
        mail: await services.mail.configured(),
        lastGoodAt,
        running: open && { kind: open.kind, since: open.at.toISOString(), done: open.done ?? undefined, total: open.total ?? undefined },
        failure,
      };
    },
  );

  api.post(
    '/backups',
    {
      config: { action: 'backup.manage' },
      schema: { operationId: 'makeBackup', tags: ['backups'], summary: 'Make a backup now; while one is under way or waits, that one', response: responses({ 202: Asked }) },
    },
    async (request, reply) => {
      await services.db.tx(withInstallation(request.access.scope), async (tx) => {
        if ((await store.openRuns(tx)).length === 0) await store.insertRun(tx, 'asked', services.now());
      });
      return reply.status(202).header('location', href).send({ href });
    },
  );
};
