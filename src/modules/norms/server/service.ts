// What other rooms may ask of this one.
export { listFrameworks, readFramework, readMapping } from './framework-store.ts';
export { storeLibrary } from './store-library.ts';
