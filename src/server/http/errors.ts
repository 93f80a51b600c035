import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Issue, Problem, problemTypes, type ProblemCode } from '../../kernel/problem.ts';
import { reportFullDisk } from '../db/disk.ts';
import { errorCode, loggable } from '../errors.ts';
import { zodIssues } from './issues.ts';

/** An input that its schema refuses; Fastify adds where it stood. */
export class InputError extends Error {
  readonly found: readonly unknown[];
  readonly validationContext?: string;
  constructor(found: readonly unknown[]) {
    super('The input does not follow its schema');
    this.found = found;
  }
}

/** Answers any error as `application/problem+json`: what is ours as it says itself, the rest as what it must be, without a word of the inside. */
export const answerError = (error: FastifyError | Problem | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = asProblem(error);
  if (problem.code === 'diskFull') reportFullDisk(request.log);
  else if (problem.status >= 500) {
    const { stack, ...err } = loggable(error);
    // That the database is away every request tells: one short line each.
    request.log.error({ err: problem.code === 'serviceUnavailable' ? err : { ...err, stack } }, 'failed');
  }
  if (problem.status === 401) reply.header('www-authenticate', challenges[problem.code] ?? challenge);
  if (problem.headers) reply.headers(problem.headers);
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      ...problemTypes[problem.code],
      detail: problem.code === 'internalServerError' ? problemTypes.internalServerError.title : problem.message,
      instance: `urn:uuid:${randomUUID()}`,
      ...(problem.issues ? { issues: problem.issues } : {}),
      ...problem.details,
    });
};

// How a program is told to present itself (RFC 6750); a browser asks nothing of its user for this scheme.
const challenge = 'Bearer realm="Beffroi"';
const challenges: Partial<Record<ProblemCode, string>> = {
  invalidAccessToken: `${challenge}, error="invalid_token", error_description="The token is wrong or revoked"`,
  expiredAccessToken: `${challenge}, error="invalid_token", error_description="The token has expired"`,
};

export const answerNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply => answerError(new Problem('resourceNotFound'), request, reply);

const asProblem = (error: FastifyError | Problem | Error): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof InputError) {
    const place = ({ body: 'body', querystring: 'query', params: 'path', headers: 'header' } as Record<string, Issue['in']>)[error.validationContext ?? 'body'] ?? 'body';
    // An identifier that cannot be one names nothing.
    return place === 'path' ? new Problem('resourceNotFound') : new Problem('badRequest', { issues: zodIssues(error.found, place) });
  }
  const status = (error as FastifyError).statusCode;
  const code = (error as { code?: string }).code ?? '';
  if (status === 413 || code === 'FST_REQ_FILE_TOO_LARGE') return new Problem('payloadTooLarge');
  if (status === 415 || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new Problem('unsupportedMediaType');
  if (status === 429) return new Problem('tooManyRequests', { headers: { 'retry-after': String((error as { retryAfter?: number }).retryAfter ?? 60) } });
  if (status !== undefined && status >= 400 && status < 500) return new Problem('badRequest', { detail: 'The request cannot be read' });
  return databaseProblem(error) ?? new Problem('internalServerError');
};

// Codes of PostgreSQL that say something to the one who asks.
const answers: Record<string, ProblemCode> = { '23503': 'stillReferenced', '23001': 'wrongState', '23505': 'alreadyExists', '22021': 'badRequest', '22P05': 'badRequest' };
// The database is away, stops, starts, is full of work, takes no writes for a while, or ended a statement that waited too long; two statements were in each other's way.
const busy = /^(?:ECONN\w+|ENOENT|EPIPE|ETIMEDOUT|E(?:HOST|NET)\w+|ENOTFOUND|EAI_AGAIN|08\w{3}|57\w{3}|53\w{3}|25P03|25006|40001|40P01|55P03)$/;
// The driver gives these no code: a connection waited for too long, or lost.
const lost = /^(?:timeout exceeded when trying to connect|Connection terminated|Client (?:has encountered a connection error|was closed)|Query read timeout)/;

/** What an error of the database means to the one who asks, also inside another: the sessions' library wraps what it meets. */
const databaseProblem = (error: unknown): Problem | undefined => {
  if (!(error instanceof Error)) return undefined;
  const code = errorCode(error);
  if (answers[code]) return new Problem(answers[code]);
  if (code === '53100') return new Problem('diskFull', { headers: { 'retry-after': '60' } });
  if (busy.test(code) || lost.test(error.message)) return new Problem('serviceUnavailable', { headers: { 'retry-after': '5' } });
  return databaseProblem(error.cause);
};
