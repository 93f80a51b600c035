import type { Language } from '../../kernel/language.ts';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };

/** Texts of the intake workbook and of its issues, by language. */
export const intakeTexts: Record<Language, typeof fr> = { fr, nl, de, en };
