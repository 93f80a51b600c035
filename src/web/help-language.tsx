import { useTranslation } from 'react-i18next';
import { helpLanguages, type HelpLanguage } from './help.ts';

/** For readers of neither: says in which languages the help is written, and changes between them. */
export const HelpLanguageChoice = ({ language, choose }: { language: HelpLanguage; choose: (language: HelpLanguage) => void }) => {
  const { t } = useTranslation('shell');
  return (
    <p className="quiet small">
      {t('help.languages')}{' '}
      {helpLanguages
        .filter((one) => one !== language)
        .map((one) => (
          <button type="button" className="button plain" key={one} lang={one} onClick={() => choose(one)}>
            {t(`ownLanguages.${one}`)}
          </button>
        ))}
    </p>
  );
};
