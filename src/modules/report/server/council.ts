import type { CivilDate } from '../../../kernel/dates.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { today } from '../../../server/services.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { decidedReports, reportsAwaiting } from './council-store.ts';
import type { ReadHappenings } from './gather.ts';
import { type Able, draftModel, fileName, prepareApproval, readReport } from './report.ts';

type Decided = { decidedOn: CivilDate; decisionNumber?: string | undefined; outcome: 'approved' | 'refused' | 'postponed' };

/** A report that was refused or postponed stays as it is: the record of the sitting says so. */
const nothing = async (): Promise<void> => undefined;

/** What a council can be asked to approve of the reports, by the approval of this room. The council hands in its registry of what happened. */
export const forCouncil = (readHappenings: ReadHappenings) => ({
  awaiting: async (tx: Tx, organizationId: string) => (await reportsAwaiting(tx, organizationId)).map(({ id, year }) => ({ id, title: { key: 'report', values: { year } }, path: `report/${year}` })),
  decided: decidedReports,
  decide: async (services: Able, scope: Scope, organizationId: string, id: string, { decidedOn, decisionNumber, outcome }: Decided): Promise<(tx: Tx) => Promise<void>> => {
    if (outcome !== 'approved') return nothing;
    if (!decisionNumber) throw new Problem('badRequest', { issues: [{ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name: 'decisionNumber', code: 'required' }] });
    return prepareApproval(services, scope, organizationId, id, undefined, { decidedOn, decisionNumber }, readHappenings);
  },
  /** The frozen bytes once approved, the report as the registers make it now before. */
  pdf: async (services: Able, scope: Scope, organizationId: string, id: string) => {
    const day = today(services);
    const read = await services.db.tx(scope, (tx) => readReport(tx, organizationId, id, day, readHappenings));
    if (read.report.pdfFileId) return readFileBytes(services.db, scope, organizationId, read.report.pdfFileId);
    const { language, year } = read.report;
    return { name: fileName(read.slug, year, language, 'pdf'), mediaType: mediaTypes.pdf, bytes: await render(draftModel(read, language, day), 'pdf') };
  },
});
