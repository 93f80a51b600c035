// What other rooms, and the demonstration, may ask of this one.
export { type CheckStanding, checksOf, dropCheck, keepCheck, type KeptCheck } from './check-store.ts';
export { enterIntervention, recordIntervention, type Recorded } from './recorded-store.ts';
export { correctRecorded } from './recorded-correction.ts';
export { enterOldInterventions, interventionsKept } from './old-store.ts';
export { interventionOrigins } from './store.ts';
export { obligations } from './duties-store.ts';
export { happenings, interventionFinder, liveFacts, yearFigures } from './told-store.ts';
export { dossierParts } from './dossier-parts.ts';
export { enterMail } from './mail-store.ts';
