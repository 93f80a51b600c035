import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The gesture that signs: a box that says what one agrees to, and the button; a press without the box says what is missing. */
export const Agree = ({ busy, ready = true, missing, sign, children }: { busy: boolean; ready?: boolean; missing?: string; sign: () => void; children?: ReactNode }) => {
  const { t } = useTranslation('declarations');
  const id = useId();
  const [agreed, setAgreed] = useState(false);
  const [fault, setFault] = useState('');
  const press = () => {
    if (busy) return;
    const lacks = !agreed ? t('issues.agreementMissing') : ready ? '' : (missing ?? '');
    setFault(lacks);
    if (!lacks) sign();
  };
  return (
    <div className="declaration-agree no-print">
      <p className="check">
        <input
          id={id}
          type="checkbox"
          checked={agreed}
          aria-invalid={fault !== '' && !agreed}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        <label htmlFor={id}>{t('own.agree')}</label>
      </p>
      {children}
      {fault && (
        <p id={`${id}-fault`} className="notice late" role="alert">
          {fault}
        </p>
      )}
      <button type="button" className="button primary declaration-press" aria-disabled={busy} onClick={press}>
        {t(busy ? 'own.signing' : 'own.sign')}
      </button>
    </div>
  );
};
