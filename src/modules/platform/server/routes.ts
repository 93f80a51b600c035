import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { abilities, type Actor } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { CompletionInput, compulsoryKinds, MeetingInput, membersOf, stateOf } from '../meeting.ts';
import { listPoints } from './parts-store.ts';
import { Decision, decisionQuery, Decisions, Meeting, meetingQuery, Meetings, Overview } from './schemas.ts';
import { saveMeeting } from './service.ts';
import * as store from './store.ts';

const tags = ['platform'];

/** The security platform: who is on it, its meetings and what they decided. */
export const registerPlatform = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const hrefOf = (organizationId: string, plural: string, id: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}/${plural}/${id}`;
  const may = (actor: Actor, state: 'planned' | 'prepared' | 'approved') => {
    const { update, approve } = abilities(actor, { update: 'platform.write', approve: 'platform.approve' });
    return { update: Boolean(update) && state !== 'approved', delete: Boolean(update) && state === 'planned', approve: Boolean(approve) && state === 'prepared' };
  };
  const decisionShown = (organizationId: string, actor: Actor, row: store.DecisionRow) => ({
    ...row,
    href: hrefOf(organizationId, 'platformDecisions', row.id),
    late: !row.doneOn && row.dueOn !== null && row.dueOn < today(services),
    can: abilities(actor, { update: 'platform.complete' }),
  });
  const whole = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const found = await store.findMeeting(tx, organizationId, id);
    if (!found) throw new Problem('resourceNotFound');
    const { model: _model, approvedAt: _at, pdfFileId: _pdf, docxFileId: _docx, ...meeting } = found;
    const day = today(services);
    const [attendance, points, followUp, toApprove] = [
      await store.listAttendance(tx, organizationId, id),
      await listPoints(tx, organizationId, id),
      await store.followUpOf(tx, organizationId, meeting, day),
      await store.toApproveAt(tx, organizationId, meeting.heldOn),
    ];
    const { actor } = request.access;
    const state = stateOf(meeting);
    return {
      ...meeting,
      state,
      href: hrefOf(organizationId, 'platformMeetings', id),
      attendance,
      points,
      followUp: followUp.map((row) => decisionShown(organizationId, actor, row)),
      toApprove,
      can: may(actor, state),
    };
  };
  api.get(
    '/organizations/:organizationId/securityPlatform',
    {
      config: { action: 'platform.read' },
      schema: { operationId: 'getSecurityPlatform', tags, summary: 'Who is on the security platform, and what awaits it', params: OrganizationPath, response: responses({ 200: Overview }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return db.tx(request.access.scope, async (tx) => {
        const mandates = await store.platformMandates(tx, organizationId, day);
        const counts = await store.platformCounts(tx, organizationId, day);
        return {
          members: membersOf(mandates),
          vacant: compulsoryKinds.filter((kind) => !mandates.some((mandate) => mandate.kind === kind)),
          ...(counts.last ? { lastHeldOn: counts.last } : {}),
          ...(counts.next ? { nextHeldOn: counts.next } : {}),
          ...(counts.nextId ? { nextId: counts.nextId } : {}),
          unapproved: counts.unapproved,
          openDecisions: counts.open,
          lateDecisions: counts.late,
          can: abilities(request.access.actor, { update: 'platform.write' }),
        };
      });
    },
  );

  api.get(
    '/organizations/:organizationId/platformMeetings',
    {
      config: { action: 'platform.read' },
      schema: { operationId: 'listPlatformMeetings', tags, summary: 'List the meetings of the platform', params: OrganizationPath, querystring: meetingQuery, response: responses({ 200: Meetings }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const page = await db.tx(request.access.scope, (tx) => listPage(store.listMeetings(tx, organizationId, filters), store.meetingSorts, sql.ref('m.id'), { after, pageSize, sort }));
      const items = (page.items as unknown as { id: string; state: 'planned' | 'prepared' | 'approved' }[]).map((item) => ({
        ...item,
        href: hrefOf(organizationId, 'platformMeetings', item.id),
        can: may(request.access.actor, item.state),
      }));
      return collection(url, request.url, page, items, pageSize) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/platformMeetings',
    {
      config: { action: 'platform.write' },
      schema: {
        operationId: 'createPlatformMeeting',
        tags,
        summary: 'Call a meeting: without attendance, the members of that day',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: MeetingInput,
        response: responses({ 201: Meeting }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const shown = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => ({ id: await saveMeeting(tx, organizationId, today(services), request.body) }),
          find: async (record) => ({ id: record }),
        });
        return whole(tx, request, organizationId, id);
      });
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/platformMeetings/:id',
    {
      config: { action: 'platform.read' },
      schema: { operationId: 'getPlatformMeeting', tags, summary: 'Read a meeting: who, what, and which decisions it follows up', params: RecordPath, response: responses({ 200: Meeting }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => whole(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    '/organizations/:organizationId/platformMeetings/:id',
    {
      config: { action: 'platform.write' },
      schema: {
        operationId: 'updatePlatformMeeting',
        tags,
        summary: 'Change a meeting or its minutes (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'PlatformMeetingPatch' }),
        response: responses({ 200: Meeting }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const shown = await db.tx(request.access.scope, async (tx) => {
        const before = await whole(tx, request, organizationId, id);
        if (before.state === 'approved') throw new Problem('wrongState');
        const result = MeetingInput.safeParse(mergePatch(asInput(before), request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        await saveMeeting(tx, organizationId, today(services), result.data, { id, version, year: before.year, number: before.number });
        return whole(tx, request, organizationId, id);
      });
      return sendVersioned(reply, shown) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/platformMeetings/:id',
    {
      config: { action: 'platform.write' },
      schema: { operationId: 'deletePlatformMeeting', tags, summary: 'Delete a meeting that has no minutes', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const meeting = await store.findMeeting(tx, organizationId, id);
        if (!meeting) throw new Problem('resourceNotFound');
        if (stateOf(meeting) !== 'planned') throw new Problem('wrongState');
        await store.deleteMeeting(tx, organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/platformDecisions',
    {
      config: { action: 'platform.read' },
      schema: {
        operationId: 'listPlatformDecisions',
        tags,
        summary: 'List what the platform decided and whether it was done',
        params: OrganizationPath,
        querystring: decisionQuery,
        response: responses({ 200: Decisions }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const page = await db.tx(request.access.scope, (tx) =>
        listPage(store.listDecisions(tx, organizationId, filters, today(services)), store.decisionSorts, sql.ref('platformDecision.id'), { after, pageSize, sort }),
      );
      const items = (page.items as unknown as store.DecisionRow[]).map((row) => decisionShown(organizationId, request.access.actor, row));
      return collection(url, request.url, page, items, pageSize) as never;
    },
  );

  api.patch(
    '/organizations/:organizationId/platformDecisions/:id',
    {
      config: { action: 'platform.complete' },
      schema: {
        operationId: 'updatePlatformDecision',
        tags,
        summary: 'Say when and how a decision was carried out (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'PlatformDecisionPatch' }),
        response: responses({ 200: Decision }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const day = today(services);
      const shown = await db.tx(request.access.scope, async (tx) => {
        const before = await store.findDecision(tx, organizationId, id, day);
        const result = CompletionInput.safeParse(mergePatch({ ...(before.doneOn ? { doneOn: before.doneOn } : {}), ...(before.doneHow ? { doneHow: before.doneHow } : {}) }, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        const { doneOn = null, doneHow = null } = result.data;
        if (doneOn && doneOn > day) throw invalidInput('doneOn', 'inTheFuture');
        if (doneOn && doneOn < before.heldOn) throw invalidInput('doneOn', 'beforeDecision');
        await store.completeDecision(tx, organizationId, id, version, { doneOn, doneHow });
        return decisionShown(organizationId, request.access.actor, await store.findDecision(tx, organizationId, id, day));
      });
      return sendVersioned(reply, shown) as never;
    },
  );
};

type Shown = Pick<store.MeetingRow, 'heldOn' | 'startTime' | 'place' | 'calledById' | 'calledOn' | 'preparedOn'> & {
  attendance: Awaited<ReturnType<typeof store.listAttendance>>;
  points: Awaited<ReturnType<typeof listPoints>>;
};
const present = (values: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** A meeting as a client would send it, for a patch to be laid over. */
const asInput = ({ heldOn, startTime, place, calledById, calledOn, preparedOn, attendance, points }: Shown): Record<string, unknown> => ({
  ...present({ heldOn, startTime, place, calledById, calledOn, preparedOn }),
  attendance: attendance.map(({ personId, name, capacity, presence }) => present({ personId, name, capacity, presence })),
  points: points.map(({ id, title, minutes, decision }) =>
    present({ id, title, minutes, decision: decision && present({ text: decision.text, personId: decision.personId, role: decision.role, dueOn: decision.dueOn }) }),
  ),
});
