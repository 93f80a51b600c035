/** The texts of the help in the reader's language, or in the one of its two that they choose. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { helpLanguageOf, helpLanguages, type HelpLanguage } from './help.ts';

const load: Record<HelpLanguage, () => Promise<typeof import('./help-texts.fr.ts')>> = { fr: () => import('./help-texts.fr.ts'), nl: () => import('./help-texts.nl.ts') };

const helpQuery = (language: HelpLanguage) => queryOptions({ queryKey: ['help', language], queryFn: async () => (await load[language]()).texts, staleTime: Infinity });

export const useHelp = () => {
  const { i18n } = useTranslation('shell');
  const [chosen, choose] = useState<HelpLanguage>();
  const spoken = helpLanguages.includes(i18n.language as HelpLanguage);
  const language = spoken ? (i18n.language as HelpLanguage) : (chosen ?? helpLanguageOf(navigator.languages));
  return {
    texts: useQuery(helpQuery(language)).data,
    language,
    /** Changes between the two, where neither is the reader's. */
    choose: spoken ? undefined : choose,
  };
};
