/** Keys of what is sent, so that nothing is made twice when the answer to a request was lost and the person presses the button again. */
import { newId } from '../kernel/id.ts';

// By what was sent, for as long as its outcome is unknown.
const unsettled = new Map<string, string>();

// What makes something in a centre or beside it; a search does not, and passwords are kept nowhere.
const makes = (request: Request): boolean => request.method === 'POST' && /\/(?:organizations|pools)(?:\/|$)(?!.*\/search$)/.test(new URL(request.url).pathname);

/** A form gets another boundary each time it is sent. */
const contentOf = async (request: Request): Promise<string> => {
  const boundary = /boundary=(\S+)/.exec(request.headers.get('Content-Type') ?? '')?.[1];
  const text = await request.clone().text();
  return boundary ? text.replaceAll(boundary, '') : text;
};

/**
 * Gives a request that makes something its `Idempotency-Key`: a new one, or that of the same request whose outcome nobody knows (a broken line,
 * a tired server). The function it returns is told the status of the answer.
 */
export const keyed = async (request: Request): Promise<(status: number) => void> => {
  if (!makes(request)) return () => undefined;
  const sent = `${request.url}\n${await contentOf(request)}`;
  const key = unsettled.get(sent) ?? newId();
  unsettled.set(sent, key);
  request.headers.set('Idempotency-Key', key);
  return (status) => {
    if (status < 500) unsettled.delete(sent);
  };
};
