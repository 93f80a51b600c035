/** What the pages of mails and of the mailbox ask the server. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Mailbox = components['schemas']['Mailbox'];
export type IncomingMail = components['schemas']['IncomingMail'];
export type WholeMail = components['schemas']['WholeIncomingMail'];

export const mailboxQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'mailbox'],
    queryFn: ({ signal }): Promise<Mailbox> => unwrap(api.GET('/organizations/{organizationId}/mailbox', { params: { path: { organizationId } }, signal })),
  });

export const mailQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'mail', id],
    queryFn: ({ signal }): Promise<WholeMail> => unwrap(api.GET('/organizations/{organizationId}/incomingMails/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The interventions that a mail may go on with: the newest of all years. */
export const recentQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'recent'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/interventions', { params: { path: { organizationId }, query: { sort: '-number', pageSize: 200 } }, signal })),
  });
