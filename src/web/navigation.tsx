/** The left side: brand, the centre, and the rooms that exist in six groups and the tools after them. */
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CentreSwitcher } from './centre-switcher.tsx';
import { type DueCount, useDueCounts } from './due-counts.ts';
import { Mark } from './icons.tsx';
import { addressOf, type Group, groups, type Room } from './room.ts';
import { mayIn, useCentreIfAny, useMe } from './session.ts';
import './styles/due-count.css';

const wordless: Group[] = ['today', 'incidents', 'tools'];

/** How much is due in a room; what is late in red, and said to whoever does not see red. */
const Due = ({ due }: { due: DueCount | undefined }) => {
  const { t } = useTranslation('shell');
  if (!due) return null;
  return (
    <span className={due.late ? 'due-count late' : 'due-count'}>
      <span aria-hidden="true">{due.count}</span>
      <span className="hidden-text">{t(due.late ? 'due.late' : 'due.week', { count: due.count })}</span>
    </span>
  );
};

export const Navigation = ({ rooms, onGo }: { rooms: Room[]; onGo?: () => void }) => {
  const { t } = useTranslation('shell');
  const me = useMe();
  const centre = useCentreIfAny();
  const { pathname } = useLocation();
  const due = useDueCounts(centre?.id);
  // Over all centres, a room of centres is there for whoever may enter it in one of theirs.
  const allowed = ({ may, inCentre }: Room): boolean => !may || mayIn(me, centre, may) || (!centre && inCentre !== undefined && me.organizations.some((one) => mayIn(me, one, may)));
  const shown = rooms.filter(allowed);
  // Of two rooms one of which lies below the other, the deeper is the one.
  const here = shown
    .flatMap((room) => addressOf(room, centre) ?? [])
    .filter((address) => pathname === address || (address !== '/' && pathname.startsWith(`${address}/`)))
    .toSorted((a, b) => b.length - a.length)[0];

  return (
    <nav className="side-inner" aria-label={t('navigation')}>
      <Link to="/" className="brand" {...(onGo ? { onClick: onGo } : {})}>
        <Mark />
        Beffroi
      </Link>
      <CentreSwitcher rooms={shown} {...(onGo ? { onGo } : {})} />
      <div className="groups">
        {groups.map((group) => {
          const links = shown.filter((room) => room.group === group).map((room) => ({ room, address: addressOf(room, centre) }));
          const real = links.filter((link): link is { room: Room; address: string } => link.address !== undefined);
          if (real.length === 0) return null;
          return (
            <div key={group}>
              {!wordless.includes(group) && <h2 id={`group-${group}`}>{t(`groups.${group}`)}</h2>}
              <ul aria-labelledby={wordless.includes(group) ? undefined : `group-${group}`}>
                {real.map(({ room, address }) => {
                  const entry = (
                    <li key={room.name}>
                      {/* Exactly: the router would mark the room above as well. */}
                      <Link to={address} activeOptions={{ exact: true }} activeProps={{}} aria-current={address === here ? 'page' : undefined} {...(onGo ? { onClick: onGo } : {})}>
                        {t(`rooms.${room.name}`)}
                        {/* What is due in a register stands beside the register, not beside one's own page of it as well. */}
                        {(room.group !== 'today' || !shown.some(({ name }) => name === room.folder)) && <Due due={due(room)} />}
                      </Link>
                    </li>
                  );
                  return room.gate ? (
                    <room.gate key={room.name} centre={centre}>
                      {entry}
                    </room.gate>
                  ) : (
                    entry
                  );
                })}
              </ul>
            </div>
          );
        })}
      </div>
    </nav>
  );
};
