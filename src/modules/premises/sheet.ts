import { z } from 'zod';
import { DocumentLanguage } from '../../kernel/language.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** What the sheets on the wall are about. */
export const dangers = ['fire', 'water', 'intrusion', 'evacuation'] as const;
export type Danger = (typeof dangers)[number];

/** What a centre says of its buildings on the sheets, in the order in which it stands there. */
export const sheetFacts = ['address', 'assemblyPoint', 'extinguishers', 'electricityCut', 'waterCut', 'gasCut', 'keysAt', 'contacts', 'adviser', 'own'] as const;
export type SheetFact = (typeof sheetFacts)[number];

/** Which of them each sheet needs: another that changes leaves it as it is. */
export const factsOf: Record<Danger, readonly SheetFact[]> = {
  fire: ['address', 'assemblyPoint', 'extinguishers', 'electricityCut', 'gasCut', 'keysAt', 'contacts', 'adviser', 'own'],
  water: ['waterCut', 'electricityCut', 'keysAt', 'contacts', 'adviser', 'own'],
  intrusion: ['address', 'contacts', 'adviser', 'own'],
  evacuation: ['assemblyPoint', 'contacts', 'own'],
};

/** Without these a sheet says too little: the page asks for them. */
const neededBy: Record<Danger, readonly SheetFact[]> = {
  fire: ['address', 'assemblyPoint', 'extinguishers', 'contacts'],
  water: ['waterCut', 'electricityCut', 'contacts'],
  intrusion: ['address', 'contacts'],
  evacuation: ['assemblyPoint'],
};

/** The facts as the registers hold them; what nobody entered is absent. */
export type SheetFacts = Partial<Record<Exclude<SheetFact, 'contacts' | 'adviser' | 'own' | 'extinguishers'>, string>> & {
  /** Where an extinguisher hangs, as lines. */
  extinguishers?: string[];
  contacts?: { label: string; phone: string }[];
  adviser?: { name: string; phone?: string };
  own?: OwnLine[];
};

/** What a sheet still asks the centre for. */
export const lacking = (danger: Danger, facts: SheetFacts): SheetFact[] => neededBy[danger].filter((fact) => facts[fact as keyof SheetFacts] === undefined);

/** Which facts are no longer as they stood on a sheet. */
export const changed = (danger: Danger, posted: SheetFacts, now: SheetFacts): SheetFact[] =>
  factsOf[danger].filter((fact) => JSON.stringify(posted[fact as keyof SheetFacts] ?? null) !== JSON.stringify(now[fact as keyof SheetFacts] ?? null));

/** A line that a centre adds to a sheet, in one language; one of a building stands on its sheets alone. */
export const OwnLine = z
  .strictObject({ kind: z.enum(['do', 'never']), language: DocumentLanguage, text: text(160), building: text(120).optional() })
  .meta({ id: 'SheetLine', example: { kind: 'do', language: 'fr', text: 'Prenez le registre des résidents.' } });
export type OwnLine = z.infer<typeof OwnLine>;

/** More would not be read from two metres. */
const mostOwnLines = 4;

/** Whether one sheet would take too many lines: those of every building and those of its own, in one language. */
const crowded = (lines: readonly OwnLine[]): boolean =>
  lines.some((line) => lines.filter(({ language, building }) => language === line.language && (!building || building === line.building)).length > mostOwnLines);

export const WordingInput = z
  .strictObject({ danger: z.enum(dangers), lines: z.array(OwnLine).max(200) })
  .refine(({ lines }) => !crowded(lines), { message: 'linesTooMany', path: ['lines'] })
  .meta({ id: 'SheetWordingData', example: { danger: 'fire', lines: [{ kind: 'do', language: 'fr', text: 'Prenez le registre des résidents.' }] } });

/** What differs in one building from what holds for the whole centre. */
export const BuildingInput = z
  .strictObject({
    building: text(120),
    address: text(200).optional(),
    assemblyPoint: text(300).optional(),
    electricityCut: text(300).optional(),
    waterCut: text(300).optional(),
    gasCut: text(300).optional(),
    keysAt: text(300).optional(),
  })
  .meta({ id: 'PremisesBuildingData', example: { building: 'Annexe', assemblyPoint: 'Cour de l’école' } });

/** A building takes another name; where it is that of another building, the two become one. */
export const RenameInput = z.strictObject({ from: text(120), to: text(120) }).meta({ id: 'PremisesBuildingName', example: { from: 'Annexe', to: 'Annexe nord' } });

/** Which sheets: of the whole house, of a building or of a zone. */
const place = { building: text(120).optional(), zoneId: id.optional() };
export const PostingInput = z
  .strictObject({ dangers: z.array(z.enum(dangers)).min(1, 'required').max(dangers.length), ...place })
  .refine((posting) => !posting.building || !posting.zoneId, { message: 'buildingOrZone', path: ['zoneId'] })
  .meta({ id: 'SheetPostingData', example: { dangers: ['fire', 'evacuation'], building: 'Siège' } });

export const sheetPapers = ['a4', 'a5'] as const;
export const SheetFileQuery = z.strictObject({
  danger: z.enum([...dangers, 'all']).default('all'),
  ...place,
  language: DocumentLanguage.optional(),
  paper: z.enum(sheetPapers).default('a4'),
  format: z.enum(['pdf', 'docx']).default('pdf'),
});

export const sheetIcons = ['alarm', 'phone', 'extinguisher', 'door', 'tap', 'people', 'power', 'lift', 'paper', 'person', 'away', 'lock', 'exit', 'assembly'] as const;
export type SheetIcon = (typeof sheetIcons)[number];

const said = z.strictObject({ fr: text(160), nl: text(160), de: text(160) });
const words = z.strictObject({
  never: text(40),
  alert: text(40),
  adviser: text(40),
  electricityCut: text(30),
  waterCut: text(30),
  gasCut: text(30),
  keysAt: text(30),
  extinguishers: text(30),
  assemblyPoint: text(30),
  address: text(30),
  printed: text(30),
  all: text(40),
});
export type SheetWords = z.infer<typeof words>;
const sheet = z.strictObject({
  call: z.array(z.string().regex(/^\d{3,4}$/)).min(1),
  title: said,
  do: z.array(z.strictObject({ icon: z.enum(sheetIcons), fact: z.enum(sheetFacts).optional(), only: z.boolean().optional(), ...said.shape })).min(1),
  never: z.array(said).min(1),
});
/** What `library/premises/sheets.yaml` may say. */
export const SheetLibrary = z.strictObject({
  ...Object.fromEntries(dangers.map((danger) => [danger, sheet])),
  words: z.strictObject({ fr: words, nl: words, de: words }),
} as { [D in Danger]: typeof sheet } & { words: z.ZodObject<Record<DocumentLanguage, typeof words>> });
export type SheetLibrary = z.infer<typeof SheetLibrary>;
