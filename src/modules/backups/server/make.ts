import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyBackupAside, writeBackupAside } from '../../../server/backup/aside.ts';
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

type Run = { id: string; kind: RunKind };

/** Makes what is due at night and what was asked for, on whichever node looks first, and tells of what failed. */
export const workBackups = (services: Services): void => {
  if (services.backups.at !== undefined && !services.sendMail) services.logger.info('SMTP_URL is not set: nobody is told by mail when a backup fails');
  services.jobs.every(lookSeconds, () => lookForBackups(services));
};

/** One look: does what is to be done, and resolves when that is done. */
export const lookForBackups = async (services: Services): Promise<void> => {
  const { at } = services.backups;
  const now = services.now();
  const open = await services.db.tx(asJob, async (tx) => {
    // Two days hold the last night, whatever the hour and the clock's changes.
    if (at !== undefined && isDue(at, now, await firstAccountAt(tx), await store.runsSince(tx, new Date(now.getTime() - 2 * days)))) await store.insertRun(tx, 'scheduled', now);
    return store.openRuns(tx);
  });
  if (open.length === 0) return;
  await store.aloneWithBackups(services.db, async () => {
    for (const run of await services.db.tx(asJob, (tx) => store.openRuns(tx))) await (run.state === 'running' ? endInterrupted(services, run) : make(services, run));
  });
};

const make = async (services: Services, run: Run): Promise<void> => {
  const { owner, directory, scratch, passphrase } = services.backups;
  const began = services.now();
  const name = freeName(began, passphrase !== undefined, await readdir(directory).catch(() => []));
  const file = join(directory, name);
  await services.db.tx(asJob, (tx) => store.startRun(tx, run.id, name, passphrase !== undefined));
  const progress = progressOf(services, run);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const { bytes, rows } = await writeBackupAside(owner, file, { passphrase, progress });
    const verify = run.kind === 'scheduled' && isVerificationDay(began);
    if (verify && !(await isGood(services, file, scratch))) return await fail(services, run, 'unverified');
    const finishedAt = services.now();
    await services.db.tx(asJob, (tx) => store.finishRun(tx, run.id, { finishedAt, bytes, rows, ...(verify ? { verifiedAt: finishedAt } : {}) }));
    await rotate(services);
  } catch (error) {
    services.logger.error({ err: loggable(error) }, 'backup failed');
    await fail(services, run, faultOf(error));
  }
};

const isGood = async (services: Services, file: string, scratch: string): Promise<boolean> => {
  try {
    await verifyBackupAside(file, { passphrase: services.backups.passphrase, scratch });
    return true;
  } catch (error) {
    services.logger.error({ err: loggable(error) }, 'backup not verified');
    return false;
  } finally {
    await rm(scratch, { recursive: true, force: true }).catch(() => undefined);
  }
};

const fail = async (services: Services, run: Run, fault: BackupFault): Promise<void> => {
  const lastGood = await services.db.tx(asJob, async (tx) => {
    await store.failRun(tx, run.id, fault, services.now());
    return store.lastRun(tx, 'done');
  });
  await tellAdministrators(services, run.kind, fault, lastGood?.finishedAt ?? undefined);
};

/** Ends a run whose server died: well where its file had taken its place, else failed, and without what it had begun to write. */
const endInterrupted = async (services: Services, run: Run & { file: string | null }): Promise<void> => {
  const { directory, scratch } = services.backups;
  await rm(scratch, { recursive: true, force: true });
  const file = run.file === null ? undefined : join(directory, run.file);
  const complete = file && (await stat(file).catch(() => undefined));
  if (complete) return services.db.tx(asJob, (tx) => store.finishRun(tx, run.id, { finishedAt: services.now(), bytes: complete.size }));
  // The name under which src/server/backup/write.ts writes.
  if (file) await rm(`${file}.unfinished`, { force: true });
  await fail(services, run, 'interrupted');
};

/** Deletes what the rule of rotation gives up. A file that failed its verification is neither counted nor deleted: somebody should look at it. */
const rotate = async (services: Services): Promise<void> => {
  const { directory } = services.backups;
  const now = services.now();
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
