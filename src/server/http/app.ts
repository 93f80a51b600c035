import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Services } from '../services.ts';
import { registerAccess } from './access.ts';
import { answerError, InputError } from './errors.ts';
import { registerOpenApi } from './openapi.ts';
import { registerRooms } from './rooms.ts';
import { originOf } from './origin.ts';
import { registerPages } from './pages.ts';
import { refuseUnsound } from './sound.ts';

export const apiPrefix = '/api/beffroi/v1';

/** The application with every room, not yet listening. `services` is what the rooms work with. */
export const buildApp = async (services: Services): Promise<FastifyInstance> => {
  const app = Fastify({
    loggerInstance: services.logger,
    genReqId: () => randomUUID(),
    // Query strings and headers may name people: only method, route and status are logged (see onResponse).
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    // The one proxy before us is believed, not what the client wrote into the header before it.
    trustProxy: services.trustProxy ? (_address: string, hop: number) => hop === 0 : false,
    // From the first byte of a request to its last, a file of 25 MB on a slow line included.
    requestTimeout: 300_000,
    // Headers come at once, and so does the next piece of what is sent either way; who holds a connection without it loses it. Looked at every five seconds.
    connectionTimeout: 120_000,
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5000 },
    forceCloseConnections: true,
    // A request may name its address whole (RFC 9112, 3.2.2): ours begin at the path.
    rewriteUrl: (request) => (request.url ?? '/').replace(/^[a-z]+:\/\/[^/]*/i, '') || '/',
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply as FastifyReply),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
    const checked = schema.safeParse(data);
    return checked.success ? { value: checked.data } : { error: new InputError(checked.error.issues) };
  });
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));

  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // The reader of codes that the camera shows is WebAssembly of our own.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: services.url.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, {
    global: false,
    // A whole centre may come from one address: 180 people who change page twice a minute ask this often.
    max: 3000,
    timeWindow: 60_000,
    // An API answer is cheap and may be asked often; what guesses a password has its own lock (accounts room).
    allowList: (request) => !isApi(request),
    // With the minute of a clock that nobody puts back: the count of an address would else go on for as long as it was put back.
    keyGenerator: (request) => `${originOf(request.ip)} ${Math.floor(performance.now() / 60_000)}`,
    errorResponseBuilder: (_request, context) => Object.assign(new Error('Too many requests'), { statusCode: 429, retryAfter: Math.ceil(context.ttl / 1000) }),
  });
  // Before the session is looked up: what is refused counts too.
  app.addHook('onRequest', app.rateLimit());
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: 25 * 1024 * 1024 } });
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('BelGov-Trace-Id', request.id);
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()');
    if (isApi(request) && !reply.getHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.addHook('preValidation', async (request) => {
    refuseUnsound(request.body);
    refuseUnsound(request.query);
  });
  app.addHook('preSerialization', async (_request, _reply, payload) => withoutNulls(payload));

  await app.register(
    async (api) => {
      await registerOpenApi(api, services);
      registerAccess(api, services);
      await registerRooms(api.withTypeProvider<ZodTypeProvider>(), services);
    },
    { prefix: apiPrefix },
  );
  await registerPages(app, services);
  await app.ready();
  return app;
};

// By the route that was found: an address may be written in several ways.
const isApi = (request: FastifyRequest): boolean => (request.routeOptions.url ?? request.url).startsWith(apiPrefix);

/** What is absent is left out, never `null` (rest-guide); instants are RFC 3339 texts. */
const withoutNulls = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (item !== null && item !== undefined && key !== '__proto__') kept[key] = typeof item === 'object' ? withoutNulls(item) : item;
  return kept;
};
