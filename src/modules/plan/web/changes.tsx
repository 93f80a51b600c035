import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { changeKinds } from '../plan.ts';
import type { Overview } from './queries.ts';

/** What became of the plan since the council approved it: slipped, added, done, given up, changed. */
export const Changes = ({ overview: { changes, approved } }: { overview: Overview }) => {
  const { t } = useTranslation('plan');
  const { date, shortDate, list } = useFormat();
  const centre = useCentre();
  const counts = changeKinds.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [t(`changes.count.${kind}`, { count })] : [];
  });
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('changes.title', { date: date(approved!.decidedOn) })}</h2>
      <p>
        {changes.length === 0 ? t('changes.none') : t('changes.sentence', { list: list(counts) })} <Link to={`/c/${centre.slug}/plan/versions/${approved!.id}`}>{t('changes.approved')}</Link>
      </p>
      {changes.length > 0 && (
        <details>
          <summary>{t('changes.which', { count: changes.length })}</summary>
          <ul className="plan-changes">
            {changes.map(({ id, number, title, kind, from, to }) => (
              <li key={id}>
                <span className={kind === 'slipped' || kind === 'late' ? 'late' : 'quiet'}>{t(`changes.kinds.${kind}`)}</span>
                <span>
                  {kind === 'gone' ? title : <Link to={`/c/${centre.slug}/plan/actions/${id}`}>{title}</Link>} <small className="quiet">{t('action.number', { number })}</small>
                </span>
                <span className="quiet small">{from && to && from !== to ? t('changes.fromTo', { from: shortDate(from), to: shortDate(to) }) : to ? shortDate(to) : from ? shortDate(from) : ''}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
