import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './styles/link-notice.css';

/** A link that is shown this once, to be passed on by oneself, and why no mail took it (`why`, in words, where the reason is another). */
export const LinkNotice = ({ link, fault, why, text }: { link: string; fault?: string | undefined; why?: string; text?: string }) => {
  const { t } = useTranslation(['members', 'mail']);
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard?.writeText(link).catch(() => undefined);
    setCopied(true);
  };
  return (
    <section className="notice soon link-notice" role="status">
      <p>
        <b>{why ?? (fault ? t(`mail:faults.${fault}.what`) : t('link.noMail'))}</b> {text ?? t('link.passOn')}
      </p>
      <div className="link-line">
        <input ref={field} className="control" readOnly value={link} aria-label={t('link.label')} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={() => void copy()}>
          {t(copied ? 'link.copied' : 'link.copy')}
        </button>
      </div>
      <p className="small">{t('link.once')}</p>
    </section>
  );
};
