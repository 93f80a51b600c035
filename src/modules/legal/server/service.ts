// What other rooms may ask of this one.
export { legalRegister } from './register.ts';
export { legalFinder } from './search.ts';
