import type { SheetDefinition } from '../intake/sheet.ts';
import { type Variant, variants } from './declaration.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };

type Key = 'person' | 'variant' | 'signedOn' | 'place';

/** The texts that a person signs; what an organisation signed as a partner is entered on its page. */
const ofPeople: readonly Exclude<Variant, 'partner'>[] = variants.filter((variant) => variant !== 'partner');

/** Undertakings that were signed on paper before Beffroi: whose, when, and where the paper lies. */
export const declarationsSheet: SheetDefinition<Key> = {
  key: 'declarations',
  form: 'table',
  columns: [
    { key: 'person', kind: 'person', required: true, width: 26 },
    { key: 'variant', kind: 'choice', choices: ofPeople, required: true, example: 'staff', width: 30 },
    { key: 'signedOn', kind: 'date', required: true, example: '2019-03-04', width: 14 },
    { key: 'place', kind: 'text', width: 40 },
  ],
  texts: { fr: fr.declarations, nl: nl.declarations, de: de.declarations, en: en.declarations },
};
