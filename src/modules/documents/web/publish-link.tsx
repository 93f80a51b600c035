import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCentre, useMay } from '../../../web/session.ts';

/** The way to publish a version in force to those whom it binds. */
export const PublishLink = ({ versionId }: { versionId: string }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const may = useMay();
  if (!may('publication.write')) return null;
  return (
    <Link to={`/c/${centre.slug}/documents/publications/new`} search={{ version: versionId } as never} className="button no-print">
      {t('publish')}
    </Link>
  );
};
