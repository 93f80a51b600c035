import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import { FindingInput, InspectionInput } from '../modules/inspections/inspection.ts';
import { NoticeInput, StepInput } from '../modules/inspections/network.ts';
import { listInspections, listNotices } from '../modules/inspections/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { inspectionWords } from './inspection-words.ts';
import { hasMess, patternLength } from './mess.ts';

/** How long ago the audit of a centre was held, by its rank among each twelve: one nearly four years, one last year with findings; the others in between, and every fourth never. */
const heldAgo = (rank: number): number | undefined => (rank === 0 ? 300 : rank === 1 ? Math.round(3.8 * 365) : rank % 4 === 2 ? undefined : 500 + rank * 60);
/** The centre, among each twelve, that has a warning in hand; and the one whose warning was lifted. */
const warned = 1;
const lifted = 0;

/** Audits with their findings, and what the authorities of the network wrote. Nothing happens where there are some. */
export const recordInspections = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const { id } = centre;
  const rank = centre.index % patternLength;
  const language: DocumentLanguage = centre.organization.documentLanguage;
  const words = inspectionWords[language];
  const ago = heldAgo(rank);
  await db.tx(scope, async (tx) => {
    if (hasMess(centre.index, 'justEntered') || (await listInspections(tx, id, {}).executeTakeFirst()) || (await listNotices(tx, id, {}).executeTakeFirst())) return;
    if (ago !== undefined) {
      const heldOn = addDays(today, -ago);
      const audit = await insertRecord(
        tx,
        'inspection',
        id,
        InspectionInput.parse({
          title: words.title,
          kind: 'complete',
          auditorKind: 'external',
          auditorFirm: words.firm,
          plannedOn: addDays(heldOn, -30),
          heldOn,
          heldUntil: addDays(heldOn, 2),
          reportOn: addDays(heldOn, 24),
          framework: 'bcss-minimum',
          chapters: [...words.chapters],
          summary: words.summary,
        }),
      );
      for (const [index, finding] of words.findings.entries()) {
        const closed = rank !== 0 || index < 2 ? { outcome: 'remedied', outcomeOn: addDays(heldOn, 120 + index * 20), outcomeNote: finding.how } : { outcome: 'open' };
        const { how: _how, ...told } = finding;
        await insertRecord(tx, 'inspectionFinding', id, { ...FindingInput.parse({ inspectionId: audit.id, ...told, ...closed }), number: index + 1 });
      }
    }
    if (rank === 0)
      await insertRecord(
        tx,
        'inspection',
        id,
        InspectionInput.parse({
          title: words.partial,
          kind: 'partial',
          auditorKind: 'internal',
          auditorId: centre.cast.shared.adviser,
          plannedOn: addDays(today, 25),
          framework: 'bcss-minimum',
          chapters: ['9'],
        }),
      );
    if (rank !== warned && rank !== lifted) return;
    const receivedOn = addDays(today, rank === warned ? -20 : -560);
    const notice = await insertRecord(
      tx,
      'networkNotice',
      id,
      NoticeInput.parse({ authority: 'federalService', kind: 'warning', receivedOn, reference: words.reference, subject: words.subject, text: words.letter, deadlineOn: addDays(receivedOn, 30) }),
    );
    if (rank === lifted)
      for (const [kind, days] of [
        ['answer', 12],
        ['lifting', 41],
      ] as const)
        await insertRecord(tx, 'networkStep', id, StepInput.parse({ noticeId: notice.id, kind, happenedOn: addDays(receivedOn, days), text: words.steps[kind] }));
  });
};
