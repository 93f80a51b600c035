// What other rooms, and the demonstration, may ask of this one. What an action comes from (origins.ts) stands outside: those rooms ask this one.
export { forCouncil } from './council.ts';
export { dossierParts } from './dossier-parts.ts';
export { obligations } from './duties-store.ts';
export { findLeaves, saveLeave } from './plan-store.ts';
export { actionOf, addAction, asInput, writeAction } from './record.ts';
export { plannedActions } from './store.ts';
export { happenings, liveFacts, planFinder } from './told-store.ts';
export { planBeside, prepareDecision, submitVersion } from './version.ts';
export { findVersion, insertVersion, listVersions } from './version-store.ts';
// What other rooms may ask of this one.
export { yearFigures } from './year-store.ts';
