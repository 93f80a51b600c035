// What other rooms, and the demonstration, may ask of this one.
export { obligations } from './duties-store.ts';
export { deviceFinder, happenings, liveFacts } from './told-store.ts';
export { agree } from './steps.ts';
export { listTeleworks } from './store.ts';
export { dossierParts } from './dossier-parts.ts';
export { yearFigures } from './year-store.ts';
