import type { ReactNode } from 'react';
import { mayIn, useMe } from '../../../web/session.ts';

/** Shows the reviews over several centres to whoever follows those of one at least. */
export const ReviewPoolGate = ({ children }: { children: ReactNode }) => {
  const me = useMe();
  return me.organizations.some((centre) => mayIn(me, centre, 'review.follow')) ? children : null;
};
