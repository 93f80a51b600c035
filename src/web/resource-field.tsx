import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { PickField, type PickProps } from './pick-field.tsx';

/** Whatever somebody may have access to, found by words. */
export const ResourceField = (props: PickProps) => {
  const { t } = useTranslation('resources');
  return (
    <PickField
      {...props}
      choices={{
        room: 'resources',
        read: async (organizationId, id, signal) => {
          const found = await unwrap(api.GET('/organizations/{organizationId}/resources/{id}', { params: { path: { organizationId, id } }, signal }));
          return { id, name: found.name };
        },
        find: async (organizationId, text, pageSize, signal) => {
          const found = await unwrap(api.POST('/organizations/{organizationId}/resources/search', { params: { path: { organizationId }, query: { pageSize } }, body: { text }, signal }));
          return { total: found.total, items: found.items.map((one) => ({ id: one.id, name: one.name, about: t(`kinds.${one.kind}`) })) };
        },
      }}
    />
  );
};
