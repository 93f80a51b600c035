import { z } from 'zod';
import type { Action } from '../../kernel/permissions.ts';

/** The registers whose forms say who has them open, with the action that reads their records: whoever may not read a record is not told who works on it. A room adds its line here. */
export const registers = {
  organization: 'organization.read',
  person: 'person.read',
  service: 'service.read',
  contract: 'contract.read',
  mandate: 'mandate.read',
  candidacy: 'candidacy.read',
  document: 'document.read',
  // Whoever owns a norm answers it without reading the others.
  assessmentNorm: 'norm.own',
  inspection: 'inspection.read',
  planAction: 'plan.read',
  reportText: 'report.read',
  supplier: 'supplier.read',
  supplierContract: 'supplier.read',
  resource: 'resource.read',
} as const satisfies Record<string, Action>;
export type Register = keyof typeof registers;

/** Somebody who has not been heard of for so long has closed the form, or lost the line. In milliseconds; forms speak three times within it. */
export const silence = 30_000;

/** What an open form says of itself: its record, and the fields changed and not yet saved (names of fields, never what stands in them). */
export const Editing = z
  .strictObject({
    register: z.enum(Object.keys(registers) as [Register, ...Register[]]),
    recordId: z.string().regex(/^[\w.:-]{1,120}$/),
    fields: z
      .array(z.string().regex(/^[\w.]{1,80}$/))
      .max(40)
      .default([]),
    /** The form is closed. */
    done: z.boolean().default(false),
  })
  .meta({ id: 'Editing', example: { register: 'person', recordId: '01990000-0000-7000-8000-000000000001', fields: ['phone'] } });
