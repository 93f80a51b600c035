// What other rooms, and the demonstration, may ask of this one.
export { heldAgainst } from './conflicts.ts';
export { dossierParts } from './dossier-parts.ts';
export { freezeList } from './freeze.ts';
export { addLibraryProfiles } from './library-profiles.ts';
export { libraryProfiles } from './library.ts';
export { rightsOfProfile } from './profile-store.ts';
export { endRights, giveRights, heldOn, markForWithdrawal, unmarkWithdrawal } from './store.ts';
export { happenings, liveFacts, obligations } from './told-store.ts';
export { rightsKept } from './recorded-store.ts';
export { yearFigures } from './year-store.ts';
