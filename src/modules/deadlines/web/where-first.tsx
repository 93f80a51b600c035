import { Link } from '@tanstack/react-router';
import { addressOfRoom } from '../../../web/room.ts';
import { useCentreIfAny, useMe } from '../../../web/session.ts';
import type { Summary } from './queries.ts';
import { useWords } from './words.ts';

type Row = { key: string; name: string; to: string | undefined; overdue: number; week: number; waiting: number };

/** Where most is late: by centre over all of them, by room in one. The bars only repeat the words. */
export const WhereFirst = ({ summary }: { summary: Summary }) => {
  const { t } = useWords();
  const me = useMe();
  const here = useCentreIfAny();
  const rows = here
    ? summary.rooms.map(({ room, ...count }): Row => ({ key: room, name: t(`shell:rooms.${addressOfRoom(room).name}`), to: `/c/${here.slug}/${addressOfRoom(room).path}`, ...count }))
    : summary.centres.flatMap(({ organizationId, ...count }): Row[] => {
        const centre = me.organizations.find(({ id }) => id === organizationId);
        return centre ? [{ key: organizationId, name: centre.municipality, to: `/c/${centre.slug}/today`, ...count }] : [];
      });
  const pressing = rows.filter(({ overdue, week, waiting }) => overdue + week + waiting > 0);
  if (pressing.length === 0) return null;
  const most = Math.max(...pressing.map(({ overdue, week }) => overdue + week), 1);
  const others = here ? 0 : summary.centresConcerned - pressing.filter(({ overdue, week }) => overdue + week > 0).length;
  return (
    <section aria-labelledby="where-first">
      <h2 id="where-first">{t('where.title')}</h2>
      <ul className="where-first">
        {pressing.map(({ key, name, to, overdue, week }) => (
          <li key={key}>
            <Link to={to!}>{name}</Link>
            <small>{overdue > 0 ? t('where.late', { count: overdue }) : week > 0 ? t('where.week', { count: week }) : t('where.waiting')}</small>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect className="track" width="100" height="4" />
              <rect className="late" width={(80 * overdue) / most} height="4" />
              <rect className="soon" x={(80 * overdue) / most} width={(80 * week) / most} height="4" />
            </svg>
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p className="small">
          <Link to="/centres">{t('where.others', { count: others })}</Link>
        </p>
      )}
    </section>
  );
};
