import type { CivilDate } from '../../kernel/dates.ts';
import type { RightLevel } from './grant.ts';

/** One right of a frozen list, in the words of the day. */
export type ListedRight = { personId: string; resourceId: string; level: RightLevel; account?: string; start: CivilDate; until?: CivilDate; reason?: string; withdrawal?: true };

/** What a frozen list of rights says: who, what, and which right, as they were on its day. */
export type ListContent = {
  on: CivilDate;
  people: { id: string; name: string; service?: string; firm?: string; leftOn?: CivilDate }[];
  resources: { id: string; name: string; kind: string; socialData: boolean }[];
  rights: ListedRight[];
};
