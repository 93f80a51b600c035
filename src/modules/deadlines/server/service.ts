// What other rooms may ask of this one.
export { readAllObligations, readObligations } from './engine.ts';
export { type Seen, sortOut } from '../due.ts';
