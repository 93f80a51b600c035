import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { base } from '../api.ts';
import { HelpLanguageChoice } from '../help-language.tsx';
import { HelpText } from '../help-text.tsx';
import { Page } from '../page.tsx';
import { useHelp } from '../use-help.ts';
import { LostPage } from './lost-page.tsx';
import '../styles/help.css';

const topics = ['centres', 'lists', 'drafts', 'keyboard', 'api'] as const;

/** How Beffroi behaves, and the help of every page. */
export const HelpPage = () => {
  const { t } = useTranslation('shell');
  const { texts, language, choose } = useHelp();
  return (
    <Page title={t('help.title')} lead={t('help.lead')}>
      <div className="help-page">
        <section>
          <h2>{t('help.pages')}</h2>
          {choose && <HelpLanguageChoice language={language} choose={choose} />}
          <ul className="help-list" lang={language}>
            {texts?.map((text) => (
              <li key={text.page}>
                <Link to="/help/$page" params={{ page: text.page }}>
                  {text.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        {topics.map((topic) => (
          <section key={topic}>
            <h2>{t(`help.${topic}.title`)}</h2>
            <p>{t(`help.${topic}.text`)}</p>
            {topic === 'api' && <a href={`${base}/doc/openapi.json`}>{t('help.api.link')}</a>}
          </section>
        ))}
      </div>
    </Page>
  );
};

/** The help of one page, with an address of its own. */
export const HelpTextPage = () => {
  const { t } = useTranslation('shell');
  const { page } = useParams({ strict: false }) as { page?: string };
  const { texts, language, choose } = useHelp();
  if (!texts) return null;
  const text = texts.find((one) => one.page === page);
  if (!text) return <LostPage />;
  return (
    <Page title={text.title} back={{ to: '/help', label: t('help.title') }}>
      {choose && <HelpLanguageChoice language={language} choose={choose} />}
      <HelpText body={text.body} lang={language} under={1} />
    </Page>
  );
};
