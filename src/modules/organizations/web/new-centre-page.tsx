import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { documentLanguages } from '../../../kernel/language.ts';
import { OrganizationInput, regions } from '../organization.ts';
import { api, unwrap } from '../../../web/api.ts';
import { ChoiceField, LocalizedField, NumberField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import type { Organization } from './queries.ts';
import { slugFrom } from './slug.ts';

const Creation = OrganizationInput.extend({ as: z.enum(['adviser', 'directorGeneral']) });

/** The short name, proposed from the official name until somebody writes another one. */
const SlugField = () => {
  const { t } = useTranslation('organizations');
  const form = useFormContext();
  const proposed = useRef('');
  const names = (form.get('name') ?? {}) as Record<string, string>;
  const proposal = slugFrom(names['fr'] || names['nl'] || names['de'] || '');
  const slug = (form.get('slug') as string | undefined) ?? '';

  useEffect(() => {
    if (proposal !== slug && (slug === '' || slug === proposed.current)) form.set('slug', proposal);
    proposed.current = proposal;
    // Only another official name makes another proposal.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [proposal]);

  return <TextField name="slug" label={t('fields.slug')} help={t('create.slugHelp')} />;
};

/** Enters a centre; its creator becomes its adviser or its director-general, and goes on to its first steps. */
export const NewCentrePage = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm({
    schema: Creation,
    domain: 'organizations',
    draft: 'centre/new',
    initial: { documentLanguage: 'fr' },
    save: (values) => unwrap(api.POST('/organizations', { body: values })),
    onSaved: async (centre: Organization) => {
      await Promise.all([queries.refetchQueries({ queryKey: ['me'] }), queries.invalidateQueries({ queryKey: ['organizations'] })]);
      void navigate({ to: `/c/${centre.slug}/first-steps` });
    },
  });
  return (
    <Page title={t('create.title')} lead={t('create.lead')} back={{ to: '/centres', label: t('shell:centres.all') }}>
      <Form form={form} submit={t('create.go')} cancel={<Link to="/centres">{t('shell:cancel')}</Link>}>
        <LocalizedField name="name" label={t('fields.name')} help={t('help.name')} />
        <SlugField />
        <ChoiceField
          name="documentLanguage"
          label={t('fields.documentLanguage')}
          help={t('help.documentLanguage')}
          options={documentLanguages.map((value) => ({ value, label: t(`documentLanguages.${value}`) }))}
        />
        <TextField name="municipality" label={t('fields.municipality')} help={t('help.municipality')} />
        <SelectField name="region" label={t('fields.region')} help={t('help.region')} options={regions.map((value) => ({ value, label: t(`regions.${value}`) }))} />
        <TextField name="enterpriseNumber" label={t('fields.enterpriseNumber')} help={t('help.enterpriseNumber')} inputMode="numeric" optional />
        <TextField name="nisCode" label={t('fields.nisCode')} help={t('help.nisCode')} inputMode="numeric" optional />
        <NumberField name="population" label={t('fields.population')} help={t('help.population')} optional />
        <ChoiceField
          name="as"
          label={t('create.as')}
          help={t('create.asHelp')}
          options={(['adviser', 'directorGeneral'] as const).map((value) => ({ value, label: t(`create.${value}`), help: t(`create.${value}Help`) }))}
        />
      </Form>
    </Page>
  );
};
