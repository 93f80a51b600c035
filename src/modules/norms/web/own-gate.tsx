/** Shows what leads to one's own norms as long as one was asked to answer some. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Centre, mayIn, useMe } from '../../../web/session.ts';
import { ownNormsQuery } from './assessment-queries.ts';

export const OwnNormsGate = ({ centre, children }: { centre: Centre | undefined; children: ReactNode }) => {
  const may = mayIn(useMe(), centre, 'norm.own');
  const query = useQuery({ ...ownNormsQuery(centre?.id ?? ''), enabled: centre !== undefined && may, staleTime: 300_000 });
  return query.data && query.data.items.length > 0 ? children : null;
};
