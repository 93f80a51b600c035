/** The sheets of labels that shops sell, in millimeters: 3 × 8 without and with a gap between, 5 × 13 small ones, and two rolls. A sheet of another make with the same measures is the same. */
export const labelFormats = {
  sheet24: { page: { width: 210, height: 297 }, columns: 3, rows: 8, label: { width: 70, height: 37 }, first: { left: 0, top: 0.5 }, across: 70, down: 37 },
  sheet24gap: { page: { width: 210, height: 297 }, columns: 3, rows: 8, label: { width: 63.5, height: 33.9 }, first: { left: 7.25, top: 12.9 }, across: 66, down: 33.9 },
  sheet65: { page: { width: 210, height: 297 }, columns: 5, rows: 13, label: { width: 38.1, height: 21.2 }, first: { left: 4.75, top: 10.7 }, across: 40.6, down: 21.2 },
  roll62: { page: { width: 62, height: 29 }, columns: 1, rows: 1, label: { width: 62, height: 29 }, first: { left: 0, top: 0 }, across: 62, down: 29 },
  roll89: { page: { width: 89, height: 36 }, columns: 1, rows: 1, label: { width: 89, height: 36 }, first: { left: 0, top: 0 }, across: 89, down: 36 },
} as const;
export type LabelFormatName = keyof typeof labelFormats;
export const labelFormatNames = Object.keys(labelFormats) as [LabelFormatName, ...LabelFormatName[]];

/** Places on one sheet. */
export const placesOn = (name: LabelFormatName): number => labelFormats[name].columns * labelFormats[name].rows;

/** So many labels in one file; the others are what has no label yet, next time. */
export const mostLabels = 1000;
