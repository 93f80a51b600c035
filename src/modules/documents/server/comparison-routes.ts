import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DocumentModel } from '../../../documents/section.ts';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { compareModels } from '../compare.ts';
import { documentKinds, documentStates } from '../document.ts';
import { composeDraft, readCentreDocuments } from './compose.ts';
import { KindPath } from './schemas.ts';
import { shownTo } from './shown.ts';
import { findVersion, frozenModel } from './store.ts';

/** Both versions by their id; without `to`, the document as facts and texts make it now. */
const Versions = z.strictObject({ from: z.uuid().toLowerCase(), to: z.uuid().toLowerCase().optional() });
const change = z.enum(['same', 'changed', 'moved', 'added', 'removed']);
const words = z.array(z.object({ text: z.string(), change: z.enum(['added', 'removed']).optional() }));
const side = z.object({ id: z.uuid().optional(), number: z.int(), state: z.enum(documentStates), decidedOn: z.string().optional() });
const Comparison = z
  .object({
    kind: z.enum(documentKinds),
    language: DocumentLanguage,
    href: z.string(),
    before: side,
    after: side,
    /** How many sections differ. */
    changed: z.int(),
    sections: z.array(
      z.object({
        key: z.string(),
        level: z.int(),
        change,
        before: z.string().optional(),
        after: z.string().optional(),
        blocks: z.array(z.object({ kind: z.string(), change: z.enum(['same', 'changed', 'added', 'removed']), words })),
      }),
    ),
  })
  .meta({ id: 'DocumentComparison' });

/** Two versions of a document, as a reader sees them. */
export const registerComparison = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  api.get(
    '/organizations/:organizationId/documents/:kind/comparison',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'compareDocumentVersions',
        tags: ['documents'],
        summary: 'Two versions of a document section by section, with the words that differ',
        params: KindPath,
        querystring: Versions,
        response: responses({ 200: Comparison }),
      },
    },
    async (request) => {
      const { organizationId, kind } = request.params;
      const { from, to } = request.query;
      return db.tx(request.access.scope, async (tx: Tx) => {
        const versionOf = async (id: string) => {
          const row = await findVersion(tx, organizationId, id);
          if (!row || row.kind !== kind) throw new Problem('resourceNotFound');
          return row;
        };
        const first = await versionOf(from);
        const second = to === undefined ? undefined : await versionOf(to);
        if (second && second.language !== first.language) throw new Problem('resourceNotFound');
        const centre = await readCentreDocuments(tx, organizationId, today(services), first.language, kind);
        const draft = composeDraft(centre, kind);
        const modelOf = async (id: string | undefined): Promise<DocumentModel> =>
          shownTo(request.access.actor, kind, (id === undefined ? undefined : await frozenModel(tx, organizationId, id)) ?? draft.model);
        const show = ({ id, number, state, decidedOn }: typeof first) => ({ id, number, state, decidedOn });
        const sections = compareModels(await modelOf(first.id), await modelOf(second?.id));
        const query = new URLSearchParams({ from, ...(to ? { to } : {}) });
        return {
          kind,
          language: first.language,
          href: `${url}/api/beffroi/v1/organizations/${organizationId}/documents/${kind}/comparison?${query}`,
          before: show(first),
          after: second ? show(second) : { number: draft.number, state: 'draft' },
          changed: sections.filter((section) => section.change !== 'same').length,
          sections,
        };
      }) as never;
    },
  );
};
