import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../kernel/language.ts';
import { api, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { LinkNotice } from '../../../web/link-notice.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { AuditorAccessData } from '../inspection.ts';
import { accessesQuery, type Given, type Inspection, useRefreshInspections } from './queries.ts';
import { todayHere } from './today-here.ts';

const later = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const GiveForm = ({ audit, onGiven, cancel }: { audit: Inspection; onGiven: (given: Given, email: string) => void; cancel: () => void }) => {
  const { t, i18n } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInspections(centre.id);
  const today = todayHere();
  const from = audit.plannedOn && audit.plannedOn > today ? audit.plannedOn : today;
  const form = useForm({
    schema: AuditorAccessData,
    domain: 'inspections',
    initial: { email: '', language: i18n.language, accessFrom: from, accessUntil: later(from, 30) },
    save: async (values) => ({
      given: await unwrap(api.POST('/organizations/{organizationId}/inspections/{id}/accesses', { params: { path: { organizationId: centre.id, id: audit.id } }, body: values })),
      email: values.email,
    }),
    onSaved: ({ given, email }: { given: Given; email: string }) => {
      void refresh();
      onGiven(given, email);
    },
  });
  return (
    <Form
      form={form}
      submit={t('access.send')}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextField name="email" label={t('fields.email')} type="email" />
      <SelectField name="language" label={t('fields.language')} options={languages.map((value) => ({ value, label: t(`shell:ownLanguages.${value}`) }))} />
      <DateField name="accessFrom" label={t('fields.accessFrom')} min={today} />
      <DateField name="accessUntil" label={t('fields.accessUntil')} min={today} />
    </Form>
  );
};

/** Who reads the centre for this audit, from when until when; and one action to let somebody. */
export const AuditorAccess = ({ audit }: { audit: Inspection }) => {
  const { t } = useTranslation('inspections');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(accessesQuery(centre.id, audit.id));
  const [giving, setGiving] = useState(false);
  const [done, setDone] = useState<{ given: Given; email: string }>();
  return (
    <section aria-labelledby="auditor-access">
      <h2 id="auditor-access">{t('access.title')}</h2>
      <p className="quiet measure">{t('access.text')}</p>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data?.items.length === 0 && <p>{t('access.none')}</p>}
      {query.data && query.data.items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('access.who')}</th>
              <th scope="col">{t('access.when')}</th>
              <th scope="col">{t('fields.state')}</th>
              <th scope="col">
                <span className="hidden-text">{t('access.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {query.data.items.map((access) => (
              <tr key={access.id}>
                <th scope="row">
                  {access.name ?? access.email}
                  {access.name && <span className="quiet small"> {access.email}</span>}
                </th>
                <td data-label={t('access.when')}>{access.from && access.until && t('access.period', { from: shortDate(access.from), until: shortDate(access.until) })}</td>
                <td data-label={t('fields.state')}>{t(`accessStates.${access.state}`)}</td>
                <td>
                  {may('member.write') && ['invited', 'expired', 'coming', 'running'].includes(access.state) && (
                    <Link to={access.memberId ? `/c/${centre.slug}/members/${access.memberId}` : `/c/${centre.slug}/members`}>
                      {t('access.change')}
                      <span className="hidden-text">, {access.name ?? access.email}</span>
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {done &&
        (done.given.link ? (
          <LinkNotice link={done.given.link} fault={done.given.mailFault} />
        ) : (
          <p className="notice done" role="status">
            {t('access.sent', { email: done.email })}
          </p>
        ))}
      {may('member.write') &&
        (giving ? (
          <GiveForm
            audit={audit}
            cancel={() => setGiving(false)}
            onGiven={(given, email) => {
              setDone({ given, email });
              setGiving(false);
            }}
          />
        ) : (
          <p className="no-print">
            <button type="button" className="button" onClick={() => setGiving(true)}>
              {t('access.give')}
            </button>
          </p>
        ))}
    </section>
  );
};
