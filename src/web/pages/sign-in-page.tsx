import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../sign-in-form.tsx';
import { Alone } from './alone.tsx';

/** Only a path of our own pages may follow a sign-in, never another site. */
const ownPath = (path: string | undefined): string => (path?.startsWith('/') && !path.startsWith('//') && !path.includes('\\') ? path : '/');

export const SignInPage = () => {
  const { t } = useTranslation('shell');
  const { from } = useSearch({ strict: false }) as { from?: string };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const done = () => {
    queries.clear();
    void navigate({ href: ownPath(from), replace: true });
  };
  return (
    <Alone title={t('signIn.title')} lead={t('signIn.lead')}>
      <SignInForm onDone={done} />
    </Alone>
  );
};
