import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { dayOf } from '../../../kernel/counting.ts';
import { inLanguage } from '../../../kernel/language.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { draftWord, render } from '../../documents/server/service.ts';
import { questionnaireSheets } from '../questionnaire.ts';
import { longDate, words } from '../questionnaire-words.ts';
import { listAssessments } from './assessment-store.ts';
import { listFrameworks } from './framework-store.ts';
import { modelOf, questionnaireFile, readQuestionnaire } from './life-service.ts';
import { lastSubmissions } from './life-store.ts';

const formats = ['pdf', 'docx', 'xlsx'] as const;

/**
 * The questionnaires of a centre for its dossier, the newest year first: of each what was sent last, as it was frozen; and of each framework
 * the newest that is not sent (again), as a draft. Each framework has a folder of its own, for their years are the same.
 */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, slug, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const own = words[language];
  const { assessments, sent, titles } = await db.tx(scope, async (tx) => ({
    assessments: await listAssessments(tx, organizationId),
    sent: new Map((await lastSubmissions(tx, organizationId)).map((submission) => [submission.assessmentId, submission])),
    titles: new Map((await listFrameworks(tx)).toReversed().map(({ frameworkId, title }) => [frameworkId, title])),
  }));
  const newest = new Map(assessments.toReversed().map(({ framework, id }) => [framework, id]));
  return assessments.flatMap(({ id, framework, frameworkVersion, year, submittedAt }): DossierPart[] => {
    const folder = `${own.file}-${framework}`;
    const about = `${inLanguage(titles.get(framework) ?? { fr: framework }, language)} ${frameworkVersion}`;
    const common = { title: own.document(year), missing: [], path: `norms/${id}/life` };
    const last = sent.get(id);
    const draft = (format: (typeof formats)[number]) => async (): Promise<Uint8Array> => {
      const read = await db.tx(scope, (tx) => readQuestionnaire(tx, organizationId, id, day, language));
      return format === 'xlsx' ? writeWorkbook(questionnaireSheets(read.facts, language), day) : render(modelOf(read, day), format);
    };
    return [
      ...(last
        ? [
            {
              ...common,
              lines: [
                about,
                own.submittedFooter(longDate(dayOf(last.submittedAt), language)),
                ...(last.acknowledgement ? [own.acknowledged(longDate(last.acknowledgedOn!, language), last.acknowledgement)] : []),
              ],
              draft: false,
              files: last.files.map((file) => ({ name: `${folder}/${file.name}`, bytes: async () => (await readFileBytes(db, scope, organizationId, file.id)).bytes })),
            },
          ]
        : []),
      ...(submittedAt === null && newest.get(framework) === id
        ? [
            {
              ...common,
              lines: [about, own.draftFooter(longDate(day, language))],
              draft: true,
              files: formats.map((format) => ({ name: `${folder}/${questionnaireFile({ slug, language, facts: { year } }, format, draftWord[language])}`, bytes: draft(format) })),
            },
          ]
        : []),
    ];
  });
};
