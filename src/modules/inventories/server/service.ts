// What other rooms, and the demonstration, may ask of this one.
export { bringBack, changeDevice, moveDevice } from './change.ts';
export { happenings, liveFacts } from './facts-store.ts';
export { obligations } from './duties-store.ts';
export { enterDevices } from './recorded-store.ts';
export { deviceFinder } from './search-store.ts';
export { devicesOf, type Device } from './store.ts';
