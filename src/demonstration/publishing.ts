import { searchText } from '../kernel/search.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import '../modules/documentation/server/tables.ts';
import { annexesOf, approveOwn, putOwnFile, render } from '../modules/documents/server/service.ts';
import { insertConfirmations, insertPublication, waitingOf } from '../modules/publications/server/service.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { disasterPlanState } from './disaster.ts';
import { documentationOf, ownTexts } from './publishing-words.ts';

type Text = { title: string; sections: { title: string; text: string }[] };

/** An existing document of the centre, as a PDF that it would have kept. */
const pdfOf = async (centre: Centre, language: DocumentLanguage, { title, sections }: Text, date: string): Promise<Buffer> => {
  const { name } = centre.organization;
  const sender = { name: name[language] ?? name.fr ?? name.nl ?? name.de ?? '', lines: [] };
  const model = {
    language,
    layout: 'report' as const,
    title,
    sender,
    front: [],
    sections: sections.map((section, index) => ({ key: `part${index}`, level: 1 as const, title: section.title, blocks: [{ type: 'paragraph' as const, content: [{ text: section.text }] }] })),
    runningTitle: title,
    footer: sender.name,
    date,
  };
  return Buffer.from(await render(model, 'pdf'));
};

/**
 * What a centre keeps beside the generated documents: its charter, approved and published to everybody, most of whom have confirmed it; an agreement
 * in draft; the continuity plan of old, where the disaster plan has not taken its place yet; and the documentation that the adviser gathered. Nothing where it is there already, or in a centre that has only begun.
 */
export const recordPublishing = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: string): Promise<void> => {
  const { id, organization, policy } = centre;
  const approval = policy.approvals.at(-1);
  if (!approval || (await db.tx(scope, (tx) => annexesOf(tx, id))).length > 0) return;
  const language = organization.documentLanguage;
  const { charter, agreement, plan } = ownTexts[language];
  const former = disasterPlanState(centre.index) === 'never' ? policy.approvals[0] : undefined;
  const [charterBytes, agreementBytes] = [await pdfOf(centre, language, charter, approval.decidedOn), await pdfOf(centre, language, agreement, today)];
  const formerBytes = former && (await pdfOf(centre, language, plan, former.decidedOn));
  const begun = addDays(today, -41);
  const at = (date: string): Date => new Date(`${date}T16:00:00Z`);
  await db.tx(
    scope,
    async (tx) => {
      const own = async (title: string, category: 'charter' | 'annex', bytes: Buffer, draftedOn: string) => {
        const document = await insertRecord(tx, 'ownDocument', id, { title, category, language, inPolicy: true, yearlyReview: category === 'charter' });
        return putOwnFile(tx, id, document.id, { name: `${title}.pdf`, bytes, format: 'pdf' }, draftedOn);
      };
      await own(agreement.title, 'annex', agreementBytes, addDays(today, -12));
      if (former && formerBytes) {
        const kept = await own(plan.title, 'annex', formerBytes, addDays(former.decidedOn, -20));
        await approveOwn({ now: () => at(former.decidedOn) }, tx, scope, id, kept.id, 1, { ...former, approver: 'council' });
      }
      const version = await own(charter.title, 'charter', charterBytes, addDays(approval.decidedOn, -20));
      await approveOwn({ now: () => at(approval.decidedOn) }, tx, scope, id, version.id, 1, { ...approval, approver: 'council' });
      const publication = await insertPublication(
        tx,
        id,
        {
          documentVersionId: version.id,
          audience: { everybody: true, serviceIds: [], mandateKinds: [], personKinds: [], personIds: [] },
          byMail: false,
          onPaper: true,
          confirm: true,
          startsOn: begun,
          dueOn: addDays(today, -10),
        },
        { at: at(begun), accountId: undefined },
      );
      await confirmMost(tx, id, publication, begun, today);
      for (const entry of documentationOf(language, today)) await insertRecord(tx, 'documentationEntry', id, { ...entry, searchText: searchText(entry.title, entry.source, entry.note) });
    },
    { seconds: 60 },
  );
};

/** Four of five have confirmed, one by one in the weeks since; those on the signed list among them. */
const confirmMost = async (tx: Tx, organizationId: string, publicationId: string, begun: string, today: string): Promise<void> => {
  const people = (await waitingOf(tx, organizationId, publicationId, today)).toSorted();
  for (let day = 0; day < 5; day += 1) {
    const those = people.filter((_, index) => index % 5 !== 4 && index % 25 < (day + 1) * 5 && index % 25 >= day * 5);
    const confirmedOn = addDays(begun, day * 6);
    await insertConfirmations(tx, organizationId, publicationId, those, { confirmedOn, how: day === 2 ? 'paper' : 'account', at: new Date(`${confirmedOn}T10:00:00Z`) });
  }
};
