import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';
import { answerNotFound } from './errors.ts';

/** The built pages: hashed assets for ever, compressed as they were built, and for any other address the one page, with this answer's nonce for its styles. */
export const registerPages = async (app: FastifyInstance, services: Services): Promise<void> => {
  if (!services.pages) {
    app.setNotFoundHandler(answerNotFound);
    return;
  }
  const address = join(services.pages, 'index.html');
  let read = { at: 0, page: '' };
  // Read again when it was built anew under a running server: it names the assets that are there now.
  const current = async (): Promise<string> => {
    const { mtimeMs } = await stat(address);
    if (mtimeMs !== read.at) read = { at: mtimeMs, page: await readFile(address, 'utf8') };
    return read.page;
  };
  await app.register(fastifyStatic, {
    root: join(services.pages, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
    wildcard: true,
    preCompressed: true,
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/')) return answerNotFound(request, reply);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send((await current()).replaceAll('__CSP_NONCE__', reply.cspNonce.style));
  });
};
