import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { centreRoles } from '../../../kernel/permissions.ts';
import { longestComment, mostAsked, needsWords, opinions } from '../review.ts';

const text = z.string().trim().min(1).max(longestComment);

/** A comment on a section (`document` for the text as a whole), or an answer to the comment that began a thread. */
export const CommentData = z
  .strictObject({ sectionKey: z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'unknownSection'), text, parentId: z.uuid().optional() })
  .meta({ id: 'DocumentCommentData', example: { sectionKey: 'objectives', text: 'Dire aussi qui décide.' } });
const Comment = z.object({
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  sectionKey: z.string(),
  parentId: z.uuid().optional(),
  text: z.string(),
  writtenBy: z.string().optional(),
  writtenAt: z.string(),
  resolvedBy: z.string().optional(),
  resolvedAt: z.string().optional(),
  can: z.record(z.string(), z.boolean()),
});
export const Comments = z
  .object({ self: z.string(), items: z.array(Comment), total: z.int(), pageSize: z.int(), open: z.int(), can: z.record(z.string(), z.boolean()) })
  .meta({ id: 'DocumentComments' });

export const ReviewData = z
  .strictObject({ until: CivilDate, accountIds: z.array(z.uuid().toLowerCase()).min(1, 'chooseOne').max(mostAsked), note: text.optional() })
  .meta({ id: 'DocumentReviewData', example: { until: '2026-12-15', accountIds: ['01990000-0000-7000-8000-000000000001'] } });
export const AnswerData = z
  .strictObject({ opinion: z.enum(opinions), text: text.optional() })
  .refine((answer) => !needsWords(answer.opinion) || answer.text !== undefined, { message: 'required', path: ['text'] })
  .meta({ id: 'DocumentReviewAnswerData', example: { opinion: 'agreedWithRemarks', text: 'Voir la section 3.' } });
const Review = z.object({
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  until: z.string(),
  note: z.string().optional(),
  askedBy: z.string().optional(),
  askedAt: z.string(),
  closedBy: z.string().optional(),
  closedAt: z.string().optional(),
  answers: z.array(z.object({ name: z.string(), mine: z.boolean(), opinion: z.enum(opinions).optional(), text: z.string().optional(), answeredAt: z.string().optional() })),
  can: z.record(z.string(), z.boolean()),
});
export const Reviews = z.object({ self: z.string(), items: z.array(Review), total: z.int(), pageSize: z.int(), can: z.record(z.string(), z.boolean()) }).meta({ id: 'DocumentReviews' });
export const Reviewers = z
  .object({ self: z.string(), items: z.array(z.object({ href: z.string(), accountId: z.uuid(), name: z.string(), roles: z.array(z.enum(centreRoles)) })), total: z.int(), pageSize: z.int() })
  .meta({ id: 'DocumentReviewers' });
