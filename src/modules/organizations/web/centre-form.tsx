import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEnterpriseNumber } from '../../../kernel/identifiers.ts';
import { documentLanguages } from '../../../kernel/language.ts';
import { Anchor } from '../../../web/anchor.tsx';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { LocalizedField, NumberField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { OrganizationInput, type Profile, regions } from '../organization.ts';
import { facts, isNamed, questions } from '../completeness.ts';
import { FactField } from './fact-field.tsx';
import { type Organization, organizationQuery } from './queries.ts';
import { QuestionField } from './question-field.tsx';

const fieldsOf = (centre: Organization) => ({
  ...Object.fromEntries(Object.keys(OrganizationInput.shape).map((key) => [key, centre[key as keyof Organization]])),
  ...(centre.enterpriseNumber ? { enterpriseNumber: formatEnterpriseNumber(centre.enterpriseNumber) } : {}),
});

const Chapter = ({ name, children }: { name: string; children: ReactNode }) => {
  const { t } = useTranslation('organizations');
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t(`sections.${name}`)}</h2>
      <p className="quiet">{t(`intro.${name}`)}</p>
      <div className="fields">{children}</div>
    </section>
  );
};

/** The record of a centre as its adviser or director-general fills it: one form, one save. */
export const CentreForm = ({ centre }: { centre: Organization }) => {
  const { t } = useTranslation(['organizations', 'shell']);
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const path = { organizationId: centre.id };
  const form = useForm({
    schema: OrganizationInput,
    domain: 'organizations',
    draft: `centre/${centre.id}`,
    record: { register: 'organization', id: centre.id },
    initial: fieldsOf(centre),
    version: centre.version,
    save: (_values, { patch, version }) => unwrap(api.PATCH('/organizations/{organizationId}', { params: { path }, headers: ifMatch(version!), body: patch })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (stored: Organization) => {
      queries.setQueryData(organizationQuery(centre.id).queryKey, stored);
      void queries.invalidateQueries({ queryKey: ['me'] });
      void queries.invalidateQueries({ queryKey: ['organizations'] });
      form.startAgain({ initial: fieldsOf(stored), version: stored.version });
      setSaved(true);
    },
  });
  const profile = (form.get('profile') ?? {}) as Profile;
  const text = (name: string, more: object = {}) => <TextField name={name} label={t(`fields.${name}`)} help={t(`help.${name}`)} optional {...more} />;

  return (
    <Form form={form} submit={t('shell:save')} wide cancel={saved && !form.dirty && <span role="status">{t('saved')}</span>}>
      <div className="chapters">
        <Chapter name="identity">
          <Anchor name="name">
            <LocalizedField name="name" label={t('fields.name')} help={t('help.name')} />
          </Anchor>
          <TextField name="slug" label={t('fields.slug')} help={t('help.slug')} />
          <SelectField
            name="documentLanguage"
            label={t('fields.documentLanguage')}
            help={t('help.documentLanguage')}
            options={documentLanguages.map((value) => ({ value, label: t(`documentLanguages.${value}`) }))}
          />
          <Anchor name="municipality">
            <TextField name="municipality" label={t('fields.municipality')} help={t('help.municipality')} />
          </Anchor>
          <SelectField name="region" label={t('fields.region')} help={t('help.region')} options={regions.map((value) => ({ value, label: t(`regions.${value}`) }))} />
          <Anchor name="enterpriseNumber">{text('enterpriseNumber', { inputMode: 'numeric' })}</Anchor>
          <Anchor name="nisCode">{text('nisCode', { inputMode: 'numeric' })}</Anchor>
          <NumberField name="population" label={t('fields.population')} help={t('help.population')} optional />
        </Chapter>
        <Chapter name="contact">
          <Anchor name="address">
            <div className="fields">
              {text('address.street')}
              {text('address.postalCode', { inputMode: 'numeric' })}
              {text('address.locality')}
            </div>
          </Anchor>
          <Anchor name="phone">{text('phone', { type: 'tel' })}</Anchor>
          <Anchor name="email">{text('email', { type: 'email' })}</Anchor>
        </Chapter>
        <Chapter name="federal">
          <Anchor name="federalContact">
            <div className="fields">
              {text('federalContact.name')}
              {text('federalContact.email', { type: 'email' })}
              {text('federalContact.phone', { type: 'tel' })}
            </div>
          </Anchor>
        </Chapter>
        <Chapter name="profile">
          {questions.map((question) => (
            <QuestionField key={question} question={question} />
          ))}
        </Chapter>
        <Chapter name="facts">
          {facts.map((fact) => (
            <FactField key={fact} fact={fact} named={isNamed(fact, profile)} />
          ))}
        </Chapter>
      </div>
    </Form>
  );
};
