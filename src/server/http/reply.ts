import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';

/** The answer of any error (RFC 9457). */
export const ProblemOutput = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    instance: z.string(),
    issues: z
      .array(
        z.object({
          type: z.string(),
          in: z.enum(['body', 'query', 'path', 'header']),
          name: z.string(),
          code: z.string(),
          value: z.string().optional(),
          parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
  })
  .loose()
  .meta({
    id: 'Problem',
    example: { type: 'urn:problem-type:belgif:resourceNotFound', status: 404, title: 'Resource Not Found', detail: 'Resource Not Found', instance: 'urn:uuid:01990000-0000-7000-8000-000000000001' },
  });

/** The responses of an operation: its own, and the problem any operation may answer. */
export const responses = <R extends Record<number, z.ZodType>>(own: R) => ({ ...own, default: ProblemOutput.describe('Problem') }) as R & { default: typeof ProblemOutput };

export const NoContent = z.undefined().describe('Done');

// An address may be written in capitals; what is compared with it is not.
const pathId = z.uuid().toLowerCase();
export const OrganizationPath = z.strictObject({ organizationId: pathId });
export const RecordPath = OrganizationPath.extend({ id: pathId });

/** A collection as the API shows it: absolute links, key-paged, with the total on the first page. */
export const Page = <T extends z.ZodType>(item: T) => z.object({ self: z.string(), items: z.array(item), total: z.int().optional(), pageSize: z.int(), next: z.string().optional() });

/** Query of every list: `after` is the id of the last row seen, `sort` a field, with `-` for descending. */
export const pageQuery = <S extends readonly [string, ...string[]]>(sorts: S) => {
  const values = sorts.flatMap((name) => [name, `-${name}`]) as [string, ...string[]];
  return {
    after: z.uuid().optional(),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
    sort: z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.enum(values)).default(sorts[0]),
  };
};

/** A page of a list as the API answers it; `url` is the address that was asked, and the next page differs by its `after`. */
export const collection = <T>(origin: string, url: string, page: { total?: number; next?: string }, items: readonly T[], pageSize: number) => {
  const self = `${origin}${url}`;
  const next = new URL(self);
  if (page.next) next.searchParams.set('after', page.next);
  return { self, items, total: page.total, pageSize, ...(page.next ? { next: next.href } : {}) };
};

/** The version that `If-Match` names. Throws versionRequired without one, staleVersion when it is none of ours. */
export const expectedVersion = (header: string | undefined): number => {
  if (header === undefined) throw new Problem('versionRequired');
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new Problem('staleVersion');
  return Number(match[1]);
};

export const sendVersioned = <T extends { version: number }>(reply: FastifyReply, record: T): T => {
  reply.header('etag', `"${record.version}"`);
  return record;
};

/** The object after a JSON Merge Patch (RFC 7396): `null` takes a member away, objects merge, the rest replaces. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const base: Record<string, unknown> = target !== null && typeof target === 'object' && !Array.isArray(target) ? { ...(target as Record<string, unknown>) } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (key === '__proto__') continue;
    if (value === null) delete base[key];
    else base[key] = mergePatch(base[key], value);
  }
  return base;
};
