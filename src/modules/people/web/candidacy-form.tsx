import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidacyInput } from '../mandate.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { DeleteRecord } from './delete-record.tsx';
import { HoursField } from './hours-field.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { type Candidacy, useRefresh } from './queries.ts';
import { RowsField } from '../../../web/rows-field.tsx';

const functions = ['adviser', 'deputyAdviser', 'dpo', 'deputyDpo'] as const;
const conditions = ['compatible', 'impartial', 'trained', 'time'] as const;
const knowledge = ['informatics', 'medicalInformatics', 'law', 'security'] as const;
const outcomes = ['pending', 'favorable', 'conditional', 'unfavorable'] as const;

const fieldsOf = (candidacy: Candidacy) => Object.fromEntries(Object.keys(CandidacyInput.shape).map((key) => [key, candidacy[key as keyof Candidacy]]));

const Part = ({ name, children }: { name: string; children: ReactNode }) => {
  const { t } = useTranslation('people');
  return (
    <section aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>{t(`candidacy.parts.${name}`)}</h2>
      <p className="quiet">{t(`candidacy.intro.${name}`)}</p>
      <div className="part-fields">{children}</div>
    </section>
  );
};

export const CandidacyForm = ({ candidacy, personId }: { candidacy?: Candidacy; personId?: string | undefined }) => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefresh(centre.id);
  const back = `/c/${centre.slug}/people${personId ? `/${personId}` : ''}`;
  const path = { organizationId: centre.id, id: candidacy?.id ?? '' };
  const form = useForm({
    schema: CandidacyInput,
    domain: 'people',
    draft: `candidacy/${candidacy?.id ?? `new/${centre.id}/${personId ?? ''}`}`,
    record: candidacy && { register: 'candidacy', id: candidacy.id },
    initial: candidacy ? fieldsOf(candidacy) : { personId, outcome: 'pending' },
    version: candidacy?.version,
    save: (values, { patch, version }) =>
      candidacy
        ? unwrap(api.PATCH('/organizations/{organizationId}/candidacies/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/candidacies', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/candidacies/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (stored: Candidacy) => {
      refresh();
      void navigate({ to: `/c/${centre.slug}/people/${stored.personId}` });
    },
  });
  return (
    <>
      <Form form={form} submit={t(candidacy ? 'shell:save' : 'shell:add')} wide cancel={<Link to={back}>{t('shell:cancel')}</Link>}>
        <div className="chapters">
          <Part name="function">
            {!personId && <PersonField name="personId" label={t('candidacy.candidate')} />}
            <SelectField name="function" label={t('candidacy.function')} options={functions.map((value) => ({ value, label: t(`mandateKinds.${value}`) }))} />
            <HoursField name="weeklyHours" label={t('candidacy.weeklyHours')} help={t('candidacy.weeklyHoursHelp')} />
          </Part>
          <Part name="background">
            <RowsField name="studies" label={t('candidacy.studies')} add={t('candidacy.addStudy')} fresh={{ year: '', title: '', school: '' }}>
              {(row) => (
                <>
                  <NumberField name={`${row}.year`} label={t('candidacy.year')} />
                  <TextField name={`${row}.title`} label={t('candidacy.diploma')} />
                  <TextField name={`${row}.school`} label={t('candidacy.school')} optional />
                </>
              )}
            </RowsField>
            <RowsField name="career" label={t('candidacy.career')} add={t('candidacy.addPosition')} fresh={{ from: '', to: '', position: '', employer: '' }}>
              {(row) => (
                <>
                  <NumberField name={`${row}.from`} label={t('candidacy.from')} />
                  <NumberField name={`${row}.to`} label={t('candidacy.to')} optional />
                  <TextField name={`${row}.position`} label={t('candidacy.position')} />
                  <TextField name={`${row}.employer`} label={t('candidacy.employer')} optional />
                </>
              )}
            </RowsField>
            <RowsField name="outsideFunctions" label={t('candidacy.outside')} help={t('candidacy.outsideHelp')} add={t('candidacy.addOutside')} fresh="">
              {(row) => <TextField name={row} label={t('candidacy.outsideOne')} />}
            </RowsField>
          </Part>
          <Part name="knowledge">
            {knowledge.map((field) => (
              <TextAreaField key={field} name={`knowledge.${field}`} label={t(`candidacy.knowledge.${field}`)} optional maxLength={2000} />
            ))}
          </Part>
          <Part name="conditions">
            {conditions.map((condition) => (
              <ChoiceField
                key={condition}
                name={`conditions.${condition}`}
                label={t(`candidacy.conditions.${condition}.ask`)}
                help={t(`candidacy.conditions.${condition}.means`)}
                options={(['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: t(`candidacy.answers.${value}`) }))}
              />
            ))}
          </Part>
          <Part name="outcome">
            <DateField name="sentOn" label={t('fields.sentOn')} help={t('candidacy.sentOnHelp')} optional />
            <ChoiceField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
            <DateField name="outcomeOn" label={t('fields.outcomeOn')} optional />
          </Part>
        </div>
      </Form>
      {candidacy?.can['delete'] && (
        <div className="delete no-print">
          <DeleteRecord
            label={t('candidacy.delete')}
            text={t('candidacy.deleteText')}
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/candidacies/{id}', { params: { path }, headers: ifMatch(candidacy.version) }))}
            onDeleted={() => {
              form.abandon();
              refresh();
              void navigate({ to: back });
            }}
          />
        </div>
      )}
    </>
  );
};
