// What other rooms, and the demonstration, may ask of this one.
export { resourcesOf, type ResourceRow } from './store.ts';
