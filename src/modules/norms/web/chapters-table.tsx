import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { asked, fulfilled } from '../scoring.ts';
import type { Assessment } from './assessment-queries.ts';
import { useTexts } from './fact-words.ts';

type Tally = Assessment['total'];
const share = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);

/** Of the norms asked: fulfilled, partly, not; what has no answer is left empty. Above it in words, for who does not see it. */
const Bar = ({ tally, thin = false }: { tally: Tally; thin?: boolean }) => {
  const { t } = useTranslation('norms');
  const all = asked(tally);
  const parts = [
    { name: 'yes', at: 0, width: share(tally.yes, all) },
    { name: 'partly', at: share(tally.yes, all), width: share(tally.partly, all) },
    { name: 'no', at: share(tally.yes + tally.partly, all), width: share(tally.no, all) },
  ];
  return (
    <svg
      className={thin ? 'norm-bar thin' : 'norm-bar'}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('bar', { yes: tally.yes, partly: tally.partly, no: tally.no, open: tally.open })}
    >
      <rect className="norm-bar-track" width="100" height="8" />
      {parts.map(({ name, at, width }) => (
        <rect key={name} className={`norm-bar-${name}`} x={at} width={width} height="8" />
      ))}
    </svg>
  );
};

/** Progress by chapter, this year's bar above last year's thin one. */
export const ChaptersTable = ({ assessment }: { assessment: Assessment }) => {
  const { t } = useTranslation('norms');
  const { number } = useFormat();
  const centre = useCentre();
  const say = useTexts();
  const percent = (tally: Tally) => t('percent', { value: number(Math.round(fulfilled(tally) * 100)) });
  const { before } = assessment;
  return (
    <table className="list norm-chapters">
      <caption className="hidden-text">{t('overview.chapters')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('fields.chapterId')}</th>
          <th scope="col">
            <span className="norm-key yes">{t('results.yes')}</span> <span className="norm-key partly">{t('results.partly')}</span> <span className="norm-key no">{t('results.no')}</span>
          </th>
          <th scope="col" className="end">
            {assessment.year}
          </th>
          {before && (
            <th scope="col" className="end">
              {before.year}
            </th>
          )}
          <th scope="col">{t('overview.left')}</th>
        </tr>
      </thead>
      <tbody>
        {assessment.chapters.map((chapter) => (
          <tr key={chapter.id}>
            <th scope="row">
              <Link to={`/c/${centre.slug}/norms/${assessment.id}/${encodeURIComponent(chapter.id)}`}>
                {chapter.id}. {say(chapter.title)}
              </Link>
            </th>
            <td className="norm-bars">
              <Bar tally={chapter} />
              {chapter.before && <Bar tally={chapter.before} thin />}
            </td>
            <td className="end" data-label={String(assessment.year)}>
              {percent(chapter)}
            </td>
            {before && (
              <td className="end quiet" data-label={String(before.year)}>
                {chapter.before ? percent(chapter.before) : '–'}
              </td>
            )}
            <td data-label={t('overview.left')}>
              {[chapter.open > 0 ? t('overview.open', { count: chapter.open }) : '', chapter.toConfirm > 0 ? t('overview.toConfirm', { count: chapter.toConfirm }) : ''].filter(Boolean).join(', ') || (
                <span className="quiet">{t('overview.nothingLeft')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
