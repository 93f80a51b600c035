import { z } from 'zod';
import { Page } from '../../../server/http/reply.ts';
import { decisions, grounds, levels, reviewStates } from '../review.ts';

const optional = z.string().optional();

const Part = z.object({
  reviewerId: z.uuid().optional().describe('Absent: nobody else answers, it falls to the adviser'),
  reviewerName: optional,
  ground: z.enum(grounds),
  services: z.array(z.string()),
  people: z.int(),
  waiting: z.int().describe('Of them, those of whom a right is undecided'),
  rights: z.int(),
  undecided: z.int(),
  changed: z.int(),
  withdrawn: z.int(),
  leftOpen: z.int(),
  handedAt: optional,
});

const head = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  year: z.int(),
  takenOn: z.string(),
  answerBy: z.string(),
  begunAt: z.string(),
  begunName: optional,
  state: z.enum(reviewStates),
  late: z.boolean().describe('The day for the answers has passed, and some are missing'),
  conclusion: optional,
  signedAt: optional,
  signedName: optional,
  contentHash: optional,
  auditHead: optional,
  people: z.int(),
  rights: z.int(),
  undecided: z.int(),
  changed: z.int(),
  withdrawn: z.int(),
  leftOpen: z.int(),
  own: z.object({ people: z.int(), waiting: z.int(), undecided: z.int() }).optional().describe('What falls to the caller'),
  can: z.record(z.string(), z.boolean()),
};
export const ReviewHead = z.object(head).meta({ id: 'AccessReviewHead' });
export const Reviews = Page(ReviewHead).meta({ id: 'AccessReviews' });
export const Review = z
  .object({
    ...head,
    parts: z.array(Part),
    givenSince: z
      .array(z.object({ personId: z.uuid(), personName: z.string(), resourceId: z.uuid(), resourceName: z.string(), level: z.enum(levels), start: z.string() }))
      .describe('Rights given after the day of the review, which it does not hold'),
  })
  .meta({ id: 'AccessReview' });

export const ReviewedRight = z
  .object({
    id: z.uuid(),
    version: z.int(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    offered: z.array(z.enum(levels)),
    level: z.enum(levels),
    account: optional,
    given: optional.describe('Why it was given'),
    since: optional,
    until: optional,
    lastUsedOn: optional,
    goneOn: optional.describe('It has ended since: nothing to decide'),
    warnings: z
      .array(z.object({ kind: z.enum(['beyondProfile', 'segregation']), other: optional.describe('The resource that should not be in the same hand'), reason: optional }))
      .describe('What the register of access holds against it'),
    decision: z.enum(decisions).optional(),
    newLevel: z.enum(levels).optional(),
    reason: optional,
    decidedAt: optional,
    decidedName: optional,
    handed: z.boolean(),
    leftOpen: optional,
  })
  .meta({ id: 'AccessReviewRight' });
export const ReviewedPerson = z.object({
  personId: z.uuid(),
  name: z.string(),
  function: optional,
  serviceName: optional,
  outsider: z.boolean(),
  seen: z.boolean().describe('The caller has opened this person’s rights'),
  rights: z.array(ReviewedRight),
});
export const ReviewPart = z
  .object({
    reviewId: z.uuid(),
    year: z.int(),
    takenOn: z.string(),
    answerBy: z.string(),
    state: z.enum(reviewStates),
    by: z.string().describe('Whose part it is, as the routes of answers take it'),
    reviewerName: optional,
    own: z.boolean(),
    can: z.object({ answer: z.boolean() }),
    people: z.array(ReviewedPerson),
  })
  .meta({ id: 'AccessReviewPart' });
export const Answered = z.object({ rights: z.array(ReviewedRight) }).meta({ id: 'AccessReviewAnswered' });
