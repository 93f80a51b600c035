import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way back to the document from which a page was opened to enter a fact that it lacks. */
export const BackToDocument = ({ back }: { back: { to: string; search?: Record<string, string> } }) => {
  const { t } = useTranslation('organizations');
  return (
    <Link to={back.to} search={back.search as never} className="button">
      ← {t('backToDocument')}
    </Link>
  );
};
