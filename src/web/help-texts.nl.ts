/** The help in one language, whole, fetched when it is first opened. */
import { readHelp } from './help.ts';

export const texts = readHelp(import.meta.glob<string>('../modules/*/help/*.nl.md', { query: '?raw', import: 'default', eager: true }));
