// What other rooms may ask of this one.
export { endProviderSessions } from './store.ts';
