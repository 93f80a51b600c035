import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { PickField, type PickProps } from './pick-field.tsx';

const named = (device: { name: string; number: number }): string => `${device.name} (${device.number})`;

/** A device of the inventory, found by its name, number, brand or serial number. */
export const DeviceField = (props: PickProps) => {
  const { t } = useTranslation('inventories');
  return (
    <PickField
      {...props}
      choices={{
        room: 'inventories',
        read: async (organizationId, id, signal) => {
          const found = await unwrap(api.GET('/organizations/{organizationId}/devices/{id}', { params: { path: { organizationId, id } }, signal }));
          return { id, name: named(found) };
        },
        find: async (organizationId, text, pageSize, signal) => {
          const found = await unwrap(api.POST('/organizations/{organizationId}/devices/search', { params: { path: { organizationId }, query: { pageSize } }, body: { text }, signal }));
          return {
            total: found.total,
            items: found.items.map((one) => ({ id: one.id, name: named(one), about: [t(`kinds.${one.kind}`), one.serial, one.personName ?? one.zoneName].filter(Boolean).join(' · ') })),
          };
        },
      }}
    />
  );
};
