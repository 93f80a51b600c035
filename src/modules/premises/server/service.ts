// What other rooms, and the demonstration, may ask of this one.
export { keepProtectionCheck, roundOrigins } from './guard-store.ts';
export { addCopies, noteMoves } from './key-store.ts';
export { enterZones } from './recorded-store.ts';
export { premisesFinder } from './search-store.ts';
export { type ZoneRow, zonesOf } from './store.ts';
export { happenings, liveFacts, obligations } from './told-store.ts';
