import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Access } from '../../../server/http/access.ts';
import { atMost } from '../../../server/http/at-most.ts';
import { responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { type Found, Hit, mostCounted, searchGroups, SearchRequest } from '../search.ts';
import { finders } from './finders.ts';

const Group = z
  .object({
    group: z.enum(searchGroups),
    /** Counted up to a thousand; `counted` is false where there are more. */
    total: z.int(),
    counted: z.boolean(),
    /** Nothing holds the words; these resemble them. */
    near: z.boolean(),
    /** The words are too short to be looked for in so many centres. */
    tooShort: z.boolean(),
    items: z.array(Hit),
    /** In which centres the most are. */
    centres: z.array(z.object({ organizationId: z.uuid(), total: z.int() })),
  })
  .meta({ id: 'SearchGroup' });
const Answer = z.object({ groups: z.array(Group), recent: z.array(Hit.extend({ group: z.enum(searchGroups) })) }).meta({ id: 'SearchAnswer' });

/** Words over people, documents and legal texts. By POST, so that no name stands in an address; refuses national numbers; nothing of a centre where the caller may not read it. */
export const registerSearch = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/search',
    {
      config: { action: 'search.use' },
      // As fast as somebody types, and no faster: a program that leafs through names is slowed down.
      preHandler: atMost(app, 'search', 240, (request) => request.access.account?.accountId ?? ''),
      schema: {
        operationId: 'search',
        tags: ['search'],
        summary: 'Search people, documents and legal texts, in one centre or in all of one’s own',
        body: SearchRequest,
        response: responses({ 200: Answer }),
      },
    },
    async (request) => {
      const { text, recent = [], organizationId, language } = request.body;
      const { access } = request;
      const links = organizationId ? access.links.filter((link) => link.organizationId === organizationId) : access.links;
      if (organizationId && links.length === 0) throw new Problem('resourceNotFound');
      const words = [...new Set(searchText(text).split(' ').filter(Boolean))];
      const day = today(services);
      const open = finders
        .filter(({ action }) => can(access.actor, action))
        .map((finder) => ({ finder, centres: centresFor(access, links, finder.action), everywhere: centresFor(access, access.links, finder.action) }));
      return services.db.tx(access.scope, async (tx) => {
        const [found, recalled] = await Promise.all([
          Promise.all(words.length === 0 ? [] : open.map(async ({ finder, centres }) => ({ group: finder.group, ...told(await finder.find(tx, { words, centres, language, today: day })) }))),
          Promise.all(
            open.map(async ({ finder: { group, recall }, everywhere }) => {
              const wanted = recent.filter((ref) => ref.group === group);
              return wanted.length === 0 ? [] : (await recall(tx, wanted, { centres: everywhere, language, today: day })).map((hit) => ({ group, ...hit }));
            }),
          ),
        ]);
        return { groups: found, recent: recalled.flat() };
      });
    },
  );
};

/** The centres where the caller may do this. */
const centresFor = (access: Access, links: Access['links'], action: Parameters<typeof can>[1]): string[] =>
  links.filter((link) => can({ ...access.actor, roles: link.roles }, action)).map((link) => link.organizationId);

const told = ({ total, hits, centres = [], near = false, tooShort = false }: Found) => ({ total: Math.min(total, mostCounted), counted: total <= mostCounted, near, tooShort, items: hits, centres });
