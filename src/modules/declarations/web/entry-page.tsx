import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { EarlierInput, variants } from '../declaration.ts';
import { todayHere, useRefresh } from './queries.ts';

const Who = () => {
  const { t } = useTranslation('declarations');
  return useFormContext().get('variant') === 'partner' ? (
    <>
      <SupplierField name="supplierId" label={t('fields.supplierId')} />
      <TextField name="signatory" label={t('fields.signatory')} optional maxLength={160} />
    </>
  ) : (
    <PersonField name="personId" label={t('fields.personId')} />
  );
};

/** Enters an undertaking that was signed on paper before Beffroi: the day, and where the paper lies. */
export const NewDeclarationPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { person } = useSearch({ strict: false }) as { person?: string };
  const here = `/c/${centre.slug}/declarations`;
  const form = useForm({
    schema: EarlierInput,
    domain: 'declarations',
    initial: { variant: 'staff', personId: person ?? '', supplierId: '', signedOn: '', place: '', signatory: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/declarations', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: (made: { id: string }) => {
      void refresh();
      void navigate({ to: `${here}/${made.id}` });
    },
  });
  return (
    <Page title={t('enter.title')} lead={t('enter.lead')} back={{ to: here, label: t('title') }}>
      <Form
        form={form}
        submit={t('enter.save')}
        cancel={
          <Link to={here} className="button">
            {t('shell:cancel')}
          </Link>
        }
      >
        <SelectField name="variant" label={t('fields.variant')} options={variants.map((value) => ({ value, label: t(`variants.${value}`) }))} />
        <Who />
        <DateField name="signedOn" label={t('fields.signedOn')} max={todayHere()} />
        <TextField name="place" label={t('fields.place')} help={t('enter.placeHelp')} optional maxLength={200} />
      </Form>
    </Page>
  );
};
