// What the command line asks of this room.
export { recordDossier } from './store.ts';
export { writeDossier } from './write.ts';
