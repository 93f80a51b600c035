// What other rooms, and the demonstration, may ask of this one.
export { dossierParts } from './dossier-parts.ts';
export { freezeList } from './freeze.ts';
export { addLibraryProfiles } from './library-profiles.ts';
export { libraryProfiles } from './library.ts';
export { recordedAccess } from './list-store.ts';
export { rightsOfProfile } from './profile-store.ts';
export { type DoubleBefore, endDouble, endRights, giveRights, heldOn, markForWithdrawal, reopenDouble, unmarkWithdrawal } from './store.ts';
export { happenings, liveFacts, obligations } from './told-store.ts';
export { rightsKept } from './recorded-store.ts';
