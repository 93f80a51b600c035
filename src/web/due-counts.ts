/** How much is due, for the navigation: in the centre of the address or over all of them, in all and by room. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, unwrap } from './api.ts';
import type { Room } from './room.ts';

export type DueCount = { count: number; late: boolean };
type Counts = { overdue: number; week: number };

const shown = ({ overdue, week }: Counts): DueCount | undefined => (overdue + week === 0 ? undefined : { count: overdue > 0 ? overdue : week, late: overdue > 0 });

/** What to write beside a room; asked again when the page changes, for what was done there may have closed something. */
export const useDueCounts = (organizationId: string | undefined): ((room: Room) => DueCount | undefined) => {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current !== pathname) void queries.invalidateQueries({ queryKey: ['obligations', 'sums'] });
    last.current = pathname;
  }, [pathname, queries]);
  const { data } = useQuery({
    queryKey: ['obligations', 'sums', organizationId],
    queryFn: ({ signal }) =>
      organizationId ? unwrap(api.GET('/organizations/{organizationId}/obligations/summary', { params: { path: { organizationId } }, signal })) : unwrap(api.GET('/obligations/summary', { signal })),
    refetchInterval: 5 * 60_000,
  });
  return (room) => {
    if (!data) return undefined;
    if (room.name === 'today') return shown(data.counts);
    const found = data.rooms.find((one) => one.room === (room.folder ?? room.name));
    return found && shown(found);
  };
};
