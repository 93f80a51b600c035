/** What is seen during a count: sent at once, or kept on the device until the line is back (a cellar has none). */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api, unwrap } from '../../../web/api.ts';
import { useConnected } from '../../../web/connection.ts';
import { dropKept, readKept, writeKept } from '../../../web/kept.ts';
import { issueCode, type Problem, problemOf } from '../../../web/problem.ts';
import { meQuery, useCentre } from '../../../web/session.ts';
import { useRefreshInventories } from './queries.ts';

type Sighting = { code: string; zoneId?: string };
/** What became of one: the device, why it was refused, or that it waits. */
export type Told =
  | { of: 'seen'; id: string; number: number; name: string; first: boolean; from?: string | undefined }
  | { of: 'refused'; code: string; issue: string; parameters: Record<string, string | number> }
  | { of: 'kept'; code: string };

const refusal = (code: string, problem: Problem): Told => {
  const issue = problem.issues?.[0];
  return { of: 'refused', code, issue: issue ? issueCode(issue) : 'noLabel', parameters: { ...issue?.parameters } };
};

export const useCount = (reviewId: string) => {
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const account = useQueryClient().getQueryData(meQuery.queryKey)?.account.id ?? '';
  const connected = useConnected();
  const key = `count.${reviewId}`;
  const [waiting, setWaiting] = useState<Sighting[]>(() => readKept<Sighting[]>(account, key)?.value ?? []);
  const [told, setTold] = useState<Told[]>([]);
  const sending = useRef(Promise.resolve());

  const keep = (next: Sighting[]) => {
    if (next.length > 0) writeKept(account, key, next);
    else dropKept(account, key);
    setWaiting(next);
  };
  const tell = (one: Told) => {
    navigator.vibrate?.(one.of === 'refused' ? [60, 60, 60] : 60);
    setTold((before) => [one, ...before.filter((other) => one.of !== 'seen' || other.of !== 'seen' || other.id !== one.id)]);
  };
  /** Sends one; false where no line was found, or the server could not take it now. */
  const send = async (sighting: Sighting): Promise<boolean> => {
    try {
      const found = await unwrap(api.POST('/organizations/{organizationId}/inventoryReviews/{id}/sightings', { params: { path: { organizationId: centre.id, id: reviewId } }, body: sighting }));
      tell({ of: 'seen', ...found });
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 0 || problem.status === 429 || problem.status >= 500) return false;
      tell(refusal(sighting.code, problem));
      return true;
    }
  };
  /** One after the other, so that what is told stands in the order of what was seen. */
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const before = sending.current;
    sending.current = (async () => {
      await before;
      await work();
      await refresh();
    })();
    return sending.current;
  };
  const see = (sighting: Sighting): Promise<void> =>
    inTurn(async () => {
      if (await send(sighting)) return;
      keep([...(readKept<Sighting[]>(account, key)?.value ?? []), sighting]);
      tell({ of: 'kept', code: sighting.code });
    });
  const sendKept = useEffectEvent(() =>
    inTurn(async () => {
      let left = readKept<Sighting[]>(account, key)?.value ?? [];
      while (left.length > 0 && (await send(left[0]!))) {
        left = left.slice(1);
        keep(left);
      }
    }),
  );
  const some = waiting.length > 0;
  useEffect(() => {
    if (!connected || !some) return;
    void sendKept();
    const again = setInterval(() => void sendKept(), 20_000);
    return () => clearInterval(again);
  }, [connected, some]);
  return { see, told, waiting: waiting.length };
};
