/** In which of these one works: the four situations of the reminder of the federal service on telework (docs/sources.md, TEL). */
export const situations = ['onSite', 'employerDevice', 'virtualDesktop', 'privateDevice'] as const;
export type Situation = (typeof situations)[number];

/** Whence a line comes, or what is advised today; said in words under `sources.<id>`. */
export type Source = 'tel' | 'pol' | 'mes' | 'nist' | 'cyfun' | 'practice';

export type Line = {
  id: string;
  /** Where it is asked. */
  situations: readonly Situation[];
  /** Only of those who consult flows of the Crossroads Bank. */
  bcss?: true;
  /** Who says it first: the person, or whoever checks. */
  by: 'person' | 'it';
  /** Where it is not so, telework cannot be: always, or for whoever consults the Crossroads Bank. */
  stops?: 'always' | 'bcss';
  source: Source;
  /** The place in the source. */
  at: string;
  /** What is advised today beside the source where that has aged; `unsure` where we have not seen its text. Its words: `lines.<id>.today`. */
  today?: { source: Source; certainty: 'sure' | 'unsure' };
};

const away: readonly Situation[] = ['employerDevice', 'virtualDesktop', 'privateDevice'];
const onPrivate: readonly Situation[] = ['virtualDesktop', 'privateDevice'];
const onDisk: readonly Situation[] = ['employerDevice', 'privateDevice'];

/**
 * What telework demands, line by line, as data: the reminder of the federal service (TEL: the text, annex 1 for a computer of the centre, annex 2
 * for the weaknesses of a private one, each with an answer), the model of policy (POL 1.5) and that of the sector (MES). Nothing here is law.
 */
export const lines = [
  { id: 'apart', situations: away, by: 'person', source: 'tel', at: '3 d' },
  { id: 'locked', situations: away, by: 'person', source: 'tel', at: 'p. 2' },
  { id: 'closed', situations: away, by: 'person', source: 'tel', at: '3 c' },
  { id: 'nobodyElse', situations: away, by: 'person', stops: 'always', source: 'tel', at: '3 d' },
  { id: 'calls', situations: away, by: 'person', source: 'tel', at: 'p. 2' },
  { id: 'noPrinting', situations: away, by: 'person', stops: 'always', source: 'tel', at: 'p. 2' },
  { id: 'noCopies', situations: away, by: 'person', source: 'mes', at: '2.3' },
  { id: 'noBrowsing', situations: away, by: 'person', source: 'tel', at: '3 b' },
  { id: 'wifi', situations: away, by: 'person', source: 'pol', at: '1.3 h', today: { source: 'practice', certainty: 'unsure' } },
  { id: 'secretsApart', situations: ['employerDevice'], by: 'person', source: 'pol', at: '1.5' },
  { id: 'lossTold', situations: away, by: 'person', source: 'mes', at: '2.4' },
  { id: 'ownAccount', situations: onPrivate, by: 'person', stops: 'bcss', source: 'tel', at: 'annexe 2, 1' },
  { id: 'supported', situations: onPrivate, by: 'person', stops: 'always', source: 'tel', at: 'annexe 2, 2', today: { source: 'practice', certainty: 'sure' } },
  { id: 'password', situations: onPrivate, by: 'person', stops: 'always', source: 'tel', at: '3 a', today: { source: 'nist', certainty: 'sure' } },
  { id: 'privateEncrypted', situations: ['privateDevice'], by: 'person', stops: 'bcss', source: 'tel', at: 'annexe 1 b' },
  { id: 'cardReader', situations: away, bcss: true, by: 'person', stops: 'bcss', source: 'tel', at: 'p. 2' },
  { id: 'secondFactor', situations: away, by: 'it', stops: 'always', source: 'tel', at: '3 a', today: { source: 'cyfun', certainty: 'sure' } },
  { id: 'noAdministrator', situations: onDisk, by: 'it', source: 'tel', at: 'annexe 1 a' },
  { id: 'encrypted', situations: ['employerDevice'], by: 'it', stops: 'always', source: 'tel', at: 'annexe 1 b' },
  { id: 'vpn', situations: onDisk, by: 'it', stops: 'always', source: 'tel', at: 'annexe 1 c' },
  { id: 'posture', situations: onDisk, by: 'it', source: 'tel', at: 'annexe 1 d' },
  { id: 'browserBlocked', situations: onDisk, by: 'it', source: 'tel', at: 'annexe 1 e' },
  { id: 'remoteDesktop', situations: onDisk, by: 'it', source: 'tel', at: 'annexe 1 f' },
  { id: 'carriesVpn', situations: ['privateDevice'], by: 'it', source: 'tel', at: 'annexe 2, 3' },
  { id: 'separateSecrets', situations: ['privateDevice'], by: 'it', source: 'tel', at: 'annexe 2, 4', today: { source: 'cyfun', certainty: 'sure' } },
  { id: 'antivirus', situations: onPrivate, by: 'it', stops: 'always', source: 'tel', at: 'annexe 2, 5' },
  { id: 'supportClosed', situations: away, by: 'it', source: 'tel', at: 'p. 1' },
  { id: 'bcssVpn', situations: away, bcss: true, by: 'it', stops: 'bcss', source: 'tel', at: 'p. 2', today: { source: 'practice', certainty: 'unsure' } },
] as const satisfies readonly Line[];

export type LineId = (typeof lines)[number]['id'];
export const lineIds = lines.map(({ id }) => id) as [LineId, ...LineId[]];

/** What a device of the centre shows when it is looked at: the lines of annex 1 that are of the device. */
export const postureLines = ['noAdministrator', 'vpn', 'posture', 'browserBlocked', 'remoteDesktop', 'antivirus'] as const satisfies readonly LineId[];

export const answers = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof answers)[number];
export type Answers = Partial<Record<LineId, Answer>>;

export const results = ['ok', 'not', 'condition'] as const;
export type Check = { result: (typeof results)[number]; note?: string | undefined };
export type Checks = Partial<Record<LineId, Check>>;

type Case = { situation: Situation; bcss: boolean };

/** What a situation demands, in the order of the list; nothing of whoever works on site only. */
export const linesOf = ({ situation, bcss }: Case): Line[] => (lines as readonly Line[]).filter((line) => line.situations.includes(situation) && (bcss || !line.bcss));

/** What the person is asked. */
export const questionsOf = (one: Case): Line[] => linesOf(one).filter(({ by }) => by === 'person');

const stopsHere = (line: Line, bcss: boolean): boolean => line.stops === 'always' || (line.stops === 'bcss' && bcss);

/** The answers that make this telework impossible as it is: told at once, with the way out (`lines.<id>.wayOut`). What nobody knows does not: whoever checks will see. */
export const stoppedBy = (one: Case, said: Answers): Line[] => linesOf(one).filter((line) => stopsHere(line, one.bcss) && said[line.id as LineId] === 'no');

/** What was checked and forbids an authorisation. */
export const forbiddenBy = (one: Case, checks: Checks): Line[] => linesOf(one).filter((line) => stopsHere(line, one.bcss) && checks[line.id as LineId]?.result === 'not');

/** Lines that whoever checks has still to judge: their own, and what the person denied or did not know. */
export const toJudge = (one: Case, said: Answers, checks: Checks): Line[] => linesOf(one).filter((line) => (line.by === 'it' || said[line.id as LineId] !== 'yes') && !checks[line.id as LineId]);
