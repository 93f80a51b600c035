// What other rooms, and the demonstration, may ask of this one.
export { decideAdvice, sendAdvice } from './advising.ts';
export { dossierParts } from './dossier-parts.ts';
export { obligations } from './duties-store.ts';
export { enterRegister } from './recorded.ts';
export { findAdvice, insertAdvice, listAdvice, numberedAdvice, recordAdvice } from './store.ts';
export { adviceFinder, adviceOrigins, happenings, liveFacts } from './told-store.ts';
export { yearFigures } from './year-store.ts';
