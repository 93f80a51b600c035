import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
const thousandth = z.int().min(0).max(1000);

/** The outline of a zone on a plan, in thousandths of width and height; one point alone marks a place. */
export const Shape = z
  .strictObject({
    zoneId: z.uuid().toLowerCase(),
    points: z
      .array(z.tuple([thousandth, thousandth]))
      .min(1)
      .max(40),
  })
  .meta({ id: 'FloorShape' });
export type Shape = z.infer<typeof Shape>;

export const FloorPlanInput = z
  .strictObject({ name: text(120), building: text(120).optional(), floor: text(60).optional(), shapes: z.array(Shape).max(200).default([]) })
  .refine((plan) => new Set(plan.shapes.map(({ zoneId }) => zoneId)).size === plan.shapes.length, { message: 'zoneTwice', path: ['shapes'] })
  .meta({ id: 'FloorPlanData', example: { name: 'Siège, rez-de-chaussée', building: 'Siège', floor: 'Rez-de-chaussée' } });
export type FloorPlanInput = z.infer<typeof FloorPlanInput>;

/** Where the name of a zone stands on the plan: the middle of its points. */
export const middleOf = (points: Shape['points']): [number, number] => [
  Math.round(points.reduce((sum, [x]) => sum + x, 0) / points.length),
  Math.round(points.reduce((sum, [, y]) => sum + y, 0) / points.length),
];

/** The points as SVG takes them: numbers alone, so that nothing else can stand in it. */
export const pointsOf = (points: Shape['points']): string => points.map(([x, y]) => `${x},${y}`).join(' ');
