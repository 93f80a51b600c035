/**
 * Problems (RFC 9457) as the API answers them, and how they become words: pure, no page here.
 * The word of a problem is `shell:problems.<code>`; that of an issue beside a field is `<domain>:issues.<code>`, else `shell:issues.<code>`.
 */
import type { Issue } from '../kernel/problem.ts';

/** The document of a failed call; `changes` comes with `staleVersion`: who changed which fields since, oldest first. */
export type Problem = {
  type: string;
  status: number;
  title?: string;
  detail?: string;
  instance?: string;
  issues?: Partial<Issue>[];
  changes?: { at: string; by?: string; fields: string[] }[];
  [parameter: string]: unknown;
};

/** What every failed call throws; `problem.type` says what happened, `retryAfter` (seconds) comes from the header. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly retryAfter: number | undefined;
  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title ?? problem.type);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** `urn:problem-type:beffroi:wrongCredentials` → `wrongCredentials`. */
export const codeOf = (type: string): string => type.slice(type.lastIndexOf(':') + 1);

const byStatus: Record<number, string> = {
  0: 'offline',
  400: 'badRequest',
  401: 'noAccessToken',
  403: 'missingPermission',
  404: 'resourceNotFound',
  409: 'wrongState',
  412: 'staleVersion',
  413: 'payloadTooLarge',
  415: 'unsupportedMediaType',
  428: 'versionRequired',
  429: 'tooManyRequests',
  503: 'serviceUnavailable',
};

/** A problem from whatever a failed call gave: the document of the API, the page of a proxy, a broken line. */
export const problemFrom = (body: unknown, status: number): Problem =>
  typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' && body.type !== 'about:blank'
    ? { ...(body as Problem), status: status || ((body as Problem).status ?? 0) }
    : { type: `urn:problem-type:beffroi:${byStatus[status] ?? 'internalServerError'}`, status };

/** The problem inside an error of any kind; what is not a problem becomes an internal one. */
export const problemOf = (error: unknown): Problem => (error instanceof ProblemError ? error.problem : problemFrom(undefined, 500));

/** Keys to try, best first, for the words of a problem; `domain` is the namespace of the form's module. */
export const problemKeys = (problem: Problem, domain?: string): string[] => [
  ...(domain ? [`${domain}:problems.${codeOf(problem.type)}`] : []),
  `shell:problems.${codeOf(problem.type)}`,
  `shell:problems.${byStatus[problem.status] ?? 'internalServerError'}`,
  'shell:problems.internalServerError',
];

/** Keys to try, best first, for the words of an issue; `domain` is the namespace of the form's module. */
export const issueKeys = (code: string, domain?: string): string[] => [...(domain ? [`${domain}:issues.${code}`] : []), `shell:issues.${code}`, 'shell:issues.invalid'];

/** The code of a server's issue: its own when it gives one, else the last part of its type. */
export const issueCode = (issue: Partial<Issue>): string => issue.code ?? codeOf(issue.type ?? 'invalid');

/** `people[3].contract.endDate` → `people.3.contract.endDate`, the name of the field in a form. */
export const fieldPath = (name: string): string => name.replaceAll(/\[(\d+)\]/g, '.$1').replace(/^\./, '');

type ZodIssueLike = { code?: string; message: string; path: PropertyKey[]; minimum?: unknown; maximum?: unknown; origin?: string; input?: unknown };

/** The code of a zod issue: our schemas give it as message (`invalidDate`); zod's own become one of a few words. */
export const zodIssueCode = (issue: ZodIssueLike): string => {
  if (/^[a-z]+(?:[A-Z][a-z]*)*$/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return issue.origin === 'number' || issue.origin === 'int' ? 'tooSmall' : issue.origin === 'array' ? 'chooseOne' : 'required';
  if (issue.code === 'too_big') return issue.origin === 'number' || issue.origin === 'int' ? 'tooLarge' : 'tooLong';
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'required';
  return 'invalid';
};
