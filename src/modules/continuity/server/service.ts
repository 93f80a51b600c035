// What other rooms, and the demonstration, may ask of this one.
export { obligations } from './duties-store.ts';
export { happenings, liveFacts, planFinder } from './told-store.ts';
export { continuityOrigins } from './restore-store.ts';
export { enterIntervention } from './restore-routes.ts';
export { takeReport } from './report-store.ts';
export { keepPlanChecks } from './checks.ts';
