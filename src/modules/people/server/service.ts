// What other rooms may ask of this one.
export { peopleFacts, type PeopleFacts } from './store.ts';
