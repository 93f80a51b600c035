import { removeFile } from '../../../server/db/files.ts';
import { readFileBytes } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { workTasks } from '../../../server/tasks.ts';
import { compareList, hashOf, type List } from './compare.ts';
import { ListFault, readList } from './read-file.ts';
import { findSource, holdSource } from './store.ts';

export const taskKind = 'reconciliation';
/** What the task of a comparison is given: a file. */
export type TaskInput = { resourceId: string; fileId: string; fileName: string };

/** Seconds for the transaction of a large list. */
const patience = 60;
const stages = { reading: 1, comparing: 2, all: 3 };

/** Does the comparisons of the queue on this node. The file goes with the end of its task: what the comparison needs of it is kept with the run. */
export const workReconciliations = (services: Services): Promise<void> =>
  workTasks(
    services,
    taskKind,
    async ({ organizationId, scope, input, progress, finish }) => {
      const { resourceId, fileId, fileName } = input as TaskInput;
      const at = { today: today(services), now: services.now() };
      await progress(stages.reading, stages.all);
      const { bytes } = await readFileBytes(services.db, scope, organizationId, fileId);
      const said = await services.db.tx(scope, (tx) => findSource(tx, organizationId, resourceId));
      let read: Awaited<ReturnType<typeof readList>>;
      try {
        read = await readList(bytes, { columns: said?.columns ?? [], levels: said?.levels ?? [] });
      } catch (error) {
        if (error instanceof ListFault) return { report: { outcome: 'fault', code: error.code } };
        throw error;
      }
      const { reading, format } = read;
      if ('unknown' in reading) return { report: { outcome: 'columns', ...reading.unknown } };
      if (reading.accounts.length === 0) return { report: { outcome: 'fault', code: 'empty' } };
      await progress(stages.comparing, stages.all);
      const list: List = { source: 'file', fileName, accounts: reading.accounts, faults: reading.faults, format: { ...format, ...reading.format, words: reading.words }, contentHash: hashOf(bytes) };
      const done = await services.db.tx(
        scope,
        async (tx) => {
          await holdSource(tx, organizationId, resourceId);
          const { id, same, counts } = await compareList(tx, organizationId, resourceId, list, at);
          const result = { report: { outcome: same ? 'same' : 'compared', reconciliationId: id, counts } };
          await finish(tx, result);
          return result;
        },
        { seconds: patience },
      );
      return done;
    },
    (tx, organizationId, input) => removeFile(tx, organizationId, (input as TaskInput).fileId),
  );
