import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { DocumentKind } from './document.ts';

/** What somebody who was asked for a review answers. */
export const opinions = ['agreed', 'agreedWithRemarks', 'notAgreed'] as const;
export type Opinion = (typeof opinions)[number];

/** An answer with remarks, or a refusal, says which. */
export const needsWords = (opinion: Opinion): boolean => opinion !== 'agreed';

export const longestComment = 4000;
/** So many people are asked at once at most. */
export const mostAsked = 50;

/** Somebody of the centre whose answer to an open review is awaited. */
export type AwaitedRow = { organizationId: string; id: string; personId: string; kind: DocumentKind | 'own'; ownId: string | null; until: CivilDate; askedOn: CivilDate };

/** The opinions that are awaited, each by the day that was agreed. */
export const reviewDuties = (rows: readonly AwaitedRow[], asking: Asking): Obligation[] =>
  rows.map(({ organizationId, id, personId, kind, ownId, until, askedOn }) => ({
    organizationId,
    room: 'documents',
    rule: 'reviewAnswered',
    subject: { kind: 'documentReviewAnswer', id },
    title: { key: 'review', values: { document: { word: `kinds.${kind}` } } },
    reason: { key: 'reason.review', values: { date: { date: askedOn } } },
    start: { on: until },
    due: asking.due('reviewAnswered', organizationId, { on: until }),
    act: { roles: [], people: [personId] },
    read: 'document.read',
    action: { label: { key: 'do.review' }, path: kind === 'own' ? `documents/own/${ownId}` : `documents/${kind}/review` },
  }));
