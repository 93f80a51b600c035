import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './styles/hash.css';

/** A SHA-256 as it is printed at the foot of a page, in groups of four, with a way to take it along. */
export const Hash = ({ value }: { value: string }) => {
  const { t } = useTranslation('shell');
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <span className="hash">
      <code>{value.match(/.{1,4}/g)?.join(' ')}</code>{' '}
      <button type="button" className="button plain no-print" onClick={copy}>
        {copied ? t('hash.copied') : t('hash.copy')}
      </button>
    </span>
  );
};
