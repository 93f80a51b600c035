// What other rooms, and the demonstration, may ask of this one.
export { happenings, liveFacts, obligations } from './duties-store.ts';
export { movementFinder } from './search-store.ts';
export { dossierParts } from './register.ts';
export { yearFigures } from './year-store.ts';
export { closeCase } from './papers.ts';
export { startCase } from './case.ts';
export { ledBy, settleUndertaking, stepsOf } from './step-store.ts';
export { doStep, openSteps } from './step.ts';
