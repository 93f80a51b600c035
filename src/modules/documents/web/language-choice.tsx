import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentLanguages, type DocumentLanguage } from '../../../kernel/language.ts';

/** The language of the documents, in the address. */
export const LanguageChoice = ({ current }: { current: DocumentLanguage }) => {
  const { t } = useTranslation(['documents', 'shell']);
  return (
    <nav className="language-choice no-print" aria-label={t('language')}>
      {documentLanguages.map((language) => (
        <Link key={language} to="." search={{ language } as never} lang={language} activeProps={{}} aria-current={language === current ? 'true' : undefined} resetScroll={false}>
          {t(`shell:ownLanguages.${language}`)}
        </Link>
      ))}
    </nav>
  );
};
