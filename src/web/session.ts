/**
 * Who is signed in, and where the page stands.
 *
 *   const me = useMe();                 // account, organizations, can
 *   const centre = useCentre();         // the centre of the address (/c/<slug>/…); throws outside of it
 *   const may = useMay();               // may('person.write'): to show or hide an action; the server decides again
 */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { can, type Action, type CentreRole, type InstallationRole } from '../kernel/permissions.ts';
import type { paths } from './api.generated.d.ts';
import { api, unwrap } from './api.ts';

export type Me = paths['/me']['get']['responses'][200]['content']['application/json'];
export type Centre = Me['organizations'][number];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }): Promise<Me> => unwrap(api.GET('/me', { signal })),
  staleTime: 5 * 60_000,
});

/** The signed-in person; pages inside the shell always have one. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** The centre named in the address, or nothing where the page is about all of them. */
export const useCentreIfAny = (): Centre | undefined => {
  const { centre: slug } = useParams({ strict: false }) as { centre?: string };
  return useMe().organizations.find((organization) => organization.slug === slug);
};

/** The centre named in the address. */
export const useCentre = (): Centre => {
  const centre = useCentreIfAny();
  if (!centre) throw new Error('This page stands outside a centre');
  return centre;
};

/** Whether this person may do this in a centre (or, without one, in the installation), by the table that the server uses too. */
export const mayIn = (me: Me, centre: Centre | undefined, action: Action): boolean =>
  can({ accountId: me.account.id, roles: (centre?.roles ?? []) as CentreRole[], installation: me.installation as InstallationRole[] }, action);

/** The same for the centre of the address. A record's own `can` says more where it has one. */
export const useMay = (): ((action: Action) => boolean) => {
  const me = useMe();
  const centre = useCentreIfAny();
  return (action) => mayIn(me, centre, action);
};
