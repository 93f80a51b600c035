import { useTranslation } from 'react-i18next';
import { missing } from '../completeness.ts';
import type { Organization } from './queries.ts';

/** « À compléter : 3 questions du profil et 2 faits… », or nothing when all is known. */
export const useOpenWords = () => {
  const { t } = useTranslation('organizations');
  return (centre: Organization): string | undefined => {
    const open = missing(centre.profile, centre.facts);
    const parts = [open.questions.length > 0 ? t('lead.questions', { count: open.questions.length }) : '', open.facts.length > 0 ? t('lead.facts', { count: open.facts.length }) : ''].filter(Boolean);
    return parts.length === 0 ? undefined : t('lead.open', { what: parts.join(t('lead.and')) });
  };
};
