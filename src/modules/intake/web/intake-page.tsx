import { useTranslation } from 'react-i18next';
import { languages } from '../../../kernel/language.ts';
import { base } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { useMay } from '../../../web/session.ts';
import { WorkbookPicker } from './workbook-picker.tsx';

/** What the workbook is for, the empty one to fill, and where the filled one is taken. */
export const IntakePage = () => {
  const { t, i18n } = useTranslation(['intake', 'shell']);
  const may = useMay();
  const ordered = languages.toSorted((a, b) => Number(b === i18n.language) - Number(a === i18n.language));
  return (
    <Page title={t('page.title')} lead={t('page.lead')}>
      <section>
        <h2>{t('page.fill.title')}</h2>
        <p>{t('page.fill.text')}</p>
        <div className="buttons">
          <span className="quiet small">{t('page.fill.in')}</span>
          {ordered.map((language) => (
            <a
              key={language}
              className="button"
              download
              href={`${base}/intakeTemplate?language=${language}`}
              lang={language}
              aria-label={`${t('page.fill.download')} – ${t(`shell:ownLanguages.${language}`)}`}
            >
              {t(`shell:ownLanguages.${language}`)}
            </a>
          ))}
        </div>
      </section>
      <section>
        <h2>{t('page.give.title')}</h2>
        {may('intake.run') ? (
          <>
            <p>{t('page.give.text')}</p>
            <WorkbookPicker label={t('page.give.choose')} />
          </>
        ) : (
          <p>{t('page.give.notYours')}</p>
        )}
      </section>
    </Page>
  );
};
