/** One page for the wall: what to do in a danger, large enough to be read at two metres. */
export type Poster = {
  type: 'poster';
  paper: 'a4' | 'a5';
  /** `#rrggbb` of the head and the numbers, dark enough for white letters. */
  color: string;
  /** Drawings of our own making, as SVG. */
  icon: string;
  title: string;
  place: string;
  /** Numbers to call, largest of all. */
  call: string[];
  /** In their order; `fact` is what the centre says of it, set out below. */
  steps: { icon?: string; text: string; fact?: string }[];
  never: { title: string; icon: string; lines: string[] };
  /** Where things are, and whom to tell. */
  facts: { term: string; value: string }[];
  alert: { title: string; people: { label: string; phone?: string }[] };
  /** Centre and day, small. */
  foot: string;
};

/** Its texts in reading order. */
export const posterTexts = ({ title, place, call, steps, never, facts, alert, foot }: Poster): string[] => [
  title,
  place,
  ...call,
  ...steps.flatMap(({ text, fact }) => (fact ? [text, fact] : [text])),
  never.title,
  ...never.lines,
  ...facts.flatMap(({ term, value }) => [term, value]),
  ...(alert.people.length > 0 ? [alert.title] : []),
  ...alert.people.flatMap(({ label, phone }) => (phone ? [label, phone] : [label])),
  foot,
];
