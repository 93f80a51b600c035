/**
 * A year of backups: planned runs that were good (warnings among them) and those that failed or of which nothing was heard; restore tests, those that missed
 * what was decided, and exercises; outages that began in it, those that took longer than was decided. `decided`: whether an objective counted on its last day.
 */
export type ContinuityYear = { good: number; bad: number; restores: number; missed: number; exercises: number; outages: number; tooLong: number; decided: boolean };
