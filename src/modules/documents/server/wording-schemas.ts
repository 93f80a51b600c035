import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { documentKinds } from '../document.ts';
import { longestBody, longestReason, longestTitle, wordingWays } from '../wording.ts';

const title = z.string().max(longestTitle).describe('One line of restricted Markdown; variables as {{centre.name}}');
const body = z.string().max(longestBody).describe('The restricted Markdown of the document library, without headings');
const reason = z.string().trim().min(1).max(longestReason);
const sectionKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'unknownSection');

const replaced = z.strictObject({ how: z.literal('replaced'), title, body });
const added = z.strictObject({ how: z.literal('added'), after: sectionKey, level: z.union([z.literal(1), z.literal(2)]), title, body });
const leftOut = z.strictObject({ how: z.literal('leftOut'), reason });

/** What a centre writes in the place of a section, behind one, or why it leaves one out. */
export const WordingData = z.discriminatedUnion('how', [replaced, added, leftOut]).meta({ id: 'DocumentWordingData', example: { how: 'replaced', title: 'Objectifs', body: 'Le centre …' } });
const place = { kind: z.enum(documentKinds), language: DocumentLanguage };
export const NewWordingData = z
  .discriminatedUnion('how', [replaced.extend({ ...place, sectionKey }), added.extend(place), leftOut.extend({ ...place, sectionKey })])
  .meta({ id: 'NewDocumentWordingData', example: { kind: 'securityPolicyFormal', language: 'fr', sectionKey: 'objectives', how: 'replaced', title: 'Objectifs', body: 'Le centre …' } });

const source = z.object({ title: z.string(), body: z.string() });
export const Wording = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    kind: z.enum(documentKinds),
    language: DocumentLanguage,
    sectionKey: z.string(),
    how: z.enum(wordingWays),
    after: z.string().optional(),
    level: z.int().optional(),
    title: z.string().optional(),
    body: z.string().optional(),
    reason: z.string().optional(),
    libraryRevision: z.int(),
    /** The library's text that it was written against. */
    library: source.optional(),
    writtenBy: z.string().optional(),
    writtenAt: z.string(),
  })
  .meta({ id: 'DocumentWording' });

export const Sections = z
  .object({
    kind: z.enum(documentKinds),
    language: DocumentLanguage,
    href: z.string(),
    /** Of the library's text of today. */
    revision: z.int(),
    /** How many wordings an update of the library asks about. */
    questions: z.int(),
    can: z.record(z.string(), z.boolean()),
    variables: z.array(z.object({ name: z.string(), value: z.string().optional() })),
    sections: z.array(
      z.object({
        key: z.string(),
        level: z.int(),
        /** As printed today, absent where the section is not in the document. */
        number: z.string().optional(),
        title: z.string(),
        state: z.enum(['library', ...wordingWays, 'leftOutWithChapter', 'gone']),
        canLeaveOut: z.boolean(),
        /** The library's text of today. */
        library: source.optional(),
        wording: Wording.optional(),
        question: z.enum(['changed', 'gone']).optional(),
        /** What the conditions and the places of the section, as they are written, give today, line by line. */
        fixed: z.array(z.object({ source: z.string(), lines: z.array(z.string()) })),
      }),
    ),
  })
  .meta({ id: 'DocumentSections' });
