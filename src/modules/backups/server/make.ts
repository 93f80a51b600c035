import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyBackupAside, writeBackupAside } from '../../../server/backup/aside.ts';
import { removeLeftTrials } from '../../../server/backup/verify.ts';
import { writeFailure } from '../../../server/backup/write.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import type { Services } from '../../../server/services.ts';
import { firstAccountAt } from '../../accounts/server/service.ts';
import { type BackupFault, freeName, isDue, isVerificationDay, outdated, parseBackupName, type RunKind } from '../backup.ts';
import { faultOf, tellAdministrators } from './failure.ts';
import * as store from './store.ts';

const asJob: Scope = { organizations: [installationId], actor: { kind: 'job' } };
const days = 86_400_000;
const keptDays = 730;
/** Between two looks at whether a backup is to be made. */
const lookSeconds = 5;

type Run = { id: string; kind: RunKind; at: Date };

/** Nothing was written to an unfinished file for so long: its writer is dead. */
const silence = 3_600_000;

/** Makes what is due at night and what was asked for, on whichever node looks first, and tells of what failed. */
export const workBackups = (services: Services): void => {
  services.jobs.every(lookSeconds, (signal) => lookForBackups(services, signal));
};

/**
 * One look: does what is to be done, and resolves when that is done. When `signal` aborts, the backup under way is given up as if the server
 * had been killed: whoever looks next tells of it.
 */
export const lookForBackups = async (services: Services, signal?: AbortSignal): Promise<void> => {
  const { at } = services.backups;
  const now = services.now();
  const open = await services.db.tx(asJob, async (tx) => {
    // Two days hold the last night, whatever the hour and the clock's changes.
    if (at !== undefined && isDue(at, now, await firstAccountAt(tx), await store.runsSince(tx, new Date(now.getTime() - 2 * days)))) await store.insertRun(tx, 'scheduled', now);
    return store.openRuns(tx);
  });
  if (open.length === 0) return;
  await store.aloneWithBackups(services.db, async () => {
    for (const run of await services.db.tx(asJob, (tx) => store.openRuns(tx))) {
      if (signal?.aborted) return;
      await (run.state === 'running' ? endInterrupted(services, run) : make(services, run, signal));
    }
  });
};

/** The one of Sunday night is verified. */
const isVerified = ({ kind, at }: Run): boolean => kind === 'scheduled' && isVerificationDay(at);

const make = async (services: Services, run: Run, signal: AbortSignal | undefined): Promise<void> => {
  const { owner, directory, scratch, passphrase } = services.backups;
  const name = freeName(services.now(), passphrase !== undefined, await readdir(directory).catch(() => []));
  const file = join(directory, name);
  await services.db.tx(asJob, (tx) => store.startRun(tx, run.id, name, passphrase !== undefined));
  const progress = progressOf(services, run);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw writeFailure(error, file);
    });
    const { bytes, rows } = await writeBackupAside(owner, file, { passphrase, progress, signal });
    const verified = isVerified(run);
    if (verified && !(await isGood(services, file, scratch, signal))) return await fail(services, run, 'unverified');
    const finishedAt = services.now();
    await services.db.tx(asJob, (tx) => store.finishRun(tx, run.id, { finishedAt, bytes, rows, ...(verified ? { verifiedAt: finishedAt } : {}) }));
    services.logger.info({ file: name, bytes, rows, verified }, 'backup made');
  } catch (error) {
    await removeUnfinished(directory, name, services.now()).catch(() => undefined);
    if (signal?.aborted) return;
    services.logger.error({ err: loggable(error) }, 'backup failed');
    return fail(services, run, faultOf(error));
  }
  // A backup that is good stays so where an old one cannot be deleted.
  await rotate(services).catch((error: unknown) => services.logger.error({ err: loggable(error) }, 'old backups not deleted'));
};

const isGood = async (services: Services, file: string, scratch: string, signal: AbortSignal | undefined): Promise<boolean> => {
  try {
    await verifyBackupAside(file, { passphrase: services.backups.passphrase, scratch, signal });
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    services.logger.error({ err: loggable(error) }, 'backup not verified');
    return false;
  }
};

/** Deletes what writers that died have left of backups: of this name, and of others where nothing was written for an hour. The names are those of src/server/backup/write.ts. */
const removeUnfinished = async (directory: string, file: string, now: Date): Promise<void> => {
  for (const name of await readdir(directory)) {
    const backup = parseBackupName(/^(.+)\.[0-9a-f]+\.unfinished$/.exec(name)?.[1] ?? '');
    if (!backup) continue;
    const path = join(directory, name);
    if (backup.name === file || ((await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity) < now.getTime() - silence) await rm(path, { force: true });
  }
};

const fail = async (services: Services, run: Run, fault: BackupFault): Promise<void> => {
  const lastGood = await services.db.tx(asJob, async (tx) => {
    await store.failRun(tx, run.id, fault, services.now());
    return store.lastRun(tx, 'done');
  });
  await tellAdministrators(services, run.kind, fault, lastGood?.finishedAt ?? undefined);
};

/** Ends a run whose server died: well where its file had taken its place and needed no verification, else failed, and without what it had begun to write. */
const endInterrupted = async (services: Services, run: Run & { file: string | null }): Promise<void> => {
  const { directory, scratch } = services.backups;
  await removeLeftTrials(scratch);
  if (run.file !== null) await removeUnfinished(directory, run.file, services.now()).catch(() => undefined);
  const complete = run.file === null ? undefined : await stat(join(directory, run.file)).catch(() => undefined);
  if (complete && !isVerified(run)) return services.db.tx(asJob, (tx) => store.finishRun(tx, run.id, { finishedAt: services.now(), bytes: complete.size }));
  await fail(services, run, 'interrupted');
};

/** Deletes what the rule of rotation gives up. A file that failed its verification is neither counted nor deleted: somebody should look at it. */
const rotate = async (services: Services): Promise<void> => {
  const { directory } = services.backups;
  const now = services.now();
  await removeUnfinished(directory, '', now);
  const names = (await readdir(directory)).filter((name) => parseBackupName(name) !== undefined);
  const doubtful = await services.db.tx(asJob, async (tx) => {
    await store.purgeRuns(tx, new Date(now.getTime() - keptDays * days));
    return (await store.runsOfFiles(tx, names)).flatMap(({ file, fault }) => (fault === 'unverified' ? [file] : []));
  });
  const counted = names.filter((name) => !doubtful.includes(name));
  for (const name of outdated(counted, now)) await rm(join(directory, name), { force: true });
};

/** Writes how far a run is, one step at a time; a step that cannot be written is no reason to stop. */
const progressOf = (services: Services, { id }: Run): ((done: number, total: number) => void) => {
  let writing = false;
  return (done, total) => {
    if (writing) return;
    writing = true;
    void services.db
      .tx(asJob, (tx) => store.advanceRun(tx, id, done, total))
      .catch(() => undefined)
      .then(() => (writing = false));
  };
};
