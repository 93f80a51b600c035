import { daysBetween, type CivilDate } from '../../../kernel/dates.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { FindingRow } from './read-store.ts';

const filled = <T extends Record<string, unknown>>(row: T): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T;

/** Addresses of the API and what the caller may do, beside the columns. */
export const presenter = (url: string, organizationId: string, actor: Actor, today: CivilDate) => {
  const href = (plural: string, id: unknown): string => `${url}/api/beffroi/v1/organizations/${organizationId}/${plural}/${String(id)}`;
  return {
    source: (
      { id, host, port, security, authority, bindDn, baseDn, filter, every, hasPassword, counts, version, columns, levels, ...row }: Record<string, unknown>,
      words: readonly string[] = [],
    ) => ({
      ...filled({ ...row, counts, every }),
      id,
      version: version ?? 0,
      href: href('accountLists', id),
      columns: columns ?? [],
      levels: levels ?? [],
      words: words,
      kept: row['kept'] === true,
      ...(host ? { directory: filled({ host, port, security, authority, bindDn, baseDn, filter, every, hasPassword }) } : {}),
      can: { give: can(actor, 'reconciliation.give'), decide: can(actor, 'reconciliation.decide'), configure: can(actor, 'reconciliation.configure') },
    }),
    run: ({ ranAt, ...row }: Record<string, unknown>) => ({ ...filled(row), ranAt: (ranAt as Date).toISOString(), kept: row['kept'] === true, href: href('reconciliations', row['id']), can: {} }),
    finding: (row: FindingRow) => ({
      ...filled(row),
      ...(row.day && !row.goneOn ? { days: daysBetween(row.day, today) } : {}),
      href: href('accountFindings', row.id),
      can: { decide: can(actor, 'reconciliation.decide') && row.goneOn === null },
    }),
    match: (row: Record<string, unknown>) => ({ ...filled(row), href: href('accountMatches', row['id']), can: { update: can(actor, 'reconciliation.decide') } }),
  };
};
