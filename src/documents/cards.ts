import type { DocumentLanguage } from '../kernel/language.ts';
import type { CivilDate } from '../kernel/dates.ts';
import { drawPdf } from './pdf.ts';
import { cleanText } from './text.ts';

/** One side of a card that is folded: a title, a few words, steps, and lines of a name, what it is about, and a number. */
export type CardPanel = { title: string; cover?: boolean; notes?: string[]; steps?: string[]; lines: { name: string; about: string; number: string }[] };
export type CardSheet = {
  language: DocumentLanguage;
  title: string;
  author: string;
  /** How to cut and fold, above the cards. */
  advice: string;
  date: CivilDate;
  panels: readonly CardPanel[];
};

/** Panels in a strip, and strips on a sheet of A4. */
const inStrip = 3;
const onSheet = 3;

const clean = ({ title, cover = false, notes = [], steps = [], lines }: CardPanel) => ({
  title: cleanText(title),
  cover,
  notes: notes.map(cleanText),
  steps: steps.map(cleanText),
  lines: lines.map(({ name, about, number }) => ({ name: cleanText(name), about: cleanText(about), number: cleanText(number).replaceAll(' ', '\u00a0') })),
});

/** A sheet of cards to cut and fold (PDF/A, landscape A4, panels of 85.6 × 54 mm): a card of three panels stands on it three times, a longer one as often as it fits. */
export const renderCards = ({ language, title, author, advice, date, panels }: CardSheet, milliseconds = 30_000): Promise<Uint8Array> => {
  const [year, month, day] = date.split('-').map(Number);
  const sides = panels.map(clean);
  const card = Array.from({ length: Math.ceil(sides.length / inStrip) }, (_, index) => sides.slice(index * inStrip, (index + 1) * inStrip));
  const copies = Math.max(1, Math.floor(onSheet / card.length));
  const strips = Array.from({ length: copies }, () => card).flat();
  return drawPdf(
    { template: 'cards', language, title: cleanText(title), advice: cleanText(advice), metadata: { title: cleanText(title), author: cleanText(author), year, month, day }, strips },
    milliseconds,
  );
};
