// What other rooms, and the demonstration, may ask of this one.
export { freezeList } from './freeze.ts';
export { rightsOfProfile } from './profile-store.ts';
export { endRights, giveRights, heldOn, markForWithdrawal, unmarkWithdrawal } from './store.ts';
