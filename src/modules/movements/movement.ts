import type { CivilDate } from '../../kernel/dates.ts';

/** Why somebody's rights change: they come, change function, are away for a time, or leave (POL 1.4; MES 2.8). */
export const movementKinds = ['arrival', 'change', 'suspension', 'departure'] as const;
export type MovementKind = (typeof movementKinds)[number];

export const movementStates = ['open', 'closed', 'cancelled'] as const;
export type MovementState = (typeof movementStates)[number];

/** The period that a case speaks of: from its day, or to its day where somebody leaves. */
export type MovementDay = { kind: MovementKind; day: CivilDate; until?: CivilDate | null };
