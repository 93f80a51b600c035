import { renderCards } from '../../../documents/cards.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage, type LocalizedText } from '../../../kernel/language.ts';
import { cardSheet } from '../disaster-card.ts';
import type { CallLine } from '../disaster-plan.ts';
import type { PlanVersion } from './disaster-facts-store.ts';

type Of = { organization: { name: LocalizedText }; calls: readonly CallLine[]; versions: readonly PlanVersion[] };

/** Draws the card of a centre. Slow: never inside a transaction. */
export const drawCard = ({ organization, calls, versions }: Of, language: DocumentLanguage, day: CivilDate): Promise<Uint8Array> => {
  const standing = versions.filter(({ state, decidedOn }) => state === 'approved' && decidedOn !== null);
  const version = standing.find((one) => one.language === language) ?? standing[0];
  return renderCards(cardSheet({ centre: inLanguage(organization.name, language), calls, ...(version ? { version: { number: version.number, decidedOn: version.decidedOn! } } : {}) }, language, day));
};
