// What other rooms, and the demonstration, may ask of this one.
export { happenings, liveFacts, obligations, yearFigures } from './duties-store.ts';
export { openSteps } from './step.ts';
