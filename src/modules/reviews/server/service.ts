// What other rooms, and the demonstration, may ask of this one.
export { dossierParts } from './dossier-parts.ts';
export { obligations } from './duties-store.ts';
export { follow } from './follow.ts';
export { handIn, type ItemRow, itemsOf, markSeen, writeDecisions } from './part-store.ts';
export { signReview } from './sign.ts';
export { happenings, liveFacts } from './told-store.ts';
export { yearFigures } from './year-store.ts';
