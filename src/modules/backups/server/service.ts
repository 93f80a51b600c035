// What other rooms may ask of this one.
export { obligations } from './duties-store.ts';
