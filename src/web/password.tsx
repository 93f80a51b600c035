/** The field for a new password: the rule in one line, and words on how strong it looks. The server judges in the end. */
import { useTranslation } from 'react-i18next';
import { TextField, useField } from './fields.tsx';

export const shortestPassword = 12;

/** How a password looks at first sight: too short, thin (few different signs), fair, or long. Not a proof of strength. */
export const passwordLooks = (password: string): 'short' | 'thin' | 'fair' | 'long' => {
  if (password.length < shortestPassword) return 'short';
  if (new Set(password.toLowerCase()).size < 7) return 'thin';
  return password.length >= 18 ? 'long' : 'fair';
};

const Looks = ({ name }: { name: string }) => {
  const { t } = useTranslation('shell');
  const { value, error } = useField(name, t('password.new'));
  const password = (value as string) ?? '';
  return (
    <p className="field-help" role="status">
      {password === '' || error ? '' : t(`password.looks.${passwordLooks(password)}`, { count: Math.max(0, shortestPassword - password.length) })}
    </p>
  );
};

export const NewPasswordFields = ({ name }: { name: string }) => {
  const { t } = useTranslation('shell');
  return (
    <div>
      <TextField name={name} label={t('password.new')} help={t('password.rule', { count: shortestPassword })} type="password" autoComplete="new-password" />
      <Looks name={name} />
    </div>
  );
};
