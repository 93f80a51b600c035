// Due dates, under the scope of whoever may know of them; the demonstration. No other room asks anything else of this one.
export { obligations } from './duties-store.ts';
export { decideNotice, sendNotice } from './noticing.ts';
export { insertInfringement, insertMeasure, listInfringements } from './store.ts';
