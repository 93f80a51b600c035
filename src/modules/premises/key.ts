import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

export const keyKinds = ['key', 'badge', 'code'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** Whether words seem to tell a code: four figures or more in a row, which are neither a year nor a date. */
export const tellsCode = (words: string | undefined): boolean =>
  [...(words ?? '').replace(/\b\d{1,4}([/.-])\d{1,2}\1\d{1,4}\b/g, '').matchAll(/\d{4,}/g)].some(([figures]) => !/^(19|20)\d\d$/.test(figures));

/** What opens zones: a key, a kind of badge, a code. A code is named, and never kept. */
export const KeyInput = z
  .strictObject({
    kind: z.enum(keyKinds),
    name: text(120),
    zoneIds: z.array(id).max(100).default([]),
    changedOn: CivilDate.optional(),
    note: text(1000).optional(),
    retiredOn: CivilDate.optional(),
  })
  .refine((key) => new Set(key.zoneIds).size === key.zoneIds.length, { message: 'zoneTwice', path: ['zoneIds'] })
  .refine((key) => key.kind !== 'code' || !tellsCode(key.name), { message: 'codeTold', path: ['name'] })
  .refine((key) => key.kind !== 'code' || !tellsCode(key.note), { message: 'codeTold', path: ['note'] })
  .meta({ id: 'PremisesKeyData', example: { kind: 'key', name: 'Salle des serveurs', zoneIds: [] } });
export type KeyInput = z.infer<typeof KeyInput>;

/** Where a copy is: kept somewhere, held by somebody, lost, or gone for good. */
export const copyStates = ['kept', 'held', 'lost', 'gone'] as const;
export type CopyState = (typeof copyStates)[number];

/** How one has done with a lost copy. */
export const settlings = ['changed', 'blocked', 'accepted'] as const;
export type Settling = (typeof settlings)[number];

/** New copies of a key, or badges: what is engraved on each, and where they lie. */
export const CopiesInput = z
  .strictObject({ marks: z.array(text(60)).min(1, 'required').max(100), keptWhere: text(200) })
  .refine((copies) => new Set(copies.marks.map((mark) => mark.toLowerCase())).size === copies.marks.length, { message: 'markTwice', path: ['marks'] })
  .meta({ id: 'KeyCopiesData', example: { marks: ['S1', 'S2'], keptWhere: 'Armoire à clés du secrétariat' } });

/** To whom a copy goes, or who learns a code, and since when. */
export const GivingInput = z
  .strictObject({ personId: id, on: CivilDate, note: text(500).optional() })
  .meta({ id: 'KeyGivingData', example: { personId: '01990000-0000-7000-8000-000000000001', on: '2026-11-23' } });

/** What else happens to a copy: it comes back, is lost, is found again, is destroyed; or one has done with a lost one. */
export const ActInput = z
  .discriminatedUnion('what', [
    z.strictObject({ what: z.literal('returned'), on: CivilDate, keptWhere: text(200), note: text(500).optional() }),
    z.strictObject({ what: z.literal('found'), on: CivilDate, keptWhere: text(200), note: text(500).optional() }),
    z.strictObject({ what: z.literal('lost'), on: CivilDate, note: text(500).optional() }),
    z.strictObject({ what: z.literal('gone'), on: CivilDate, note: text(500).optional() }),
    z
      .strictObject({ what: z.literal('settled'), on: CivilDate, how: z.enum(settlings), note: text(500).optional() })
      .refine((act) => act.how !== 'accepted' || act.note, { message: 'reasonMissing', path: ['note'] }),
  ])
  .meta({ id: 'KeyActData', example: { what: 'returned', on: '2026-11-23', keptWhere: 'Armoire à clés' } });
export type ActInput = z.infer<typeof ActInput>;

/** That a lock or a code was changed: what was lost, and whoever knew it without right, opens nothing any more. */
export const ChangeInput = z.strictObject({ on: CivilDate, note: text(500).optional() }).meta({ id: 'KeyChangeData', example: { on: '2026-11-23' } });

/** In which states an act makes sense; `settled` is of what is lost. */
const from: Record<ActInput['what'], readonly CopyState[]> = { returned: ['held'], found: ['lost'], lost: ['kept', 'held'], gone: ['kept', 'held', 'lost'], settled: ['lost'] };
const to: Record<ActInput['what'], CopyState> = { returned: 'kept', found: 'kept', lost: 'lost', gone: 'gone', settled: 'lost' };

/** The state of a copy after an act, or undefined where the act makes no sense in the state that it is in. A code that somebody knows is neither returned nor lost. */
export const stateAfter = (kind: KeyKind, state: CopyState, what: ActInput['what']): CopyState | undefined =>
  from[what].includes(state) && (kind !== 'code' || what === 'gone') ? to[what] : undefined;

/** What a copy asks for: `recover` what somebody holds whose right has ended; `change` what is lost, or known by one who may not any more. */
export type Want = 'recover' | 'change';
export const wantOf = (kind: KeyKind, copy: { state: CopyState; rightEndedOn: CivilDate | null; settledOn: CivilDate | null }, today: CivilDate): Want | undefined => {
  if (copy.state === 'lost') return copy.settledOn ? undefined : 'change';
  if (copy.state !== 'held' || copy.rightEndedOn === null || copy.rightEndedOn >= today) return undefined;
  return kind === 'code' ? 'change' : 'recover';
};
