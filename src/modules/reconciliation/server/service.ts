// What other rooms, the command line and the demonstration may ask of this one.
export { compareList, hashOf } from './compare.ts';
export { ListFault, readList } from './read-file.ts';
export { findSource, holdSource } from './store.ts';
export { accountFinder, happenings, liveFacts, obligations } from './told-store.ts';
