import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';

/** What the dossier holds, document by document, in its language. */
export const Part = z
  .object({
    title: z.string(),
    draft: z.boolean().describe('Nobody has approved it yet'),
    path: z.string().describe('Where it is worked on, under the pages of the centre'),
    missing: z.array(z.object({ name: z.string(), label: z.string() })).describe('Facts that it cites and nobody has entered'),
    files: z.array(z.string()),
  })
  .meta({ id: 'DossierPart' });

export const Dossier = z
  .object({
    id: z.uuid(),
    href: z.string(),
    language: DocumentLanguage,
    name: z.string(),
    size: z.int(),
    sha256: z.string(),
    file: z.string(),
    parts: z.array(Part),
  })
  .meta({ id: 'Dossier' });
export const DossierAsked = z.strictObject({ language: DocumentLanguage.optional() }).meta({ id: 'DossierAsked' });
export const TaskAccepted = z.object({ id: z.uuid(), href: z.string() }).meta({ id: 'TaskAccepted' });
