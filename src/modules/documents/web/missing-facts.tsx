import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCentre } from '../../../web/session.ts';
import { whereToEnter } from '../../organizations/web/where.ts';
import type { DocumentOfCentre } from './document-queries.ts';
import { showGap } from './document-paper.tsx';

/** What nobody has entered yet: each fact leads to where it is entered, and to its gap where the text shows one. */
export const MissingFacts = ({ document, gaps }: { document: DocumentOfCentre; gaps: string[] }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const { kind, language, missing } = document;
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="missing-facts">
      <h2 id="missing-facts">{t('state.missing', { count: missing.length })}</h2>
      <p className="quiet small">{t('missing.why')}</p>
      <ul className="plain-list">
        {missing.map(({ variable, label, where, mandateId }) => {
          const word = t(label as never) as string;
          const { to, search, hash } = whereToEnter(centre.slug, where, mandateId, { document: kind, language });
          return (
            <li key={variable}>
              <Link to={to} {...(search ? { search: search as never } : {})} {...(hash ? { hash } : {})}>
                {word}
              </Link>
              {gaps.includes(variable) ? (
                <button type="button" className="button plain no-print" aria-label={t('missing.showOf', { fact: word })} onClick={() => showGap(variable)}>
                  {t('missing.show')}
                </button>
              ) : (
                <small>{t('missing.variant')}</small>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
