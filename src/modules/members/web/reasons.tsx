import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import type { Member } from './queries.ts';
import './members.css';

/** Each role with what it comes from, in words. */
export const Reasons = ({ reasons }: { reasons: Member['reasons'] }) => {
  const { t } = useTranslation(['members', 'shell']);
  const { shortDate } = useFormat();
  if (reasons.length === 0) return <span className="quiet">{t('noRole')}</span>;
  return (
    <ul className="reasons">
      {reasons.map(({ role, source, since, until, detail }) => (
        <li key={`${role} ${source} ${since ?? ''} ${detail ?? ''}`}>
          <b>{t(`shell:roles.${role}`)}</b>{' '}
          <span className="quiet">
            {[t(`reasons.${source}`, { detail: detail ?? '', context: detail ? 'named' : undefined }), since && t('since', { date: shortDate(since) }), until && t('until', { date: shortDate(until) })]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
};
