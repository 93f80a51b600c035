import { useTranslation } from 'react-i18next';
import { base } from '../api.ts';
import { Page } from '../page.tsx';

const topics = ['centres', 'lists', 'drafts', 'keyboard', 'api'] as const;

export const HelpPage = () => {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('help.title')} lead={t('help.lead')}>
      {topics.map((topic) => (
        <section key={topic}>
          <h2>{t(`help.${topic}.title`)}</h2>
          <p>{t(`help.${topic}.text`)}</p>
          {topic === 'api' && <a href={`${base}/doc/openapi.json`}>{t('help.api.link')}</a>}
        </section>
      ))}
    </Page>
  );
};
