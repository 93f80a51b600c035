// What other rooms, and the demonstration, may ask of this one. What is drafted from other rooms (draft.ts) and what is decided in them
// (results.ts) stands outside: those rooms ask this one.
export { councilOrigins } from './origin-store.ts';
export { dossierParts } from './dossier-parts.ts';
export { obligations } from './duties-store.ts';
export { liveFacts } from './happenings-store.ts';
export { councilFinder } from './search.ts';
export { insertItem, recordResult } from './item-store.ts';
export { insertNote, updateNote } from './note-store.ts';
export { presentNote } from './note-service.ts';
export { addSittings, enterSittings } from './sittings.ts';
export { daysOfSittings, updateSitting } from './store.ts';
export { yearFigures } from './year-store.ts';
