// What other rooms may ask of this one.
export { obligations } from './duties-store.ts';
export { findOrganization, insertOrganization, updateOrganization } from './store.ts';
