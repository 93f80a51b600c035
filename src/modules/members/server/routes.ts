import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { abilities, type CentreRole, centreRoles } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { listPage } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { collection, expectedVersion, mergePatch, OrganizationPath, Page, pageQuery, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { type Services, today } from '../../../server/services.ts';
import { MemberData } from '../member.ts';
import { checkChange } from './invitations.ts';
import * as store from './store.ts';

const Member = z
  .object({
    id: z.uuid(),
    href: z.string(),
    version: z.int(),
    accountId: z.uuid(),
    name: z.string(),
    email: z.string(),
    personId: z.uuid().optional(),
    personName: z.string().optional(),
    start: z.string(),
    end: z.string().optional(),
    state: z.enum(['running', 'coming', 'ended']),
    disabled: z.boolean(),
    self: z.boolean().describe('One’s own access'),
    grantedRoles: z.array(z.enum(centreRoles)),
    grantedOn: z.string().optional(),
    reasons: z
      .array(z.object({ role: z.string(), source: z.enum(store.reasonSources), since: z.string().optional(), until: z.string().optional(), detail: z.string().optional() }))
      .describe('Each role with what it comes from, today'),
    factor: z.enum(['enrolled', 'owed', 'none']),
    lastMonth: z.string().optional().describe('YYYY-MM of the last sign-in that is still known (six months)'),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'Member' });
const MemberPatch = z.strictObject({ grantedRoles: z.array(z.enum(centreRoles)).optional(), end: CivilDate.nullable().optional() }).meta({ id: 'MemberPatch' });
const Members = Page(Member).meta({ id: 'Members' });

type Row = Awaited<ReturnType<ReturnType<typeof store.listMembers>['execute']>>[number];

/** Who has access to a centre and why; their granted roles and the end of their access. */
export const registerMembers = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const base = '/organizations/:organizationId/members';
  const present = (organizationId: string, row: Row, actor: Parameters<typeof abilities>[0], day: string): z.infer<typeof Member> => {
    const reasons = (row.reasons ?? []).map(({ role, source, since, until, detail }) => ({ role, source, since: since ?? undefined, until: until ?? undefined, detail: detail ?? undefined }));
    const self = row.accountId === actor.accountId;
    return {
      id: row.id,
      href: `${services.url}/api/beffroi/v1/organizations/${organizationId}/members/${row.id}`,
      version: row.version,
      accountId: row.accountId,
      name: row.name,
      email: row.email,
      personId: row.personId ?? undefined,
      personName: row.personName ?? undefined,
      start: row.start,
      end: row.end ?? undefined,
      state: row.end !== null && row.end < day ? 'ended' : row.start > day ? 'coming' : 'running',
      disabled: row.disabledAt !== null,
      self,
      grantedRoles: row.grantedRoles as CentreRole[],
      grantedOn: row.grantedOn ?? undefined,
      reasons,
      factor: store.factorState(
        row.factor,
        reasons.map(({ role }) => role),
        services.auth.compelling,
      ),
      lastMonth: row.lastMonth ?? undefined,
      can: self ? { update: false } : abilities(actor, { update: 'member.write' }),
    };
  };

  api.get(
    base,
    {
      config: { action: 'member.read' },
      schema: {
        operationId: 'listMembers',
        tags: ['members'],
        summary: 'The accounts that have access to the centre, and why',
        params: OrganizationPath,
        querystring: z.strictObject({
          ...pageQuery(['name', 'start']),
          state: z.enum(['running', 'coming', 'ended']).optional(),
          role: z.enum(centreRoles).optional(),
          personId: z.uuid().optional(),
        }),
        response: responses({ 200: Members }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const day = today(services);
      const page = await db.tx(request.access.scope, (tx) =>
        listPage(store.listMembers(tx, organizationId, filters as store.MemberFilters, day), store.memberSorts, store.memberId, { after, pageSize, sort }),
      );
      return collection(
        services.url,
        request.url,
        page,
        page.items.map((row) => present(organizationId, row, request.access.actor, day)),
        pageSize,
      ) as never;
    },
  );

  const one = async (scope: Parameters<typeof db.tx>[0], organizationId: string, id: string, day: string): Promise<Row> => {
    const row = await db.tx(scope, (tx) => store.listMembers(tx, organizationId, {}, day).where('link.id', '=', id).executeTakeFirst());
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };

  api.get(
    `${base}/:id`,
    { config: { action: 'member.read' }, schema: { operationId: 'getMember', tags: ['members'], summary: 'One access to the centre', params: RecordPath, response: responses({ 200: Member }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const day = today(services);
      return sendVersioned(reply, present(organizationId, await one(request.access.scope, organizationId, id, day), request.access.actor, day)) as never;
    },
  );

  api.patch(
    `${base}/:id`,
    {
      config: { action: 'member.write' },
      schema: {
        operationId: 'updateMember',
        tags: ['members'],
        summary: 'Change the granted roles of an access, or its last day; a day that is past ends it at once',
        params: RecordPath,
        headers: z.looseObject({ 'if-match': z.string().optional() }),
        consumes: ['application/merge-patch+json'],
        body: MemberPatch,
        response: responses({ 200: Member }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { accountId, email } = request.access.account!;
      const day = today(services);
      await db.tx(withInstallation(request.access.scope), async (tx) => {
        const link = await store.linkById(tx, organizationId, id);
        if (!link) throw new Problem('resourceNotFound');
        const merged = MemberData.safeParse(mergePatch({ grantedRoles: link.grantedRoles, ...(link.end === null ? {} : { end: link.end }) }, request.body));
        if (!merged.success) throw new Problem('badRequest', { issues: zodIssues(merged.error.issues, 'body') });
        const { grantedRoles, end } = merged.data;
        if (end !== undefined && end < '2000-01-01') throw invalidInput('end', 'invalidDate');
        await checkChange(tx, organizationId, link, { grantedRoles, end }, { accountId, email }, day);
        const same = grantedRoles.length === link.grantedRoles.length && grantedRoles.every((role) => link.grantedRoles.includes(role));
        const values = { grantedRoles: [...grantedRoles], end: end ?? null, ...(same ? {} : { grantedBy: accountId, grantedOn: day }) };
        if (!(await store.changeLink(tx, organizationId, id, version, values))) await refuseStale(tx, 'link', organizationId, id, version);
      });
      return sendVersioned(reply, present(organizationId, await one(request.access.scope, organizationId, id, day), request.access.actor, day)) as never;
    },
  );
};
