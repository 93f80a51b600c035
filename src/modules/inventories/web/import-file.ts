/** Sending a list of devices, and keeping it for as long as the page lives, so that what was looked at can be entered, or read otherwise, without being chosen again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, localAddress, unwrapWhole } from '../../../web/api.ts';
import { useCentre } from '../../../web/session.ts';
import { rememberTask } from '../../../web/tasks.ts';

/** What a task was given: the file as a form, and whether it is entered or only looked at. */
export type Sent = { body: FormData; write: boolean };
const kept = new Map<string, Sent>();

/** What a task of this page was given, while the page has not been loaded anew. */
export const sentOf = (taskId: string): Sent | undefined => kept.get(taskId);

/** Sends a list and gives its task. Throws `ProblemError`. */
const send = async (organizationId: string, { body, write }: Sent): Promise<{ taskId: string; address: string }> => {
  const { location } = await unwrapWhole(
    api.POST('/organizations/{organizationId}/deviceImports', {
      params: { path: { organizationId }, query: { write: write ? 'true' : 'false' } },
      // The contract describes a form with a file, for which the generated types have no body.
      body: body as never,
    }),
  );
  const address = localAddress(location!);
  const taskId = address.slice(address.lastIndexOf('/') + 1);
  kept.clear();
  kept.set(taskId, { body, write });
  return { taskId, address };
};

/** Sends a list and goes to the page of its task; the same list read anew takes the place of what was shown (`replace`). */
export const useSendList = (replace = false) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => send(centre.id, sent),
    onSuccess: ({ taskId, address }, { write }) => {
      const page = `/c/${centre.slug}/inventories/import/${taskId}`;
      rememberTask({ address, label: t(write ? 'import.entering' : 'import.reading'), page });
      void queries.invalidateQueries({ queryKey: ['task', address] });
      void navigate({ to: page, replace });
    },
  });
};
