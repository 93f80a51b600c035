// What other rooms may ask of this one.
export { findOrganization, insertOrganization, updateOrganization } from './store.ts';
