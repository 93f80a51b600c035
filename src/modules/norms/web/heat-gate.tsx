import type { ReactNode } from 'react';
import { mayIn, useMe } from '../../../web/session.ts';

/** Shows the norms over several centres to whoever reads those of one at least. */
export const HeatGate = ({ children }: { children: ReactNode }) => {
  const me = useMe();
  return me.organizations.some((centre) => mayIn(me, centre, 'norm.read')) ? children : null;
};
