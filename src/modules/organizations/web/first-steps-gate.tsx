/** Shows what leads to the first steps of a centre as long as one of them is left to do. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../../web/api.ts';
import { type Centre, mayIn, useMe } from '../../../web/session.ts';

export const firstStepsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['organization', organizationId, 'firstSteps'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/firstSteps', { params: { path: { organizationId } }, signal })),
    staleTime: 60_000,
  });

export const FirstStepsGate = ({ centre, children }: { centre: Centre | undefined; children: ReactNode }) => {
  const may = mayIn(useMe(), centre, 'organization.update');
  const query = useQuery({ ...firstStepsQuery(centre?.id ?? ''), enabled: centre !== undefined && may });
  return query.data && !query.data.done ? children : null;
};
