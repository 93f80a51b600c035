import { z } from 'zod';
import { Language } from '../../../kernel/language.ts';
import { changedParts, changeKinds } from '../framework-changes.ts';
import { FrameworkId, FrameworkVersion, Norm, scales, Texts } from '../framework.ts';
import { faultCodes, importFormats, leftOutCodes } from '../import.ts';

export const VersionPath = z.strictObject({ frameworkId: FrameworkId, frameworkVersion: FrameworkVersion });

export const FrameworkItem = z
  .object({
    id: z.string(),
    version: z.string(),
    href: z.string(),
    title: Texts,
    publisher: z.string().optional(),
    scale: z.enum(scales),
    origin: z.enum(['library', 'import']),
    format: z.string(),
    languages: z.array(z.string()),
    norms: z.int(),
    newest: z.boolean().describe('No later version of this framework is there'),
    importedAt: z.string(),
    importedBy: z.string().optional().describe('The name of the account that imported it'),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'FrameworkItem' });
export const FrameworkItems = z.object({ self: z.string(), items: z.array(FrameworkItem), total: z.int(), pageSize: z.int() }).meta({ id: 'FrameworkItems' });

export const MappingItem = z
  .object({ from: z.string(), to: z.string(), href: z.string(), origin: z.enum(['library', 'import']), relations: z.int(), importedAt: z.string() })
  .meta({ id: 'MappingItem' });
export const MappingItems = z.object({ self: z.string(), items: z.array(MappingItem), total: z.int(), pageSize: z.int() }).meta({ id: 'MappingItems' });

const ChangedNorm = z
  .object({ kind: z.enum(changeKinds), from: z.string().optional(), to: z.string().optional(), parts: z.array(z.enum(changedParts)).optional(), before: Norm.optional(), after: Norm.optional() })
  .meta({ id: 'NormChange' });
export const Changes = z
  .object({
    self: z.string(),
    from: z.string(),
    to: z.string(),
    counts: z.record(z.enum(changeKinds), z.int()),
    kept: z.int().describe('Norms whose answers go on'),
    again: z.int().describe('Norms whose answers must be looked at again'),
    items: z.array(ChangedNorm).describe('All but the unchanged ones'),
  })
  .meta({ id: 'FrameworkChanges' });

export const Fault = z
  .object({
    code: z.enum(faultCodes),
    path: z.string().optional(),
    line: z.int().optional(),
    cell: z.string().optional(),
    value: z.string().optional(),
    parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'ImportFault' });
const Outline = z.object({ id: z.string(), title: Texts, norms: z.int(), guidelines: z.int() });
export const ImportPlan = z
  .object({
    kept: z.boolean(),
    format: z.enum(importFormats),
    frameworks: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        title: Texts,
        description: Texts.optional(),
        publisher: z.string().optional(),
        licence: z.string().optional(),
        scale: z.enum(scales),
        languages: z.array(Language),
        levels: z.array(z.object({ id: z.string(), title: Texts, norms: z.int() })),
        chapters: z.int(),
        norms: z.int(),
        guidelines: z.int(),
        outline: z.array(Outline),
        example: Norm.describe('The first norm, as it would be kept'),
        state: z.enum(['new', 'nextVersion', 'known']),
        former: z
          .object({ version: z.string(), changes: z.record(z.enum(changeKinds), z.int()), kept: z.int(), again: z.int() })
          .optional()
          .describe('The newest version there is, and what this one changes'),
      }),
    ),
    mappings: z.array(z.object({ from: z.string(), to: z.string(), relations: z.int(), state: z.enum(['new', 'replaces', 'known']) })),
    leftOut: z.array(z.object({ code: z.enum(leftOutCodes), count: z.int(), examples: z.array(z.string()) })),
    faults: z.array(Fault),
    faultsInAll: z.int(),
  })
  .meta({ id: 'ImportPlan' });
