import type { CivilDate } from '../../kernel/dates.ts';
import { type RightLevel, rightLevels } from './grant.ts';

/** What a cell shows: what should not be (`gone`: its holder left; `withdrawal`: decided, not done), that it ends by itself, or the level. */
export type Mark = 'wrong' | 'temporary' | RightLevel;

export type Cell = { level: RightLevel; until?: CivilDate | undefined; withdrawal?: boolean | undefined };

/** The one sign of a cell that holds one right or several: what should not be comes first, then the highest level; temporary only where all of them are. */
export const markOf = (cells: readonly Cell[], leftOn: CivilDate | undefined): Mark | undefined => {
  if (cells.length === 0) return undefined;
  if (leftOn !== undefined || cells.some(({ withdrawal }) => withdrawal)) return 'wrong';
  if (cells.every(({ until }) => until !== undefined)) return 'temporary';
  return highest(cells);
};

/** The highest level among rights. */
export const highest = (cells: readonly { level: RightLevel }[]): RightLevel => rightLevels[Math.max(...cells.map(({ level }) => rightLevels.indexOf(level)))]!;
