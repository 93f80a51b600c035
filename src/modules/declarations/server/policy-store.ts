import { sql } from 'kysely';
import type { Block } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Variant } from '../declaration.ts';
import { longDay } from '../model.ts';
import { words as roomWords } from '../words.ts';
import './tables.ts';

const words = {
  fr: { who: 'Qui signe', text: 'Texte', since: 'Signé depuis le' },
  nl: { who: 'Wie tekent', text: 'Tekst', since: 'Ondertekend sinds' },
  de: { who: 'Wer unterzeichnet', text: 'Text', since: 'Unterzeichnet seit dem' },
};

/**
 * What the policy says of the undertakings of confidentiality: the text that each group of people signs, and since when. Who has signed stands in
 * the register alone, since it changes with each arrival. Undefined where no text was signed or printed yet.
 */
export const policySlot = async (tx: Tx, organizationId: string, language: DocumentLanguage, day: CivilDate): Promise<Block[] | undefined> => {
  const own = words[language];
  const { rows } = await sql<{ variant: Variant; number: number; inForceOn: CivilDate }>`
    SELECT DISTINCT ON (variant) variant, number, in_force_on FROM declaration_text
    WHERE organization_id = ${organizationId} AND in_force_on <= ${day} ORDER BY variant, number DESC`.execute(tx);
  if (rows.length === 0) return undefined;
  const { variants, text } = roomWords[language];
  return [
    {
      type: 'table',
      columns: [
        { title: own.who, width: 3 },
        { title: own.text, width: 3 },
        { title: own.since, width: 3 },
      ],
      rows: rows.map(({ variant, number, inForceOn }) => [[{ text: variants[variant] }], [{ text: text(number) }], [{ text: longDay(inForceOn, language) }]]),
      empty: '',
    },
  ];
};
