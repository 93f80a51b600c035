// What other rooms, and the demonstration, may ask of this one.
export { bringBack, changeDevice, moveDevice } from './change.ts';
export { happenings, liveFacts } from './facts-store.ts';
export { loseDevice } from './loss.ts';
export { obligations } from './duties-store.ts';
export { enterDevices } from './recorded-store.ts';
export { derogationFacts, derogationFinder, derogationHappenings, derogationObligations } from './derogation-facts-store.ts';
export { derogationsKept, enterDerogations } from './derogation-store.ts';
export { softwareFacts, softwareObligations } from './software-facts-store.ts';
export { softwareFinder } from './software-search-store.ts';
export { enterSoftware, enterUses, softwareKept } from './software-store.ts';
export { deviceFinder } from './search-store.ts';
export { devicesOf, type Device } from './store.ts';
export { dossierParts } from './dossier-parts.ts';
export { inventoryOrigins, yearFigures } from './year-store.ts';
