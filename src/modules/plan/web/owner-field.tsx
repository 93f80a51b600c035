import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../web/fields.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { ownerRoles } from '../action.ts';

/** Who answers for an action: somebody by name, else whoever holds a function. */
export const OwnerField = () => {
  const { t } = useTranslation('plan');
  const form = useFormContext();
  const named = Boolean(form.get('ownerId'));
  return (
    <>
      <PersonField name="ownerId" label={t('fields.ownerId')} help={t('form.ownerHelp')} optional />
      {(!named || Boolean(form.get('ownerRole'))) && (
        <SelectField name="ownerRole" label={t('fields.ownerRole')} optional options={ownerRoles.map((value) => ({ value, label: t(`roles.${value}`) }))} />
      )}
    </>
  );
};
