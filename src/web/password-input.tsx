/** A password's input, with a button that shows what was typed. */
import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

export const PasswordInput = (props: Omit<ComponentProps<'input'>, 'type' | 'className'>) => {
  const { t } = useTranslation('shell');
  const [shown, setShown] = useState(false);
  return (
    <span className="password">
      <input {...props} className="control" type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <button type="button" className="button plain" aria-label={t(shown ? 'password.hideIt' : 'password.showIt')} onClick={() => setShown(!shown)}>
        {t(shown ? 'password.hide' : 'password.show')}
      </button>
    </span>
  );
};
