import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties } from '../duties.ts';
import { type Audience, nextDueOn } from '../publication.ts';
import { waitingByPublication } from './recipient-store.ts';
import { endPublication, insertPublication, openOfVersion } from './store.ts';

/**
 * A later version of a published document is published in its place, to the same people, in the same ways, to be confirmed within as many
 * days: the confirmations of the version before stay with it. Nothing where that one was not published, or no longer is.
 */
export const carryOver = async (tx: Tx, organizationId: string, superseded: string | undefined, approved: string, by: { at: Date; accountId: string | undefined; day: string }): Promise<void> => {
  const before = superseded && (await openOfVersion(tx, organizationId, superseded));
  if (!before) return;
  await endPublication(tx, organizationId, before.id, before.version, by.day, 'replaced');
  const startsOn = before.startsOn > by.day ? before.startsOn : by.day;
  const dueOn = nextDueOn(before, startsOn);
  const { everybody, serviceIds, mandateKinds, personKinds, personIds, byMail, onPaper, confirm, message } = before;
  await insertPublication(
    tx,
    organizationId,
    {
      documentVersionId: approved,
      audience: { everybody, serviceIds, mandateKinds, personKinds, personIds } as Audience,
      byMail,
      onPaper,
      confirm,
      startsOn,
      ...(dueOn ? { dueOn } : {}),
      ...(message ? { message } : {}),
    },
    by,
  );
};

export { happenings } from './happenings-store.ts';
export { liveFacts } from './facts-store.ts';
export { insertConfirmations } from './recipient-store.ts';
export { insertPublication } from './store.ts';

/** What is due by the publications of these centres (see the list of sources). */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => duties(await waitingByPublication(tx, organizationIds, asking.today), asking);

/** Who has still to confirm a publication of this centre. */
export const waitingOf = async (tx: Tx, organizationId: string, publicationId: string, today: string): Promise<string[]> =>
  (await waitingByPublication(tx, [organizationId], today)).find((row) => row.publicationId === publicationId)?.personIds ?? [];
export { yearFigures } from './year-store.ts';
