// What other rooms may ask of this one.
export { chainHead } from './store.ts';
export { liveFacts } from './facts-store.ts';
