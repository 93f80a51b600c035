// What other rooms, and the demonstration, may ask of this one.
export { obligations } from './duties-store.ts';
export { happenings, liveFacts } from './told-store.ts';
export { insertAgreed, teleworksKept } from './recorded-store.ts';
export { agree } from './steps.ts';
export { listTeleworks, writePosture } from './store.ts';
export { dossierParts } from './dossier-parts.ts';
export { yearFigures } from './year-store.ts';
