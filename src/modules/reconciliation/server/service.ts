// What other rooms, the command line and the demonstration may ask of this one.
export { compareList, hashOf, type List } from './compare.ts';
export { DirectoryError, readDirectory } from './directory.ts';
export { dossierParts } from './dossier-parts.ts';
export { lastUses } from './last-use-store.ts';
export { findingLines, resourceNamed } from './lines.ts';
export { ListFault, readList, readTable, readText } from './read-file.ts';
export { openDirectory } from './source.ts';
export { holdSource } from './store.ts';
export { accountFinder, happenings, liveFacts, obligations } from './told-store.ts';
export { yearFigures } from './year-store.ts';
