import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { PickField, type PickProps } from './pick-field.tsx';

/** A person of the centre, found by words; the words go to the server in the body of the search, never into an address. */
export const PersonField = (props: PickProps) => {
  const { t } = useTranslation('people');
  return (
    <PickField
      {...props}
      choices={{
        room: 'people',
        read: async (organizationId, id, signal) => {
          const found = await unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path: { organizationId, id } }, signal }));
          return { id, name: `${found.firstName} ${found.lastName}` };
        },
        find: async (organizationId, text, pageSize, signal) => {
          const found = await unwrap(api.POST('/organizations/{organizationId}/people/search', { params: { path: { organizationId }, query: { pageSize } }, body: { text }, signal }));
          return {
            total: found.total,
            items: found.items.map((one) => ({ id: one.id, name: `${one.firstName} ${one.lastName}`, about: [one.function ?? t(`kinds.${one.kind}`), one.serviceName].filter(Boolean).join(' · ') })),
          };
        },
      }}
    />
  );
};
