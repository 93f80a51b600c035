/** One fault in an input: where it stands, what kind, and what the page needs to say it in words. */
export type Issue = {
  /** Urn of the guide, or ours. */
  type: string;
  in: 'body' | 'query' | 'path' | 'header';
  /** `people[3].contract.end` */
  name: string;
  /** Stable code the pages translate, e.g. `endBeforeStart`. */
  code: string;
  value?: string;
  parameters?: Record<string, string | number>;
};

const belgif = 'urn:problem-type:belgif:';
const beffroi = 'urn:problem-type:beffroi:';

/** Each problem the API can answer: stable code, status, English title for engineers. The pages translate the code. */
export const problemTypes = {
  badRequest: { type: `${belgif}badRequest`, status: 400, title: 'Bad Request' },
  noAccessToken: { type: `${belgif}noAccessToken`, status: 401, title: 'No Access Token' },
  invalidAccessToken: { type: `${belgif}invalidAccessToken`, status: 401, title: 'Invalid Access Token' },
  expiredAccessToken: { type: `${belgif}expiredAccessToken`, status: 401, title: 'Expired Access Token' },
  missingScope: { type: `${belgif}missingScope`, status: 403, title: 'Missing Scope' },
  missingPermission: { type: `${belgif}missingPermission`, status: 403, title: 'Missing Permission' },
  resourceNotFound: { type: `${belgif}resourceNotFound`, status: 404, title: 'Resource Not Found' },
  payloadTooLarge: { type: `${belgif}payloadTooLarge`, status: 413, title: 'Payload Too Large' },
  unsupportedMediaType: { type: `${belgif}unsupportedMediaType`, status: 415, title: 'Unsupported Media Type' },
  tooManyRequests: { type: `${belgif}tooManyRequests`, status: 429, title: 'Too Many Requests' },
  internalServerError: { type: `${belgif}internalServerError`, status: 500, title: 'Internal Server Error' },
  serviceUnavailable: { type: `${belgif}serviceUnavailable`, status: 503, title: 'Service Unavailable' },
  staleVersion: { type: `${beffroi}staleVersion`, status: 412, title: 'The resource has changed since it was read' },
  idempotencyKeyReused: { type: `${beffroi}idempotencyKeyReused`, status: 422, title: 'This Idempotency-Key came with another request' },
  diskFull: { type: `${beffroi}diskFull`, status: 503, title: 'The disk of the database is full' },
  versionRequired: { type: `${beffroi}versionRequired`, status: 428, title: 'If-Match is required' },
  wrongCredentials: { type: `${beffroi}wrongCredentials`, status: 401, title: 'Wrong e-mail address or password' },
  signInUnfinished: { type: `${beffroi}signInUnfinished`, status: 401, title: 'The sign-in still owes a second factor' },
  sessionLocked: { type: `${beffroi}sessionLocked`, status: 401, title: 'The session is locked' },
  proofRequired: { type: `${beffroi}proofRequired`, status: 403, title: 'Who sits there must be proved again first' },
  lastFactor: { type: `${beffroi}lastFactor`, status: 409, title: 'The account must keep one second factor' },
  accountLocked: { type: `${beffroi}accountLocked`, status: 429, title: 'Sign-in is locked for a while' },
  providerUnavailable: { type: `${beffroi}providerUnavailable`, status: 424, title: 'The identity provider cannot be used now' },
  lastWayIn: { type: `${beffroi}lastWayIn`, status: 409, title: 'There would be no way left to sign in' },
  crossSiteRequest: { type: `${beffroi}crossSiteRequest`, status: 403, title: 'The request does not come from the pages of Beffroi' },
  stillReferenced: { type: `${beffroi}stillReferenced`, status: 409, title: 'Other records refer to this one' },
  wrongState: { type: `${beffroi}wrongState`, status: 409, title: 'The state of the record does not allow this' },
  onAgenda: { type: `${beffroi}onAgenda`, status: 409, title: 'The record is on the agenda of the council' },
  missingVariables: { type: `${beffroi}missingVariables`, status: 409, title: 'The document names facts that nobody has entered' },
  alreadyExists: { type: `${beffroi}alreadyExists`, status: 409, title: 'A record with this value exists already' },
} as const;
export type ProblemCode = keyof typeof problemTypes;

/** Thrown anywhere on the server, answered as `application/problem+json` (RFC 9457). Carries nothing of another centre and no stack. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly issues: Issue[] | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly headers: Record<string, string> | undefined;
  constructor(code: ProblemCode, options: { detail?: string; issues?: Issue[]; details?: Record<string, unknown>; headers?: Record<string, string> } = {}) {
    super(options.detail ?? problemTypes[code].title);
    this.code = code;
    this.status = problemTypes[code].status;
    this.issues = options.issues;
    this.details = options.details;
    this.headers = options.headers;
  }
}

/** A single fault of an input, as the 400 it deserves. */
export const invalidInput = (name: string, code: string, parameters?: Record<string, string | number>, place: Issue['in'] = 'body'): Problem =>
  new Problem('badRequest', { issues: [{ type: `${belgif}input-validation:invalidInput`, in: place, name, code, ...(parameters ? { parameters } : {}) }] });
