import type { Scope } from '../../../server/db/database.ts';
import { removeFile } from '../../../server/db/files.ts';
import { readFileBytes } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { createTask, type TaskResult, workTasks } from '../../../server/tasks.ts';
import { nextTime } from '../source.ts';
import { compareList, hashOf, type List } from './compare.ts';
import { DirectoryError, readDirectory } from './directory.ts';
import { openDirectory } from './source.ts';
import { ListFault, readList } from './read-file.ts';
import { directoriesDue, findSource, holdSource, tellDirectory } from './store.ts';

export const taskKind = 'reconciliation';
/** What the task of a comparison is given: a file, or nothing, where the directory is asked. */
export type TaskInput = { resourceId: string; fileId?: string; fileName?: string };

/** Seconds for the transaction of a large list. */
const patience = 60;
const stages = { reading: 1, comparing: 2, all: 3 };

type Read = { list: List } | { report: Record<string, unknown> };
type Sought = { services: Services; scope: Scope; organizationId: string };

const ofFile = async ({ services, scope, organizationId }: Sought, { resourceId, fileId, fileName }: TaskInput): Promise<Read> => {
  const { bytes } = await readFileBytes(services.db, scope, organizationId, fileId!);
  const said = await services.db.tx(scope, (tx) => findSource(tx, organizationId, resourceId));
  try {
    const { reading, format } = await readList(bytes, { columns: said?.columns ?? [], levels: said?.levels ?? [] });
    if ('unknown' in reading) return { report: { outcome: 'columns', ...reading.unknown } };
    if (reading.accounts.length === 0) return { report: { outcome: 'fault', code: 'empty' } };
    const { accounts, faults, words } = reading;
    return { list: { source: 'file', fileName, accounts, faults, format: { ...format, ...reading.format, words }, contentHash: hashOf(bytes) } };
  } catch (error) {
    if (error instanceof ListFault) return { report: { outcome: 'fault', code: error.code } };
    throw error;
  }
};

const ofDirectory = async ({ services, scope, organizationId }: Sought, { resourceId }: TaskInput): Promise<Read> => {
  const day = today(services);
  const source = await services.db.tx(scope, (tx) => findSource(tx, organizationId, resourceId));
  const nextOn = source?.every ? nextTime(source.every, day) : null;
  try {
    if (!source) throw new DirectoryError('lost');
    const { accounts, faults, words, format } = await readDirectory(openDirectory(services, source), { columns: source.columns, levels: source.levels });
    await services.db.tx(scope, (tx) => tellDirectory(tx, organizationId, resourceId, { fault: null, faultOn: null, nextOn }));
    return { list: { source: 'ldap', accounts, faults, format: { columns: format.columns, words, ...(format.dates ? { dates: format.dates } : {}) }, contentHash: hashOf(JSON.stringify(accounts)) } };
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    // It is told on the page, and tried again when its time comes.
    await services.db.tx(scope, (tx) => tellDirectory(tx, organizationId, resourceId, { fault: error.code, faultOn: day, nextOn }));
    return { report: { outcome: 'directory', code: error.code } };
  }
};

/** Does the comparisons of the queue on this node. A file goes with the end of its task: what the comparison needs of it is kept with the run. */
export const workReconciliations = async (services: Services): Promise<void> => {
  await workTasks(
    services,
    taskKind,
    async ({ organizationId, scope, input, progress, finish }): Promise<TaskResult> => {
      const given = input as TaskInput;
      const sought = { services, scope, organizationId };
      await progress(stages.reading, stages.all);
      const read = given.fileId ? await ofFile(sought, given) : await ofDirectory(sought, given);
      if ('report' in read) return { report: read.report };
      await progress(stages.comparing, stages.all);
      return services.db.tx(
        scope,
        async (tx) => {
          await holdSource(tx, organizationId, given.resourceId);
          const { id, same, counts } = await compareList(tx, organizationId, given.resourceId, read.list, { today: today(services), now: services.now() });
          const result = { report: { outcome: same ? 'same' : 'compared', reconciliationId: id, counts } };
          await finish(tx, result);
          return result;
        },
        { seconds: patience },
      );
    },
    async (tx, organizationId, input) => {
      const { fileId } = input as TaskInput;
      if (fileId) await removeFile(tx, organizationId, fileId);
    },
  );
  await services.jobs.schedule('readDirectories', '23 4 * * *', () => askDirectories(services));
};

/** Queues the reading of each directory whose day has come, and says when it is read next, so that one that does not answer is not asked all the time. */
export const askDirectories = async (services: Services): Promise<void> => {
  const day = today(services);
  for (const { organizationId, resourceId } of await directoriesDue(services.db.kysely, day)) {
    const scope: Scope = { organizations: [organizationId], actor: { kind: 'job' } };
    await services.db.tx(scope, async (tx) => {
      const source = await holdSource(tx, organizationId, resourceId);
      if (!source.every || !source.nextOn || source.nextOn > day) return;
      await tellDirectory(tx, organizationId, resourceId, { fault: source.fault, faultOn: source.faultOn, nextOn: nextTime(source.every, day) });
      await createTask(services, tx, scope, { organizationId, kind: taskKind, input: { resourceId } });
    });
  }
};
