// What other rooms, and the demonstration, may ask of this one.
export { happenings, liveFacts, obligations } from './duties-store.ts';
export { resourceFinder } from './search-store.ts';
export { rightLevels } from '../resource.ts';
export { resourcesOf, type ResourceRow } from './store.ts';
