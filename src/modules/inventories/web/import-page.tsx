import { useTranslation } from 'react-i18next';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { useSendList } from './import-file.ts';

/** Takes a list or a scan of devices, chosen or dropped, and has it read: reading writes nothing. */
export const ListPicker = ({ plain = false }: { plain?: boolean }) => {
  const { t } = useTranslation('inventories');
  const sending = useSendList();
  return (
    <FilePicker
      label={t('import.give')}
      help={t('import.giveHelp')}
      domain="inventories"
      accept=".csv,.txt,.xlsx,.json"
      plain={plain}
      send={(body) => sending.mutateAsync({ body, write: false })}
      onSent={() => undefined}
    />
  );
};

/** What may be given, and where. */
export const ImportDevicesPage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  return (
    <Page title={t('import.title')} lead={t('import.lead')} back={{ to: `/c/${centre.slug}/inventories`, label: t('title') }}>
      <ListPicker />
    </Page>
  );
};
