// What other rooms, and the demonstration, may ask of this one.
export { obligations } from './duties-store.ts';
export { happenings, liveFacts, planFinder } from './told-store.ts';
export { continuityOrigins } from './restore-store.ts';
export { enterPlan, enterTest, plansKept, testsKept } from './recorded-store.ts';
export { forCouncil } from './council.ts';
export { dossierParts } from './register.ts';
export { yearFigures } from './year-store.ts';
export { hasBackupPlan } from './store.ts';
export { keepReport, takeReport } from './report-store.ts';
export { keepPlanChecks } from './checks.ts';
export { enterOutage } from './outage-routes.ts';
export { proposeCalls, proposeRestart, proposeServices } from './disaster-propose-store.ts';
export { completeServices, hasDisasterPlan, numberCalls } from './disaster-store.ts';
