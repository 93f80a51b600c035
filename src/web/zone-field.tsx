import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { PickField, type PickProps } from './pick-field.tsx';

/** A zone of the buildings, found by words. */
export const ZoneField = (props: PickProps) => {
  const { t } = useTranslation('premises');
  return (
    <PickField
      {...props}
      choices={{
        room: 'premises',
        read: async (organizationId, id, signal) => {
          const found = await unwrap(api.GET('/organizations/{organizationId}/zones/{id}', { params: { path: { organizationId, id } }, signal }));
          return { id, name: found.name };
        },
        find: async (organizationId, text, pageSize, signal) => {
          const found = await unwrap(api.POST('/organizations/{organizationId}/zones/search', { params: { path: { organizationId }, query: { pageSize, state: 'inUse' } }, body: { text }, signal }));
          return { total: found.total, items: found.items.map((one) => ({ id: one.id, name: one.name, about: [one.building, one.floor, t(`kinds.${one.kind}`)].filter(Boolean).join(', ') })) };
        },
      }}
    />
  );
};
