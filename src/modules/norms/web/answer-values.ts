/** What a person may change of a norm's answer, apart from the row it stands in: pure. */
import type { NormRow } from './assessment-queries.ts';

export type AnswerValues = {
  answers: Record<string, boolean>;
  answer?: string | undefined;
  reason?: string | undefined;
  documentation?: number | undefined;
  implementation?: number | undefined;
  comment?: string | undefined;
};

export const valuesOf = ({ answers, answer, reason, documentation, implementation, comment }: Pick<NormRow, keyof AnswerValues>): AnswerValues => ({
  answers,
  answer,
  reason,
  documentation,
  implementation,
  comment,
});

/** A norm that does not apply is sent once it says why. */
export const sendable = ({ answer, reason }: AnswerValues): boolean => answer !== 'notApplicable' || Boolean(reason?.trim());
