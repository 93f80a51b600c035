// What other rooms, and the demonstration, may ask of this one.
export { dossierParts } from './dossier-parts.ts';
export { obligations } from './duties-store.ts';
export { happenings, liveFacts } from './facts-store.ts';
export { contractOrigins, supplierFinder } from './search-store.ts';
export { firmsOfPeople, suppliersOf, type Supplier } from './store.ts';
export { contractsKept, enterContracts, enterFirms, firmsKept } from './recorded-store.ts';
