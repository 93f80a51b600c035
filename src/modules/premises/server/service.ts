// What other rooms, and the demonstration, may ask of this one.
export { premisesFinder } from './search-store.ts';
export { type ZoneRow, zonesOf } from './store.ts';
export { happenings, liveFacts, obligations } from './told-store.ts';
