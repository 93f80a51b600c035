// What other rooms, and the demonstration, may ask of this one.
export { bringBack, changeDevice, moveDevice } from './change.ts';
export { devicesOf, type Device } from './store.ts';
