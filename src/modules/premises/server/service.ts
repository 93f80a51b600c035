// What other rooms, and the demonstration, may ask of this one.
export { keepProtectionCheck, roundOrigins } from './guard-store.ts';
export { addCopies, noteMoves } from './key-store.ts';
export { announce } from './expected-store.ts';
export { resourcesOfKeys } from './key-acts.ts';
export { enterEntries, enterKeys, enterVisits, enterZones, entriesKept, keysKept } from './recorded-store.ts';
export { premisesFinder } from './search-store.ts';
export { holdersOfZone, type ZoneRow, zonesOf } from './store.ts';
export { happenings, liveFacts, obligations } from './told-store.ts';
export { dossierParts } from './dossier-parts.ts';
export { yearFigures } from './register-store.ts';
export { postSheets } from './sheet-store.ts';
