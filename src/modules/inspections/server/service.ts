// What other rooms, and the demonstration, may ask of this one.
export { obligations } from './duties-store.ts';
export { happenings, liveFacts } from './facts-store.ts';
export { inspectionFinder } from './finder.ts';
export { findingOrigins } from './origins-store.ts';
export { yearFigures } from './year-store.ts';
export { listNotices } from './network-store.ts';
export { listInspections } from './store.ts';
