/**
 * Made from our OpenAPI document by openapi-typescript; do not edit.
 * Until that document is complete, this part is written by hand.
 */
type Json<T> = { content: { 'application/json': T } };
type ProblemBody = { type: string; status: number; title?: string; detail?: string; instance?: string };
type Failed = { content: { 'application/problem+json': ProblemBody } };
type Empty = { content?: never };
type Language = 'fr' | 'nl' | 'de' | 'en';
type Operation<Parameters, Body, Answers> = { parameters: Parameters; requestBody?: Body; responses: Answers & { default: Failed } };
type WithBody<T> = { content: { 'application/json': T } };
type Page<T> = { self: string; items: T[]; total?: number; pageSize: number; next?: string; prev?: string };

export interface components {
  schemas: {
    Me: {
      account: { id: string; name: string; email: string; language: Language };
      demonstration: boolean;
      installation: string[];
      organizations: { id: string; slug: string; name: { fr?: string; nl?: string; de?: string }; municipality: string; roles: string[]; pool?: string }[];
      can: Record<string, boolean>;
    };
    Session: { id: string; createdAt: string; lastSeenAt: string; device: string; current: boolean };
    Person: {
      href: string;
      id: string;
      version: number;
      lastName: string;
      firstName: string;
      kind: string;
      language?: Language;
      email?: string;
      phone?: string;
      employer?: string;
      note?: string;
      function?: string;
      serviceName?: string;
      contractStart?: string;
      contractEnd?: string;
      state?: string;
      can?: Record<string, boolean>;
    };
    PersonInput: Omit<components['schemas']['Person'], 'href' | 'id' | 'version' | 'can' | 'function' | 'serviceName' | 'contractStart' | 'contractEnd' | 'state'>;
  };
}

type InOrganization = { organizationId: string };
type OnPerson = { organizationId: string; id: string };
type Guarded = { header: { 'If-Match': string } };

export interface paths {
  '/me': {
    get: Operation<{}, never, { 200: Json<components['schemas']['Me']> }>;
    patch: Operation<{}, WithBody<{ language?: Language }>, { 204: Empty }>;
  };
  '/me/password': { post: Operation<{}, WithBody<{ current: string; password: string }>, { 204: Empty }> };
  '/me/sessions': { get: Operation<{}, never, { 200: Json<{ items: components['schemas']['Session'][] }> }> };
  '/me/sessions/{sessionId}': { delete: Operation<{ path: { sessionId: string } }, never, { 204: Empty }> };
  '/session': {
    post: Operation<{}, WithBody<{ email: string; password: string }>, { 204: Empty }>;
    delete: Operation<{}, never, { 204: Empty }>;
  };
  '/setup': { post: Operation<{}, WithBody<{ token: string; name: string; email: string; password: string; language: Language }>, { 204: Empty }> };
  '/setup/{token}': { get: Operation<{ path: { token: string } }, never, { 204: Empty }> };
  '/organizations/{organizationId}/people': {
    get: Operation<{ path: InOrganization; query?: Record<string, string | string[]> }, never, { 200: Json<Page<components['schemas']['Person']>> }>;
    post: Operation<{ path: InOrganization }, WithBody<components['schemas']['PersonInput']>, { 201: Json<components['schemas']['Person']> }>;
  };
  '/organizations/{organizationId}/people/search': {
    post: Operation<{ path: InOrganization; query?: Record<string, string | string[]> }, WithBody<{ text: string }>, { 200: Json<Page<components['schemas']['Person']>> }>;
  };
  '/organizations/{organizationId}/people/{id}': {
    get: Operation<{ path: OnPerson }, never, { 200: Json<components['schemas']['Person']> }>;
    patch: Operation<{ path: OnPerson } & Guarded, WithBody<Record<string, unknown>>, { 200: Json<components['schemas']['Person']> }>;
  };
}
