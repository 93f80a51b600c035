import { api, unwrap } from '../../../web/api.ts';

// The names that the search gave: the reception may not open anybody's record.
const names = new Map<string, string>();

/** Says the name of somebody whom a field will show before anybody searched. */
export const knownHost = (id: string | undefined, name: string | undefined): void => {
  if (id && name) names.set(id, name);
};

/** The people of the centre whom a visitor may ask for, by their names alone. */
export const hosts = {
  room: 'people',
  read: async (_organizationId: string, id: string) => ({ id, name: names.get(id) ?? '' }),
  find: async (organizationId: string, text: string, _size: number, signal: AbortSignal) => {
    const { items } = await unwrap(api.POST('/organizations/{organizationId}/visitorHosts/search', { params: { path: { organizationId } }, body: { text }, signal }));
    for (const { id, name } of items) names.set(id, name);
    return { total: items.length, items: items.map(({ id, name, serviceName }) => ({ id, name, about: serviceName })) };
  },
};
