import type { Format } from './read.ts';
import type { Encoding, Separator } from './decode.ts';

/** How a list was read, for whoever wants to know why. */
export type ListFormat = Partial<Format> & { encoding?: Encoding; separator?: Separator; sheet?: string; words?: string[] };

/** What a comparison came to. `same`: people known by what was said or borne, `asked`: uncertain ones; findings that are new, gone, and open in all. */
export type Counts = { accounts: number; matched: number; asked: number; technical: number; faults: number; found: number; gone: number; open: number };

/** Why a file could not be read as a list at all. */
export const fileFaults = ['empty', 'notAList', 'oldWorkbook', 'protected', 'tooLarge', 'tooManyRows', 'damaged', 'tooSlow', 'quote'] as const;
export type FileFault = (typeof fileFaults)[number];
