// What other rooms, and the demonstration, may ask of this one.
export { firmsOfPeople, suppliersOf, type Supplier } from './store.ts';
