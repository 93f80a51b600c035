// What other rooms, and the demonstration, may ask of this one.
export { type ZoneRow, zonesOf } from './store.ts';
