import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import { abilities, type Actor, can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { expectedVersion, mergePatch, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { NoteInput, type NoteLine, noteStateOf } from '../council.ts';
import { inOrder } from '../note-lines.ts';
import { draftAgain, noteThere, ordinary } from './draft.ts';
import { setNihil } from './item-store.ts';
import { modelOf, noteFileName, presentNote, readNote } from './note-service.ts';
import { type NoteRow, updateNote } from './note-store.ts';
import { FileQuery, Note, PresentData, Preview, PreviewQuery, ReadyData } from './schemas.ts';

const tags = ['council'];

/** Whoever prepares a note or presents it sees all of it: what was left out, and how the records put it. */
const writesNotes = (actor: Actor): boolean => can(actor, 'council.write') || can(actor, 'council.present');

/** A draft tells of whatever its writer may read, before anybody has chosen what the council is told. Throws resourceNotFound. */
const refuseDraft = (actor: Actor, note: NoteRow): void => {
  if (noteStateOf(note) === 'draft' && !writesNotes(actor)) throw new Problem('resourceNotFound');
};

/** The lines as the council is told them. */
const toldLines = (lines: readonly NoteLine[]): NoteLine[] => lines.flatMap(({ drafted: _drafted, ...line }) => (line.leftOut ? [] : [line]));

const mediaTypes = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

/** The monthly note: drafted, edited, ready, presented; as a page, a PDF and a Word file. */
export const registerNotes = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  const whole = async (tx: Tx, request: FastifyRequest, organizationId: string, by: { id: string } | { sittingId: string }) => {
    const note = await noteThere(tx, organizationId, by);
    refuseDraft(request.access.actor, note);
    const state = noteStateOf(note);
    const { write, present } = abilities(request.access.actor, { write: 'council.write', present: 'council.present' }) as Record<string, boolean>;
    const open = state !== 'presented' && !note.cancelledOn;
    const { id, version, sittingId, itemId, heldOn, title, language, nihil, periodFrom, periodUntil, introduction, lines, readyOn, presentedOn, presentedByName, contentHash: hash } = note;
    const optional = { introduction, readyOn, presentedOn, presentedBy: presentedByName, contentHash: hash };
    return {
      id,
      version,
      sittingId,
      itemId,
      heldOn,
      title,
      language,
      nihil,
      periodFrom,
      periodUntil,
      lines: writesNotes(request.access.actor) ? lines : toldLines(lines),
      state,
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
      href: `${url}/api/beffroi/v1/organizations/${organizationId}/councilNotes/${id}`,
      can: { update: Boolean(write) && open, ready: Boolean(write) && open, present: Boolean(present) && open && state === 'ready' },
    };
  };

  api.get(
    '/organizations/:organizationId/councilSittings/:id/note',
    {
      config: { action: 'council.read' },
      schema: { operationId: 'getCouncilNoteOfSitting', tags, summary: 'Read the monthly note of a sitting', params: RecordPath, response: responses({ 200: Note }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => whole(tx, request, request.params.organizationId, { sittingId: request.params.id }))) as never,
  );

  api.get(
    '/organizations/:organizationId/councilNotes/:id',
    { config: { action: 'council.read' }, schema: { operationId: 'getCouncilNote', tags, summary: 'Read a monthly note', params: RecordPath, response: responses({ 200: Note }) } },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => whole(tx, request, request.params.organizationId, { id: request.params.id }))) as never,
  );

  api.patch(
    '/organizations/:organizationId/councilNotes/:id',
    {
      config: { action: 'council.write' },
      schema: {
        operationId: 'updateCouncilNote',
        tags,
        summary: 'Edit a note: reword or leave out lines, add some, or say nihil (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'CouncilNotePatch' }),
        response: responses({ 200: Note }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const shown = await db.tx(request.access.scope, async (tx) => {
        const before = await noteThere(tx, organizationId, { id });
        if (before.presentedOn) throw new Problem('wrongState');
        const result = NoteInput.safeParse(mergePatch({ nihil: before.nihil, ...(before.introduction ? { introduction: before.introduction } : {}), lines: before.lines }, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        const { nihil, introduction = null, lines } = result.data;
        // What the records said is theirs: only the wording beside it changes.
        const source = new Map(before.lines.map((line) => [line.id, line]));
        const kept = lines.map(({ drafted: _drafted, path: _path, ...line }) => {
          const known = source.get(line.id);
          return { ...line, ...(known?.drafted ? { drafted: known.drafted } : {}), ...(known?.path ? { path: known.path } : {}) };
        });
        await updateNote(tx, organizationId, id, version, { introduction, lines: inOrder(kept) });
        await setNihil(tx, organizationId, before.itemId, nihil);
        return whole(tx, request, organizationId, { id });
      });
      return sendVersioned(reply, shown) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/councilNotes/:id/draft',
    {
      config: { action: 'council.write' },
      schema: { operationId: 'draftCouncilNote', tags, summary: 'Draft a note again from the records of today; what was edited stays', params: RecordPath, response: responses({ 200: Note }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const shown = await db.tx(
        ordinary(request.access.scope),
        async (tx) => {
          await draftAgain(services, tx, organizationId, request.access.actor, await noteThere(tx, organizationId, { id }), version);
          return whole(tx, request, organizationId, { id });
        },
        { seconds: 15 },
      );
      return sendVersioned(reply, shown) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/councilNotes/:id/ready',
    {
      config: { action: 'council.write' },
      schema: {
        operationId: 'readyCouncilNote',
        tags,
        summary: 'Say that a note is ready for the director-general, or that it is not yet',
        params: RecordPath,
        body: ReadyData,
        response: responses({ 200: Note }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const shown = await db.tx(request.access.scope, async (tx) => {
        const note = await noteThere(tx, organizationId, { id });
        if (note.presentedOn || note.cancelledOn) throw new Problem('wrongState');
        await updateNote(tx, organizationId, id, version, { readyOn: request.body.ready ? today(services) : null });
        return whole(tx, request, organizationId, { id });
      });
      return sendVersioned(reply, shown) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/councilNotes/:id/present',
    {
      config: { action: 'council.present' },
      schema: { operationId: 'presentCouncilNote', tags, summary: 'Present a note to the council: it is frozen', params: RecordPath, body: PresentData, response: responses({ 200: Note }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await presentNote(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body.previewHash);
      return sendVersioned(reply, await db.tx(request.access.scope, (tx) => whole(tx, request, organizationId, { id }))) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/councilNotes/:id/preview',
    {
      config: { action: 'council.read' },
      schema: { operationId: 'previewCouncilNote', tags, summary: 'A note as HTML: frozen once presented', params: RecordPath, querystring: PreviewQuery, response: responses({ 200: Preview }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const read = await db.tx(request.access.scope, (tx) => readNote(tx, organizationId, id, request.query.language));
      refuseDraft(request.access.actor, read.note);
      const model = modelOf(read, today(services));
      return { title: model.title, html: renderHtml(model), contentHash: contentHash(model) };
    },
  );

  api.get(
    '/organizations/:organizationId/councilNotes/:id/file',
    {
      config: { action: 'council.read' },
      schema: {
        operationId: 'downloadCouncilNote',
        tags,
        summary: 'A note as PDF or Word: the frozen bytes once presented',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format, language } = request.query;
      const read = await db.tx(request.access.scope, (tx) => readNote(tx, organizationId, id, language));
      refuseDraft(request.access.actor, read.note);
      reply.type(mediaTypes[format]);
      const frozen = read.language === read.note.language ? (format === 'pdf' ? read.note.pdfFileId : read.note.docxFileId) : null;
      if (frozen) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, frozen);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      const bytes = Buffer.from(await render(modelOf(read, today(services)), format));
      return reply.headers(attachment(noteFileName(read, format))).send(bytes) as never;
    },
  );
};
