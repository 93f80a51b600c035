/** Ten codes, shown this once: to be kept as a file or on paper. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export const RecoveryCodes = ({ codes, email, onDone }: { codes: readonly string[]; email: string; onDone: () => void }) => {
  const { t } = useTranslation('accounts');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${t('codes.fileTitle', { email })}\n\n${codes.join('\n')}\n`;
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: t('codes.file') });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <section className="recovery-codes">
      <h2 ref={heading} tabIndex={-1}>
        {t('codes.title')}
      </h2>
      <p>{t('codes.text')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="buttons no-print">
        <button type="button" className="button" onClick={download}>
          {t('codes.download')}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('codes.print')}
        </button>
      </div>
      <p className="no-print">
        <button type="button" className="button primary" onClick={onDone}>
          {t('codes.go')}
        </button>
      </p>
    </section>
  );
};
