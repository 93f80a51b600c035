import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { PickField, type PickProps } from './pick-field.tsx';

/** A firm that works for the centre, found by words. */
export const SupplierField = (props: PickProps) => {
  const { t } = useTranslation('suppliers');
  return (
    <PickField
      {...props}
      choices={{
        room: 'suppliers',
        read: async (organizationId, id, signal) => {
          const found = await unwrap(api.GET('/organizations/{organizationId}/suppliers/{id}', { params: { path: { organizationId, id } }, signal }));
          return { id, name: found.name };
        },
        find: async (organizationId, text, pageSize, signal) => {
          const found = await unwrap(api.POST('/organizations/{organizationId}/suppliers/search', { params: { path: { organizationId }, query: { pageSize } }, body: { text }, signal }));
          return { total: found.total, items: found.items.map((one) => ({ id: one.id, name: one.name, about: t(`kinds.${one.kind}`) })) };
        },
      }}
    />
  );
};
