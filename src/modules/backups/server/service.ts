// What other rooms may ask of this one.
export { obligations } from './duties-store.ts';
export { liveFacts } from './facts-store.ts';
