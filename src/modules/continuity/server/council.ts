import type { CivilDate } from '../../../kernel/dates.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { proposalModel } from '../proposal-document.ts';
import { registerWords } from '../register-words.ts';
import { spanText } from '../restore.ts';
import { decidedProposals, decideProposal, findProposal, openProposals } from './proposal-store.ts';
import { readRegister } from './register.ts';

type Able = { db: Database } & Pick<Services, 'now'>;
type Decided = { decidedOn: CivilDate; decisionNumber?: string | undefined; outcome: 'approved' | 'refused' | 'postponed' };

/** What a council can be asked about how soon and how much; approved, it comes back as the objective that counts from the day of the sitting. */
export const forCouncil = {
  awaiting: async (tx: Tx, organizationId: string) =>
    (await openProposals(tx, organizationId)).map(({ id, planName, restartHours, lossHours }) => ({
      id,
      title: { key: planName ? 'recoveryObjective' : 'recoveryObjectiveWhole', values: { restart: spanText(restartHours * 60), loss: spanText(lossHours * 60) } },
      ...(planName ? { about: planName } : {}),
      path: 'continuity/restores',
    })),
  decided: decidedProposals,
  decide: async ({ db }: Able, scope: Scope, organizationId: string, id: string, { decidedOn, decisionNumber, outcome }: Decided): Promise<(tx: Tx) => Promise<void>> => {
    const proposal = await db.tx(scope, (tx) => findProposal(tx, organizationId, id));
    if (!proposal) throw new Problem('resourceNotFound');
    if (outcome === 'postponed') return async () => undefined;
    return async (tx) => {
      if (!(await decideProposal(tx, organizationId, proposal, { outcome, decidedOn, decisionNumber }))) throw new Problem('wrongState');
    };
  },
  /** What is proposed, beside what counts today and what the restore tests showed. */
  pdf: async (services: Able, scope: Scope, organizationId: string, id: string) => {
    const day = today(services);
    const { proposal, facts, slug, language } = await services.db.tx(scope, async (tx) => {
      const found = await findProposal(tx, organizationId, id);
      if (!found) throw new Problem('resourceNotFound');
      return { proposal: found, ...(await readRegister(tx, organizationId, day, services.now())) };
    });
    return { name: `${slug}-${registerWords(language).proposal.file}-${day}.pdf`, mediaType: 'application/pdf', bytes: await render(proposalModel(proposal, facts, language, day), 'pdf') };
  },
};
