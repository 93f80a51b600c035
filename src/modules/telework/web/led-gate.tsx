import type { ReactNode } from 'react';
import { mayIn, type Centre, useMe } from '../../../web/session.ts';

/** Whoever reads the telework of all has that of their own services in it: the list of those whom one leads is for the others. */
export const LedGate = ({ centre, children }: { centre: Centre | undefined; children: ReactNode }) => (mayIn(useMe(), centre, 'telework.read') ? null : children);
