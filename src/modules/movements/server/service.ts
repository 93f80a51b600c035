// What other rooms, and the demonstration, may ask of this one.
export { openSteps } from './step.ts';
