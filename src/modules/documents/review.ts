/** What somebody who was asked for a review answers. */
export const opinions = ['agreed', 'agreedWithRemarks', 'notAgreed'] as const;
export type Opinion = (typeof opinions)[number];

/** An answer with remarks, or a refusal, says which. */
export const needsWords = (opinion: Opinion): boolean => opinion !== 'agreed';

export const longestComment = 4000;
/** So many people are asked at once at most. */
export const mostAsked = 50;
