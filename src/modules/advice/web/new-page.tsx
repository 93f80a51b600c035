import { useTranslation } from 'react-i18next';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { AdviceForm, RequestForm } from './advice-form.tsx';
import './advice.css';

/** A new advice: written by whoever gives it, asked for by the daily manager. */
export const NewAdvicePage = () => {
  const { t } = useTranslation('advice');
  const centre = useCentre();
  const writes = useMay()('advice.write');
  return (
    <Page title={t(writes ? 'write' : 'ask')} lead={t(writes ? 'newLead' : 'askLead')} back={{ to: `/c/${centre.slug}/advice`, label: t('title') }}>
      {writes ? <AdviceForm /> : <RequestForm />}
    </Page>
  );
};
