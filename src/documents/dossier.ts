import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';

/** One document of a centre's dossier, as the room that owns it hands it over. Nothing of a confidential class is ever one. */
export type DossierPart = {
  /** Its title and the lines under it in the index (version, approval, review), in the language of the dossier. */
  title: string;
  lines: readonly string[];
  /** Nobody has approved it: its files say so. */
  draft: boolean;
  /** Facts that it cites and nobody has entered: their names, and their words in the language of the dossier. */
  missing: readonly { name: string; label: string }[];
  /** Where it is worked on: an address under `/c/<centre>/`. */
  path: string;
  /** Names are ASCII, in one folder at most; the bytes are made when they are asked for. */
  files: readonly { name: string; bytes: () => Promise<Uint8Array> }[];
};

export type DossierAsked = { organizationId: string; slug: string; language: DocumentLanguage; day: CivilDate };
