import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCentre } from '../../../web/session.ts';
import type { DocumentOfCentre } from './document-queries.ts';

/** How much of the text is the centre's own, what the library asks about it, and the way there. */
export const WordingPart = ({ document }: { document: DocumentOfCentre }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const { kind, language, wording, can } = document;
  return (
    <section aria-labelledby="wording-part" className="no-print">
      <h2 id="wording-part">{t('wording.title')}</h2>
      <p>{wording.own > 0 ? t('wording.count', { count: wording.own }) : t('wording.ownNone')}</p>
      {wording.questions > 0 && <p className="notice soon">{t('wording.questions', { count: wording.questions })}</p>}
      <Link className="button" to="/c/$centre/documents/$kind/wording" params={{ centre: centre.slug, kind } as never} search={{ language } as never}>
        {t(can['draft'] ? 'wording.go' : 'wording.sections')}
      </Link>
    </section>
  );
};
