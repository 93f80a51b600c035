import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { expectedVersion, NoContent, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { carryAnswers, changes } from '../framework-changes.ts';
import { Framework, FrameworkId, FrameworkVersion, normById } from '../framework.ts';
import { Mapping } from '../mapping.ts';
import { reversed } from '../mapping-gives.ts';
import { Changes, FrameworkItems, MappingItems, VersionPath } from './framework-schemas.ts';
import * as store from './framework-store.ts';

/** Frameworks belong to no centre: whoever is signed in reads them in the scope of the installation, of which these statements ask nothing else. */
export const frameworkScope = (request: FastifyRequest): Scope => ({ organizations: [installationId], actor: request.access.scope.actor });

/** The frameworks of norms, their versions side by side, and what the norms of one say of those of another. */
export const registerFrameworks = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const base = `${services.url}/api/beffroi/v1`;
  const hrefOf = (id: string, version: string): string => `${base}/frameworks/${id}/versions/${encodeURIComponent(version)}`;

  api.get(
    '/frameworks',
    {
      config: { action: 'framework.read' },
      schema: { operationId: 'listFrameworks', tags: ['norms'], summary: 'Every version of every framework, the newest of each first', response: responses({ 200: FrameworkItems }) },
    },
    async (request) => {
      const rows = await db.tx(frameworkScope(request), async (tx) => {
        const listed = [];
        // Read once per process; afterwards from its memory.
        for (const row of await store.listFrameworks(tx)) listed.push({ ...row, text: await store.readListed(tx, row) });
        return listed;
      });
      const manages = can(request.access.actor, 'framework.manage');
      const items = rows.map((row, index) => ({
        id: row.frameworkId,
        version: row.frameworkVersion,
        href: hrefOf(row.frameworkId, row.frameworkVersion),
        title: row.title,
        publisher: row.text.publisher,
        scale: row.text.scale,
        origin: row.origin,
        format: row.format,
        languages: row.languages,
        norms: row.norms,
        newest: rows[index - 1]?.frameworkId !== row.frameworkId,
        importedAt: row.importedAt.toISOString(),
        importedBy: (manages ? row.importer : undefined) ?? undefined,
        can: { delete: manages && row.origin === 'import' },
      }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  const found = async (request: FastifyRequest, id: string, version: string): Promise<Framework> => {
    const framework = await db.tx(frameworkScope(request), (tx) => store.readFramework(tx, id, version));
    if (!framework) throw new Problem('resourceNotFound');
    return framework;
  };

  api.get(
    '/frameworks/:frameworkId/versions/:frameworkVersion',
    {
      config: { action: 'framework.read' },
      schema: { operationId: 'getFramework', tags: ['norms'], summary: 'The text of a version of a framework; it never changes', params: VersionPath, response: responses({ 200: Framework }) },
    },
    async (request, reply) => {
      const framework = await found(request, request.params.frameworkId, request.params.frameworkVersion);
      reply.headers({ 'cache-control': 'private, max-age=3600', etag: '"1"' });
      return framework;
    },
  );

  api.delete(
    '/frameworks/:frameworkId/versions/:frameworkVersion',
    {
      config: { action: 'framework.manage' },
      schema: {
        operationId: 'deleteFramework',
        tags: ['norms'],
        summary: 'Delete an imported version against which nothing was assessed; the library’s stay',
        params: VersionPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { frameworkId, frameworkVersion } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(frameworkScope(request), async (tx) => {
        const row = (await store.listFrameworks(tx)).find((one) => one.frameworkId === frameworkId && one.frameworkVersion === frameworkVersion);
        if (!row) throw new Problem('resourceNotFound');
        if (row.origin === 'library') throw new Problem('wrongState');
        if (row.version !== version) throw new Problem('staleVersion');
        await store.deleteFramework(tx, row.id);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/frameworks/:frameworkId/changes',
    {
      config: { action: 'framework.read' },
      schema: {
        operationId: 'getFrameworkChanges',
        tags: ['norms'],
        summary: 'What one version of a framework changes of another, norm by norm',
        params: z.strictObject({ frameworkId: FrameworkId }),
        querystring: z.strictObject({ from: FrameworkVersion, to: FrameworkVersion }),
        response: responses({ 200: Changes }),
      },
    },
    async (request) => {
      const { frameworkId } = request.params;
      const { from, to } = request.query;
      const [former, next] = [await found(request, frameworkId, from), await found(request, frameworkId, to)];
      const all = changes(former, next);
      const counts = { unchanged: 0, moved: 0, renumbered: 0, reworded: 0, added: 0, removed: 0 };
      for (const { kind } of all) counts[kind] += 1;
      const plan = carryAnswers(former, next);
      const items = all
        .filter(({ kind }) => kind !== 'unchanged')
        .map((change) => ({
          ...change,
          before: 'from' in change ? normById(former, change.from)?.norm : undefined,
          after: 'to' in change ? normById(next, change.to)?.norm : undefined,
        }));
      return { self: `${services.url}${request.url}`, from, to, counts, kept: plan.kept.size, again: plan.again.size, items };
    },
  );

  api.get(
    '/frameworkMappings',
    {
      config: { action: 'framework.read' },
      schema: { operationId: 'listFrameworkMappings', tags: ['norms'], summary: 'Which frameworks say something of which others', response: responses({ 200: MappingItems }) },
    },
    async (request) => {
      const rows = await db.tx(frameworkScope(request), store.listMappings);
      const items = rows.map((row) => ({
        from: row.fromFramework,
        to: row.toFramework,
        href: `${base}/frameworks/${row.fromFramework}/mappings/${row.toFramework}`,
        origin: row.origin,
        relations: row.relations,
        importedAt: row.importedAt.toISOString(),
      }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  api.get(
    '/frameworks/:frameworkId/mappings/:targetId',
    {
      config: { action: 'framework.read' },
      schema: {
        operationId: 'getFrameworkMapping',
        tags: ['norms'],
        summary: 'What the norms of one framework say of those of another; where there is only the other direction, that one turned round',
        params: z.strictObject({ frameworkId: FrameworkId, targetId: FrameworkId }),
        response: responses({ 200: Mapping }),
      },
    },
    async (request) => {
      const { frameworkId, targetId } = request.params;
      const mapping = await db.tx(frameworkScope(request), async (tx) => {
        const own = await store.readMapping(tx, frameworkId, targetId);
        const other = own ? undefined : await store.readMapping(tx, targetId, frameworkId);
        return own ?? (other && reversed(other));
      });
      if (!mapping) throw new Problem('resourceNotFound');
      return mapping;
    },
  );
};
