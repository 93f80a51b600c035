import type { CivilDate } from '../../../kernel/dates.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { versionName } from '../version.ts';
import { fileName, modelOf, prepareDecision, readVersion } from './version.ts';
import { decidedVersions, findVersion, submittedVersions } from './version-store.ts';

type Able = { db: Database } & Pick<Services, 'now'>;
type Decided = { decidedOn: CivilDate; decisionNumber?: string | undefined; outcome: 'approved' | 'refused' | 'postponed' };

/** What a council can be asked to approve of the plan: the version that was put to it. One that is postponed goes on waiting. */
export const forCouncil = {
  awaiting: async (tx: Tx, organizationId: string) =>
    (await submittedVersions(tx, organizationId)).map((row) => ({ id: row.id, title: { key: 'planVersion', values: { years: versionName(row) } }, path: `plan/versions/${row.id}` })),
  decided: decidedVersions,
  decide: async (services: Able, scope: Scope, organizationId: string, id: string, { decidedOn, decisionNumber, outcome }: Decided): Promise<(tx: Tx) => Promise<void>> => {
    if (outcome === 'postponed') {
      if (!(await services.db.tx(scope, (tx) => findVersion(tx, organizationId, id)))) throw new Problem('resourceNotFound');
      return async () => undefined;
    }
    return prepareDecision(services, scope, organizationId, id, { decidedOn, outcome, ...(decisionNumber ? { decisionNumber } : {}) });
  },
  pdf: async (services: Able, scope: Scope, organizationId: string, id: string) => {
    const day = today(services);
    const read = await services.db.tx(scope, (tx) => readVersion(tx, organizationId, id, day));
    if (read.row.pdfFileId) return readFileBytes(services.db, scope, organizationId, read.row.pdfFileId);
    return { name: fileName(read, 'pdf'), mediaType: 'application/pdf', bytes: await render(modelOf(read, day), 'pdf') };
  },
};
