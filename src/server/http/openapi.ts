import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { stringify } from 'yaml';
import { tokenScopeNames } from '../../kernel/token-scopes.ts';
import { cookiePrefix } from '../auth/session-cookie.ts';
import type { Services } from '../services.ts';

const personalToken = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'bft_…',
  description: `A personal token, made on the page of one's account, for programs: it acts for its owner, in the centres and for the scopes it was given (${tokenScopeNames.join(', ')}), with what its owner may do at that moment. In the header Authorization and nowhere else; then neither a cookie nor X-Beffroi.`,
} as const;

/** The OpenAPI 3.0 document of the API, open to all at `doc/openapi.json` and `doc/openapi.yaml`. Registered before the rooms, so that it sees their routes. */
export const registerOpenApi = async (api: FastifyInstance, services: Services): Promise<void> => {
  await api.register(swagger, {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'Beffroi',
        description: 'The information-security file of Belgian public social-welfare centres.',
        version: '1.0.0',
        license: { name: 'EUPL-1.2', url: 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
      },
      servers: [{ url: `${services.url}/api/beffroi/v1` }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: `${cookiePrefix(services.url)}.session_token` }, token: personalToken } },
      security: [{ session: [] }, { token: [] }],
    },
    stripBasePath: true,
    transform: ({ schema, url, ...rest }) => {
      const { route } = rest as { route: { config?: { action?: string } } };
      const transformed = jsonSchemaTransform({ schema, url, ...rest } as Parameters<typeof jsonSchemaTransform>[0]) as { schema: Record<string, unknown>; url: string };
      return { url: transformed.url.replace('/api/beffroi/v1', ''), schema: { ...transformed.schema, ...(route?.config?.action === 'public' ? { security: [] } : {}) } };
    },
    transformObject: (document) => withProblems(jsonSchemaTransformObject(document as never) as Document),
  });
  const document = () => api.swagger();
  let yaml: string | undefined;
  api.get('/doc/openapi.json', { config: { action: 'public' }, schema: { hide: true } }, async () => document());
  api.get('/doc/openapi.yaml', { config: { action: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/yaml').send((yaml ??= stringify(document(), { aliasDuplicateObjects: false }))),
  );
};

type Document = { paths?: Record<string, Record<string, { responses?: Record<string, { content?: Record<string, unknown> }> }>> };

// Errors are `application/problem+json`; the transform knows one media type only.
const withProblems = (document: Document): never => {
  for (const operation of Object.values(document.paths ?? {}).flatMap((methods) => Object.values(methods))) {
    const problem = operation.responses?.['default'];
    if (problem?.content?.['application/json']) problem.content = { 'application/problem+json': problem.content['application/json'] };
  }
  return document as never;
};
