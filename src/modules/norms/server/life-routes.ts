import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import { CivilDate } from '../../../kernel/dates.ts';
import { DocumentLanguage } from '../../../kernel/language.ts';
import type { Action } from '../../../kernel/permissions.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { render } from '../../documents/server/service.ts';
import { assessmentStates } from '../assessment.ts';
import { Texts } from '../framework.ts';
import { AcknowledgementInput, CorrectionInput, lifeSteps, type LifeStep, mayGo, PreparationInput, RemarkInput, ValidationInput } from '../life.ts';
import { questionnaireSheets } from '../questionnaire.ts';
import { movement, results } from '../scoring.ts';
import { listRows } from './assessment-norm-store.ts';
import { frameworkOf } from './assessment-service.ts';
import { findAssessment } from './assessment-store.ts';
import * as life from './life-service.ts';
import { findSubmission, lifeOf, listSubmissions } from './life-store.ts';

const tags = ['norms'];
const optional = z.string().optional();
const formats = ['pdf', 'docx', 'xlsx'] as const;
const FileQuery = z.strictObject({ format: z.enum(formats).default('pdf'), language: DocumentLanguage.optional() });

/** Who may take which step. */
export const lifeActions: Readonly<Record<LifeStep, Action>> = {
  prepare: 'norm.write',
  reopen: 'norm.write',
  sendBack: 'norm.validate',
  validate: 'norm.validate',
  submit: 'norm.submit',
  acknowledge: 'norm.submit',
  correct: 'norm.submit',
};

const pointer = { id: z.uuid(), normId: z.string(), chapterId: z.string(), title: Texts };
const Life = z
  .object({
    version: z.int(),
    state: z.enum(assessmentStates),
    gaps: z.object({ open: z.int(), toConfirm: z.int(), failing: z.int() }).describe('What waits before it is prepared'),
    remark: z.object({ text: z.string(), at: z.string(), by: optional }).optional().describe('With which it was sent back'),
    correctionReason: optional,
    moved: z.array(z.object({ ...pointer, before: z.enum(results), now: z.enum(results), movement: z.enum(['better', 'worse']) })).describe('Better or worse than the year before'),
    unanswered: z.array(z.object(pointer)),
    submissions: z.array(
      z.object({
        id: z.uuid(),
        round: z.int(),
        reason: optional,
        submittedAt: z.string(),
        submittedBy: optional,
        contentHash: z.string(),
        acknowledgedOn: CivilDate.optional(),
        acknowledgement: optional,
      }),
    ),
    can: z.record(z.enum(lifeSteps), z.boolean()),
  })
  .meta({ id: 'AssessmentLife' });
const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string() }).meta({ id: 'AssessmentPreview' });

/** The life of an assessment after its answers: prepared, validated, sent, acknowledged; sent back, opened again, corrected. */
export const registerAssessmentLife = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const base = '/organizations/:organizationId/assessments/:id';

  api.get(
    `${base}/life`,
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'getAssessmentLife',
        tags,
        summary: 'How far an assessment is, what stands in its way, what changed since last year, what was sent',
        params: RecordPath,
        response: responses({ 200: Life }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { actor } = request.access;
      return db.tx(request.access.scope, async (tx) => {
        const row = await findAssessment(tx, organizationId, id);
        const [framework, own, submissions, rows] = [
          await frameworkOf(tx, row),
          await lifeOf(tx, organizationId, id),
          await listSubmissions(tx, organizationId, id),
          await listRows(tx, organizationId, { assessmentId: id }),
        ];
        const titles = new Map(framework.chapters.flatMap((chapter) => chapter.norms.map((norm) => [norm.id, norm.title] as const)));
        const shown = (norm: { id: string; normId: string; chapterId: string }) => ({
          id: norm.id,
          normId: norm.normId,
          chapterId: norm.chapterId,
          title: titles.get(norm.normId) ?? { fr: norm.normId },
        });
        return {
          version: row.version,
          state: row.state,
          gaps: row.state === 'opened' ? await life.gapsOf(tx, organizationId, id, today(services)) : { open: row.summary.total.open, toConfirm: row.summary.total.toConfirm, failing: 0 },
          ...(own.remark && own.remarkedAt ? { remark: { text: own.remark, at: own.remarkedAt.toISOString(), ...(own.remarkedBy ? { by: own.remarkedBy } : {}) } } : {}),
          ...(own.correctionReason ? { correctionReason: own.correctionReason } : {}),
          moved: rows.flatMap((norm) => {
            const went = movement(norm.beforeResult, norm.result);
            return went === 'better' || went === 'worse' ? [{ ...shown(norm), before: norm.beforeResult!, now: norm.result!, movement: went }] : [];
          }),
          unanswered: rows.filter(({ result }) => result === null).map(shown),
          submissions: submissions.map(({ submittedAt, submittedBy, reason, acknowledgedOn, acknowledgement, ...one }) => ({
            ...one,
            submittedAt: submittedAt.toISOString(),
            ...(submittedBy ? { submittedBy } : {}),
            ...(reason ? { reason } : {}),
            ...(acknowledgedOn ? { acknowledgedOn } : {}),
            ...(acknowledgement ? { acknowledgement } : {}),
          })),
          // What was sent is corrected only where it is kept: another round stands beside it.
          can: Object.fromEntries(lifeSteps.map((step) => [step, can(actor, lifeActions[step]) && mayGo(step, row.state) && (step !== 'correct' || submissions.length > 0)])) as Record<
            LifeStep,
            boolean
          >,
        };
      });
    },
  );

  api.get(
    `${base}/preview`,
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'previewAssessment',
        tags,
        summary: 'The questionnaire as HTML: as it was sent, once it was',
        params: RecordPath,
        querystring: z.strictObject({ language: DocumentLanguage.optional() }),
        response: responses({ 200: Preview }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { language } = request.query;
      const day = today(services);
      const read = await db.tx(request.access.scope, (tx) => life.readQuestionnaire(tx, organizationId, id, day, language));
      const frozen = read.frozen.model;
      const model = frozen && (language === undefined || frozen.language === language) ? frozen : life.modelOf(read, day);
      return { title: model.title, html: renderHtml(model), contentHash: contentHash(model) };
    },
  );

  api.get(
    `${base}/file`,
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'downloadAssessment',
        tags,
        summary: 'The questionnaire as PDF, Word or workbook: the frozen bytes once it was sent, unless another language is asked for',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format, language } = request.query;
      const day = today(services);
      const read = await db.tx(request.access.scope, (tx) => life.readQuestionnaire(tx, organizationId, id, day, language));
      const { frozen } = read;
      const fileId = frozen.model && frozen.model.language === read.language ? { pdf: frozen.pdfFileId, docx: frozen.docxFileId, xlsx: frozen.xlsxFileId }[format] : null;
      reply.type(fileKinds[format]);
      if (fileId) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, fileId);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      const bytes = Buffer.from(format === 'xlsx' ? await writeWorkbook(questionnaireSheets(read.facts, read.language), day) : await render(life.modelOf(read, day), format));
      return reply.headers(attachment(life.questionnaireFile(read, format), bytes.length)).send(bytes) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/assessmentSubmissions/:id/file',
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'downloadSubmission',
        tags,
        summary: 'What was sent in one round: the frozen bytes',
        params: RecordPath,
        querystring: z.strictObject({ format: z.enum(formats).default('pdf') }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const found = await db.tx(request.access.scope, (tx) => findSubmission(tx, organizationId, id));
      if (!found) throw new Problem('resourceNotFound');
      const { name, size, stream } = await openFile(db, request.access.scope, organizationId, { pdf: found.pdfFileId, docx: found.docxFileId, xlsx: found.xlsxFileId }[format]);
      return reply.type(fileKinds[format]).headers(attachment(name, size)).send(stream) as never;
    },
  );

  type Asked = { organizationId: string; id: string; version: number; day: string; by: life.By };
  const step = <Body extends z.ZodType>(name: LifeStep, summary: string, body: Body, work: (tx: Tx, asked: Asked, given: z.output<Body>) => Promise<void>): void => {
    api.post(
      `${base}/${name}`,
      {
        config: { action: lifeActions[name] },
        schema: { operationId: `${name}Assessment`, tags, summary, params: RecordPath, body: body as z.ZodType, response: responses({ 204: NoContent }) },
      },
      async (request, reply) => {
        const version = expectedVersion(request.headers['if-match']);
        const by = { at: services.now(), accountId: request.access.account?.accountId ?? null };
        await db.tx(request.access.scope, (tx) => work(tx, { ...request.params, version, day: today(services), by }, request.body as z.output<Body>));
        return reply.status(204).send() as never;
      },
    );
  };
  const nothing = z.strictObject({}).meta({ id: 'Nothing' });
  step('prepare', 'Hand the answers over to the director-general', PreparationInput, (tx, { organizationId, id, version, day, by }, { despite }) =>
    life.prepare(tx, organizationId, id, version, despite, day, by),
  );
  step('reopen', 'Open a prepared or validated assessment again', nothing, (tx, { organizationId, id, version, by }) => life.reopen(tx, organizationId, id, version, by));
  step('sendBack', 'Send a prepared assessment back with a remark', RemarkInput, (tx, { organizationId, id, version, by }, { remark }) => life.reopen(tx, organizationId, id, version, by, remark));
  step('validate', 'Take the answers upon oneself as daily manager', ValidationInput, (tx, { organizationId, id, version, day, by }, { previewHash }) =>
    life.validate(tx, organizationId, id, version, day, by, previewHash),
  );
  step('acknowledge', 'Record that SPP IS has it', AcknowledgementInput, (tx, { organizationId, id, version, day, by }, given) => life.acknowledge(tx, organizationId, id, version, given, day, by));
  step('correct', 'Open what was sent for another round, with a reason; what was sent stays', CorrectionInput, (tx, { organizationId, id, version }, { reason }) =>
    life.correct(tx, organizationId, id, version, reason),
  );

  api.post(
    `${base}/submit`,
    {
      config: { action: 'norm.submit' },
      schema: {
        operationId: 'submitAssessment',
        tags,
        summary: 'Send a validated assessment: it is frozen with its hash, as PDF, Word and workbook',
        params: RecordPath,
        body: nothing,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await life.submit(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']));
      return reply.status(204).send() as never;
    },
  );
};
