/** A year of the premises in numbers, for the yearly report. */
export type PremisesYear = {
  /** Passages into guarded zones, and those of outsiders among them. */
  passages: number;
  outsiders: number;
  visitors: number;
  rounds: number;
  /** What the rounds found not to be well. */
  findings: number;
  /** What was not well when it was last looked at. */
  findingsOpen: number;
  /** Checks of protections that were done, and those of them done by their date. */
  checks: number;
  checksInTime: number;
  /** Keys and badges that were lost. */
  lost: number;
};
