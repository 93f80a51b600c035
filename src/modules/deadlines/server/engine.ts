import { dueDay, inForce } from '../../../kernel/counting.ts';
import type { Obligation } from '../../../kernel/obligation.ts';
import { type Rule, rules } from '../../../kernel/rules.ts';
import { type Clocks, readClocks } from '../../../server/db/clocks.ts';
import { installationId, type Scope, type Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { sources } from './sources.ts';

/**
 * Everything that is due in these centres (and in the installation, where `installationId` is among them), for whoever it may be: the scope of
 * the transaction must hold them. A handful of statements, whatever the number of centres. Who sees what: `sortOut` (due.ts).
 */
export const readObligations = async (tx: Tx, organizationIds: readonly string[], services: Pick<Services, 'now'>): Promise<{ obligations: Obligation[]; clocks: Clocks }> => {
  const clocks = await readClocks(tx, organizationIds);
  const asking = { today: today(services), now: services.now(), due: clocks.due, since: clocks.since };
  // Sent together, answered together.
  const found = await Promise.all(sources.map((source) => source(tx, organizationIds, asking)));
  return { obligations: found.flat().filter(({ rule, start }) => inForce(rules[rule] as Rule, dueDay(start))), clocks };
};

/** So many centres are read in one transaction: what one statement takes stays far below what it may, whatever the number of centres. */
const atOnce = 100;
/** So many such transactions run beside one another. */
const beside = 2;

/**
 * What is due in all the centres of a scope, however many, each as it stood when its part was read; and by which rule each centre counts.
 * Throws what the database throws.
 */
export const readAllObligations = async ({ db, now }: Pick<Services, 'db' | 'now'>, scope: Scope): Promise<{ obligations: Obligation[]; ruleIn: Clocks['ruleIn'] }> => {
  const { organizations } = scope;
  const parts = Array.from({ length: Math.max(1, Math.ceil(organizations.length / atOnce)) }, (_, part) => organizations.slice(part * atOnce, (part + 1) * atOnce));
  const found: Obligation[][] = [];
  const clocksOf = new Map<string, Clocks>();
  const read = async (part: readonly string[]): Promise<void> => {
    const { obligations, clocks } = await db.tx({ ...scope, organizations: part }, (tx) => readObligations(tx, part, { now }));
    found.push(obligations);
    for (const organizationId of part) clocksOf.set(organizationId, clocks);
  };
  for (let at = 0; at < parts.length; at += beside) await Promise.all(parts.slice(at, at + beside).map(read));
  return { obligations: found.flat(), ruleIn: (rule, organizationId) => clocksOf.get(organizationId ?? installationId)?.ruleIn(rule, organizationId) ?? rules[rule] };
};
