import type { Tx } from '../../../server/db/database.ts';
import { adviceNumber } from '../../advice/advice.ts';
import { enterRegister, numberedAdvice } from '../../advice/server/service.ts';
import type { IntakeAdvice } from '../intake.ts';
import { makeIssue } from '../issue.ts';
import { normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/** Advice that the register does not have yet: by its number, else by its subject and the day it was sent. One that is there stays as it is. */
export const writeAdvice = async (tx: Tx, organizationId: string, lines: readonly IntakeAdvice[], { personId, issues }: Writing): Promise<Counts> => {
  const keyOf = (sentOn: string, subject: string): string => `${sentOn} ${normalize(subject)}`;
  const there = await numberedAdvice(tx, organizationId);
  const byKey = new Set(there.map(({ sentOn, subject }) => keyOf(sentOn, subject)));
  const byNumber = new Map(there.map((one) => [adviceNumber(one), one.subject]));
  const missing = lines.filter(({ input, sentOn, year, number, where }) => {
    if (byKey.has(keyOf(sentOn, input.subject))) return false;
    const other = number === undefined ? undefined : byNumber.get(adviceNumber({ year, number }));
    if (number === undefined || other === undefined) return true;
    if (normalize(other) !== normalize(input.subject)) issues.push(makeIssue('numberTaken', { ...where('number'), parameters: { number: adviceNumber({ year, number }) } }));
    return false;
  });
  const person = (key: string | undefined): string | null => (key === undefined ? null : personId(key));
  await enterRegister(
    tx,
    organizationId,
    // Numbers that were given are taken before those that are not, which then follow in the order of their days.
    missing
      .toSorted((a, b) => Number(a.number === undefined) - Number(b.number === undefined) || a.sentOn.localeCompare(b.sentOn))
      .map(({ input, year, number, sentOn, receivedOn, decision, toldOn, withdrawn, people, names }) => ({
        ...input,
        askedById: person(people.askedBy) ?? undefined,
        askedBy: names.askedBy,
        authorId: person(people.author),
        authorName: names.author ?? null,
        year,
        number,
        sentOn,
        receivedOn,
        outcome: decision?.outcome ?? null,
        decisionReasons: decision?.decisionReasons ?? null,
        decidedOn: decision?.decidedOn ?? null,
        decidedById: person(people.decidedBy),
        decidedByName: names.decidedBy ?? null,
        toldOn: toldOn ?? null,
        withdrawnOn: withdrawn?.on ?? null,
        withdrawalReason: withdrawn?.reason ?? null,
      })),
  );
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
