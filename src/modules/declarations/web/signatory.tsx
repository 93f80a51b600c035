import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignatoryInput } from '../declaration.ts';

/** Who signs for an organization, and in what capacity. Tells it once both are there. */
export const Signatory = ({ tell }: { tell: (signatory: SignatoryInput | undefined) => void }) => {
  const { t } = useTranslation('declarations');
  const id = useId();
  const [given, setGiven] = useState({ name: '', capacity: '' });
  const put = (next: typeof given) => {
    setGiven(next);
    tell(SignatoryInput.safeParse(next).data);
  };
  return (
    <>
      {(['name', 'capacity'] as const).map((field) => (
        <div key={field} className="field">
          <label className="field-label" htmlFor={`${id}-${field}`}>
            {t(`signatory.${field}`)}
          </label>
          <input
            id={`${id}-${field}`}
            className="control"
            autoComplete={field === 'name' ? 'name' : 'organization-title'}
            maxLength={field === 'name' ? 120 : 80}
            value={given[field]}
            onChange={(event) => put({ ...given, [field]: event.target.value })}
          />
        </div>
      ))}
    </>
  );
};
