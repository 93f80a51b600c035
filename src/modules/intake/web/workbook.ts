/** Sending a workbook, and keeping it for as long as the page lives, so that what was checked can be entered without being chosen again. */
import { api, localAddress, unwrapWhole } from '../../../web/api.ts';
import { ProblemError, problemFrom } from '../../../web/problem.ts';

/** The largest file that the server takes, in bytes. */
export const largestWorkbook = 25 * 1024 * 1024;

export type Sending = { dryRun: boolean; confirmed?: boolean };

const kept = new Map<string, File>();

/** The workbook of a task, while the page that sent it has not been loaded anew. */
export const workbookOf = (taskId: string): File | undefined => kept.get(taskId);

/** Sends a workbook, to be looked at only (`dryRun`) or to be entered, `confirmed` where it changes what tells the centre from others; gives the task. Throws `ProblemError`. */
export const sendWorkbook = async (organizationId: string, file: File, { dryRun, confirmed = false }: Sending): Promise<{ taskId: string; address: string }> => {
  // A server that stops reading a file too large breaks the line: the sentence would be about the connection.
  if (file.size > largestWorkbook) throw new ProblemError(problemFrom(undefined, 413));
  const body = new FormData();
  body.append('file', file);
  const { location } = await unwrapWhole(
    api.POST('/organizations/{organizationId}/intakes', {
      params: { path: { organizationId }, query: { dryRun: dryRun ? 'true' : 'false', confirmed: confirmed ? 'true' : 'false' } },
      // The contract describes a form with a file, for which the generated types have no body.
      body: body as never,
    }),
  );
  const address = localAddress(location!);
  const taskId = address.slice(address.lastIndexOf('/') + 1);
  kept.clear();
  kept.set(taskId, file);
  return { taskId, address };
};
