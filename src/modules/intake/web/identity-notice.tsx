import { useTranslation } from 'react-i18next';
import type { IdentityChange } from '../identity.ts';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';

type Props = { changes: readonly IdentityChange[]; file: string; confirmed: boolean; onConfirm: (confirmed: boolean) => void };

/** In what a workbook contradicts the centre, old and new, and the confirmation that it is of this centre all the same. */
export const IdentityNotice = ({ changes, file, confirmed, onConfirm }: Props) => {
  const { t } = useTranslation('intake');
  const { name } = useFormat();
  const centre = useCentre();
  return (
    <div className="notice soon" role="group" aria-labelledby="identity-title">
      <p>
        <b id="identity-title">{t('page.identity.title')}</b> {t('page.identity.text', { file, centre: name(centre.name) })}
      </p>
      <ul className="changes">
        {changes.map(({ field, from, to }) => (
          <li key={field}>{t('page.identity.change', { field: t(`page.identity.fields.${field}`), from, to })}</li>
        ))}
      </ul>
      <label className="identity-confirmation no-print">
        <input type="checkbox" checked={confirmed} onChange={(event) => onConfirm(event.target.checked)} />
        {t('page.identity.confirm')}
      </label>
    </div>
  );
};
