import { z } from 'zod';

/** Strokes of a drawn signature on a field of 1000 by 400: whole points, as the pen passed them. */
export const strokeLimits = { width: 1000, height: 400, strokes: 200, points: 4000, ink: 60 };
const Point = z.tuple([z.int().min(0).max(strokeLimits.width), z.int().min(0).max(strokeLimits.height)]);
const Strokes = z
  .array(z.array(Point).min(1).max(strokeLimits.points))
  .min(1, 'signatureMissing')
  .max(strokeLimits.strokes)
  .refine((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= strokeLimits.points, 'signatureTooLong')
  .refine((strokes) => inkOf(strokes) >= strokeLimits.ink, 'signatureMissing');
export type Strokes = z.infer<typeof Strokes>;

const inkOf = (strokes: readonly (readonly (readonly number[])[])[]): number =>
  strokes.reduce((sum, stroke) => sum + stroke.slice(1).reduce((length, [x = 0, y = 0], index) => length + Math.hypot(x - (stroke[index]?.[0] ?? 0), y - (stroke[index]?.[1] ?? 0)), 0), 0);

/** A signature given on a screen: drawn, or, by whoever cannot draw, their name in full. */
export const SignatureInput = z
  .union([z.strictObject({ strokes: Strokes }), z.strictObject({ typed: z.string().trim().min(3, 'signatureMissing').max(160) })])
  .meta({ id: 'DeclarationSignatureData' });
export type SignatureInput = z.infer<typeof SignatureInput>;

/** The lines of a drawn signature as an SVG path: numbers alone, so that nothing else can stand in it. */
export const pathOf = (strokes: Strokes): string =>
  strokes.map((stroke) => stroke.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (stroke.length === 1 ? `L${stroke[0]![0] + 1} ${stroke[0]![1]}` : '')).join('');
