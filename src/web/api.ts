/**
 * The one way to the server: a client typed from our OpenAPI document, which throws `ProblemError`.
 *
 *   const person = await unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path } }));
 *   await unwrap(api.PATCH('/organizations/{organizationId}/people/{id}', {
 *     params: { path }, headers: ifMatch(person.version), body: patch,     // sent as JSON Merge Patch
 *   }));
 *   const { location } = await unwrapWhole(api.POST('/organizations/{organizationId}/imports', { params: { path }, body }));
 *
 * A call made after the session has ended waits until the person has signed in again, then goes out once more: nothing typed is lost.
 */
import createClient from 'openapi-fetch';
import type { paths } from './api.generated.d.ts';
import { lineHeld, lineLost } from './connection.ts';
import { keyed } from './idempotency.ts';
import { codeOf, ProblemError, problemFrom } from './problem.ts';

export const base = '/api/beffroi/v1';

let signInAgain: ((code: string) => Promise<void>) | undefined;
let signingIn: Promise<void> | undefined;

/** Says what to do when the server no longer takes the session (it has ended, is locked, or owes a second factor: `code`); `undefined` = nothing. */
export const whenSessionEnds = (handler: ((code: string) => Promise<void>) | undefined): void => {
  signInAgain = handler;
};

const send = async (request: Request): Promise<Response> => {
  const answered = await keyed(request);
  const again = request.clone();
  const response = await fetch(request).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    lineLost();
    throw new ProblemError(problemFrom(undefined, 0));
  });
  lineHeld();
  answered(response.status);
  if (response.status !== 401 || !signInAgain || /\/session(?:\/|$)/.test(new URL(request.url).pathname)) return response;
  const problem = problemFrom(
    await response
      .clone()
      .json()
      .catch(() => undefined),
    response.status,
  );
  signingIn ??= signInAgain(codeOf(problem.type)).finally(() => {
    signingIn = undefined;
  });
  await signingIn;
  return send(again);
};

/** The typed client; `X-Beffroi` on every call shows the server that it comes from our own pages. */
export const api = createClient<paths>({ baseUrl: base, fetch: send, headers: { 'X-Beffroi': '1' } });

api.use({
  onRequest({ request }) {
    if (request.method === 'PATCH') request.headers.set('Content-Type', 'application/merge-patch+json');
    return request;
  },
});

const failure = (body: unknown, response: Response): ProblemError => {
  const wait = Number(response.headers.get('Retry-After'));
  return new ProblemError(problemFrom(body, response.status), Number.isFinite(wait) && wait > 0 ? wait : undefined);
};

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/** The body of a successful answer; throws `ProblemError` otherwise. */
export const unwrap = async <T>(call: Call<T>): Promise<T> => {
  const { data, error, response } = await call;
  if (!response.ok) throw failure(error, response);
  return data as T;
};

/** Body, entity tag and `Location` (of what was made, or of a task) of a successful answer; throws `ProblemError` otherwise. */
export const unwrapWhole = async <T>(call: Call<T>): Promise<{ data: T; etag: string | undefined; location: string | undefined }> => {
  const { data, error, response } = await call;
  if (!response.ok) throw failure(error, response);
  return { data: data as T, etag: response.headers.get('ETag') ?? undefined, location: response.headers.get('Location') ?? undefined };
};

/** The header that lets a write through only if the record is still the one that was read. */
export const ifMatch = (version: number | string): { 'If-Match': string } => ({ 'If-Match': typeof version === 'number' ? `"${version}"` : version });

/** The part of a link that this page may call: links are absolute, and the page may have been reached by another name. */
export const localAddress = (href: string): string => {
  const url = new URL(href, window.location.href);
  return url.pathname + url.search;
};

/** Fetches a link that the API gave (`next`, `href`, a task); throws `ProblemError`. */
export const follow = async <T>(href: string, signal?: AbortSignal): Promise<{ data: T; response: Response }> => {
  const request = new Request(localAddress(href), { headers: { 'X-Beffroi': '1', Accept: 'application/json' }, ...(signal ? { signal } : {}) });
  const response = await send(request);
  if (!response.ok) throw failure(await response.json().catch(() => undefined), response);
  // A finished task sends on to its result, which may be a file: it is not read here.
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  return { data: (isJson ? await response.json() : undefined) as T, response };
};

/** A page of a collection, as every list of the API answers. */
export type Collection<T> = { self: string; items: T[]; total?: number; pageSize: number; next?: string; prev?: string };

/** What every record carries: its address, its version for `ifMatch`, and what this person may do with it. */
export type Item = { href: string; id: string; version: number; can?: Record<string, boolean> };
