import type { DocumentLanguage } from '../kernel/language.ts';
import type { ServiceInput } from '../modules/people/person.ts';
import type { Random } from './random.ts';
import { type ServiceKey, wording } from './wording.ts';

export type Service = ServiceInput & { id: string };

type Plan = { key: ServiceKey; from: number; weight: number; parent?: ServiceKey; kind: ServiceInput['kind']; seesPersonalData: boolean };

/** Services by size of the centre: from how many people on a service exists, and how many of each hundred work there. */
const plans: readonly Plan[] = [
  { key: 'management', from: 0, weight: 3, kind: 'management', seesPersonalData: true },
  { key: 'social', from: 0, weight: 24, parent: 'management', kind: 'social', seesPersonalData: true },
  { key: 'administration', from: 0, weight: 10, parent: 'management', kind: 'administration', seesPersonalData: false },
  { key: 'finance', from: 24, weight: 7, parent: 'management', kind: 'finance', seesPersonalData: true },
  { key: 'integration', from: 30, weight: 9, parent: 'social', kind: 'integration', seesPersonalData: true },
  { key: 'debts', from: 45, weight: 5, parent: 'social', kind: 'social', seesPersonalData: true },
  { key: 'homeCare', from: 50, weight: 18, parent: 'management', kind: 'homeCare', seesPersonalData: true },
  { key: 'it', from: 70, weight: 2, parent: 'management', kind: 'it', seesPersonalData: true },
  { key: 'restHome', from: 100, weight: 6, parent: 'management', kind: 'restHome', seesPersonalData: true },
  { key: 'care', from: 100, weight: 26, parent: 'restHome', kind: 'restHome', seesPersonalData: true },
  { key: 'kitchen', from: 100, weight: 14, parent: 'restHome', kind: 'other', seesPersonalData: false },
];

export type Services = { services: Map<ServiceKey, Service>; /** A service for the next member of staff: each gets its share. */ next: () => ServiceKey };

/** The services of a centre of that size, superiors first, without heads yet. */
export const makeServices = (size: number, language: DocumentLanguage, random: Random): Services => {
  const here = plans.filter((plan) => size >= plan.from);
  const services = new Map<ServiceKey, Service>();
  for (const plan of here) {
    const parentId = plan.parent && services.get(plan.parent)?.id;
    services.set(plan.key, { id: random.id(), name: wording[language].services[plan.key].name, kind: plan.kind, ...(parentId ? { parentId } : {}), seesPersonalData: plan.seesPersonalData });
  }
  const given = new Map<ServiceKey, number>();
  const next = (): ServiceKey => {
    const share = (plan: Plan): number => ((given.get(plan.key) ?? 0) + 1) / plan.weight;
    const { key } = here.reduce((least, plan) => (share(plan) < share(least) ? plan : least));
    given.set(key, (given.get(key) ?? 0) + 1);
    return key;
  };
  return { services, next };
};
