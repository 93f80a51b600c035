import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The part of the account page that leads to reminders and calendars. */
export const AccountReminders = () => {
  const { t } = useTranslation('reminders');
  return (
    <section>
      <h2>{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      <Link to="/account/reminders" className="button">
        {t('link')}
      </Link>
    </section>
  );
};
