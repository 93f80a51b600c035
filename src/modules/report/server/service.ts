// What other rooms, and the demonstration, may ask of this one.
export { forCouncil } from './council.ts';
export { dossierParts } from './dossier-parts.ts';
export { obligations } from './duties-store.ts';
export { happenings } from './happenings-store.ts';
export { prepareApproval } from './report.ts';
export { insertReport, submitReport, textIds, writeText } from './store.ts';
