import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentKind } from '../modules/documents/document.ts';
import { libraryText } from '../modules/documents/server/library.ts';
import { approve, verify } from '../modules/documents/server/service.ts';
import { listVersions, openDraft } from '../modules/documents/server/store.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';

/** The parts of the policy, with who approves each. */
const parts = [
  { kind: 'securityPolicyFormal', approver: 'council' },
  { kind: 'securityPolicyOperational', approver: 'councilWithAnnualReport' },
] as const satisfies { kind: DocumentKind; approver: string }[];

/**
 * Lets the council of a centre approve its policy on the days of its story, and the adviser verify it: as if the clock stood on that day,
 * through the same rules as anybody else. Nothing happens where versions are there already. Throws what `approve` throws.
 */
export const recordPolicies = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const { id, organization, policy } = centre;
  const language = organization.documentLanguage;
  if (policy.approvals.length === 0 || (await db.tx(scope, (tx) => listVersions(tx, id))).length > 0) return;
  for (const { kind, approver } of parts) {
    let last = '';
    for (const { decidedOn, decisionNumber } of policy.approvals) {
      const draftedOn = addDays(decidedOn, -25);
      const draft = await db.tx(scope, (tx) => openDraft(tx, id, { kind, language, libraryRevision: libraryText(kind, language).revision, draftedOn }));
      await approve({ db, now: () => evening(decidedOn) }, scope, id, draft.id, 1, { decidedOn, decisionNumber, approver });
      last = draft.id;
    }
    for (const verifiedOn of policy.verifications) await db.tx(scope, (tx) => verify(tx, id, last, verifiedOn, { verifiedOn }));
  }
  await recordUndertaking(db, scope, centre, today);
};

/** What the staff signs: approved with the first policy; in each fourth centre the director-general has had the draft for some weeks. */
const recordUndertaking = async (db: Services['db'], scope: Scope, { id, index, organization, policy }: Centre, today: CivilDate): Promise<void> => {
  const kind = 'undertakingStaff';
  const language = organization.documentLanguage;
  const waits = index % 4 === 0;
  const decidedOn = policy.approvals[0]!.decidedOn;
  const draftedOn = addDays(waits ? today : decidedOn, -55);
  const draft = await db.tx(scope, (tx) => openDraft(tx, id, { kind, language, libraryRevision: libraryText(kind, language).revision, draftedOn }));
  if (!waits) await approve({ db, now: () => evening(decidedOn) }, scope, id, draft.id, 1, { decidedOn, approver: 'management' });
};

const evening = (date: CivilDate): Date => new Date(`${date}T18:30:00Z`);
