// What other rooms, and the demonstration, may ask of this one.
export { resourceCatalogue } from './catalogue.ts';
export { columnsOf } from './columns.ts';
export { happenings, liveFacts, obligations } from './duties-store.ts';
export { resourceFinder } from './search-store.ts';
export { rightLevels } from '../resource.ts';
export { resourcesOf, type ResourceRow } from './store.ts';
export { enterResources } from './recorded-store.ts';
