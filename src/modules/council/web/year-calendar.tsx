import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import type { Overview } from './queries.ts';

/** The signs that stand beside the words of a mark: what is done, what is under way, what was missed. */
const signs: Record<Overview['months'][number]['mark'], string> = { noted: '●', nihil: '○', presented: '◐', prepared: '◔', planned: '·', open: '·', missed: '✕', before: '', later: '' };

/** The twelve months of a year, each with what became of its item; a month with a sitting leads there. */
export const YearCalendar = ({ overview }: { overview: Overview }) => {
  const { t } = useTranslation('council');
  const { month, dayMonthShort } = useFormat();
  const centre = useCentre();
  return (
    <ol className="council-year" aria-label={t('year.title', { year: overview.year })}>
      {overview.months.map(({ month: id, mark, sittingId, heldOn }) => {
        const name = month(id).replace(/\s*\d{4}$/, '');
        const inside = (
          <>
            <span className="council-month">{name}</span>
            <span className="council-sign" aria-hidden="true">
              {signs[mark]}
            </span>
            <span className="council-mark">{t(`marks.${mark}`)}</span>
            {heldOn && <span className="quiet small">{dayMonthShort(heldOn)}</span>}
          </>
        );
        return (
          <li key={id} data-mark={mark}>
            {sittingId ? <Link to={`/c/${centre.slug}/council/sittings/${sittingId}`}>{inside}</Link> : <span>{inside}</span>}
          </li>
        );
      })}
    </ol>
  );
};
