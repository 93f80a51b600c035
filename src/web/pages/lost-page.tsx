import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { Page } from '../page.tsx';

/** An address where nothing is, or nothing that this person may see: the two are told alike. */
export const LostPage = () => {
  const { t } = useTranslation('shell');
  return (
    <Page
      title={t('lost.title')}
      lead={t('lost.text')}
      actions={
        <Link to="/" className="button primary">
          {t('lost.home')}
        </Link>
      }
    />
  );
};

/** A page that could not be shown; the rest of the shell stays. */
export const BrokenPage = ({ error, reset }: { error: unknown; reset: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('broken.title')}>
      <ProblemNotice problem={problemOf(error)} retry={reset} />
    </Page>
  );
};
