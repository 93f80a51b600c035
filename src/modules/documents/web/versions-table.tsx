import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localAddress } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { documentFormats } from '../document.ts';
import type { DocumentOfCentre } from './document-queries.ts';

/** Every version of a document, newest first, each to read and to take along. */
export const VersionsTable = ({ document, shown }: { document: DocumentOfCentre; shown: string | undefined }) => {
  const { t } = useTranslation('documents');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const { language } = document;
  if (document.versions.length === 0) return null;
  return (
    <section aria-labelledby="versions" className="no-print">
      <h2 id="versions">{t('versions')}</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('fields.number')}</th>
            <th scope="col">{t('fields.state')}</th>
            <th scope="col">{t('decision')}</th>
            <th scope="col">{t('files')}</th>
          </tr>
        </thead>
        <tbody>
          {document.versions.map((version) => (
            <tr key={version.id}>
              <th scope="row">
                <Link to="." search={{ language, version: version.id } as never} activeProps={{}} aria-current={version.id === shown ? 'true' : undefined}>
                  {t('versionNumber', { number: version.number })}
                </Link>
              </th>
              <td data-label={t('fields.state')}>{t(`states.${version.state}`)}</td>
              <td data-label={t('decision')} className={version.decidedOn ? undefined : 'no-value'}>
                {version.decidedOn && (version.decisionNumber ? t('decisionNumbered', { date: shortDate(version.decidedOn), number: version.decisionNumber }) : shortDate(version.decidedOn))}
              </td>
              <td data-label={t('files')}>
                <span>
                  {documentFormats.map((format, index) => (
                    <span key={format}>
                      {index > 0 && ' · '}
                      <a href={localAddress(version.files[format].href)} download>
                        {t(`formats.${format}`)}
                        <span className="hidden-text">, {t('versionNumber', { number: version.number })}</span>
                      </a>
                    </span>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {document.versions.some(({ state }) => state !== 'draft') && (
        <p>
          <Link to="/c/$centre/documents/$kind/compare" params={{ centre: centre.slug, kind: document.kind } as never} search={{ language } as never}>
            {t('comparison.go')}
          </Link>
        </p>
      )}
    </section>
  );
};
