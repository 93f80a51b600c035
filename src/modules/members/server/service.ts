// What other rooms may ask of this one.
export { makeInvitation, sendInvitation } from './invitations.ts';
