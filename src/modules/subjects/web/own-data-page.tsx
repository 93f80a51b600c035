import { useMutation, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { useAuditWords } from '../../../web/audit-entry.tsx';
import { changesOf } from '../../../web/audit-words.ts';
import { TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { CorrectionInput } from '../data-subject.ts';
import { ownDataQuery, ownRequestsQuery, useRefresh } from './queries.ts';

/** One row about oneself, its fields in words; keys of rows say nothing. */
const Facts = ({ table, row }: { table: string; row: Record<string, unknown> }) => {
  const { field, value } = useAuditWords();
  const lines = changesOf({ after: row }).filter(({ path }) => path !== 'id' && !path.endsWith('Id'));
  return (
    <dl className="facts reading">
      {lines.map(({ path, after }) => (
        <Fragment key={path}>
          <dt>{field(table, path)}</dt>
          <dd>{value(table, path, after)}</dd>
        </Fragment>
      ))}
    </dl>
  );
};

const AskForm = ({ onAsked }: { onAsked: () => void }) => {
  const { t } = useTranslation('subjects');
  const centre = useCentre();
  const form = useForm({
    schema: CorrectionInput,
    domain: 'subjects',
    draft: `correction/${centre.id}`,
    initial: { text: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/ownCorrectionRequests', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: onAsked,
  });
  return (
    <Form form={form} submit={t('own.ask')}>
      <TextAreaField name="text" label={t('own.what')} help={t('own.whatHelp')} maxLength={2000} />
    </Form>
  );
};

const Requests = () => {
  const { t } = useTranslation('subjects');
  const { date } = useFormat();
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const [asked, setAsked] = useState(0);
  const { data, error } = useQuery(ownRequestsQuery(centre.id));
  const withdraw = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      unwrap(api.POST('/organizations/{organizationId}/ownCorrectionRequests/{id}/withdraw', { params: { path: { organizationId: centre.id, id } }, headers: ifMatch(version) })),
    onSettled: refresh,
  });
  const problem = error ?? withdraw.error;
  return (
    <section>
      <h2>{t('own.requests')}</h2>
      <p className="quiet">{t('own.requestsText')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {data && data.items.length > 0 && (
        <ul className="sessions">
          {data.items.map((request) => (
            <li key={request.id}>
              <div>
                <span className="tag">{t(`states.${request.state}`)}</span> {request.text}
                <div className="quiet small">
                  {t('asked', { day: date(request.askedOn) })}{' '}
                  {request.state === 'open' ? t('due', { day: date(request.dueOn) }) : request.answeredOn && t('answered', { day: date(request.answeredOn) })}
                </div>
                {request.answer && <p>{t('own.answer', { text: request.answer })}</p>}
              </div>
              {request.state === 'open' && (
                <button type="button" className="button" onClick={() => withdraw.mutate(request)}>
                  {t('own.withdraw')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <AskForm
        key={asked}
        onAsked={() => {
          setAsked(asked + 1);
          refresh();
        }}
      />
    </section>
  );
};

/** What this centre holds about the signed-in person: all of it, in words; to take along; to have corrected. */
export const OwnDataPage = () => {
  const { t } = useTranslation(['subjects', 'audit', 'people', 'organizations', 'documents', 'providers']);
  const { moment } = useFormat();
  const { table, value } = useAuditWords();
  const centre = useCentre();
  const { data, error } = useQuery(ownDataQuery(centre.id));
  const nobody = data && !data.personId;
  // What one asked for stands below, with its answer.
  const tables = [...new Set(data?.facts.map((fact) => fact.table))].filter((name) => name !== 'correction_request');
  const download = data && (
    <a className="button" href={`/api/beffroi/v1/organizations/${centre.id}/ownData/export`} download>
      {t('own.export')}
    </a>
  );
  return (
    <Page title={t('own.title')} lead={nobody ? t('own.nobody') : t('own.lead')} actions={download}>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {data && (
        <div className="chapters">
          <section>
            <h2>{t('own.account')}</h2>
            <dl className="facts reading">
              <dt>{t('own.name')}</dt>
              <dd>{data.account.name}</dd>
              <dt>{t('own.email')}</dt>
              <dd>{data.account.email}</dd>
              <dt>{t('own.since')}</dt>
              <dd>{moment(data.account.createdAt)}</dd>
              <dt>{t('own.roles')}</dt>
              <dd>{value('link', 'grantedRoles', data.roles)}</dd>
            </dl>
          </section>
          {tables.map((name) => (
            <section key={name}>
              <h2>{table(name)}</h2>
              {data.facts
                .filter((fact) => fact.table === name)
                .map(({ row }) => (
                  <Facts key={JSON.stringify(row)} table={name} row={row} />
                ))}
            </section>
          ))}
          {data.personId && <Requests />}
        </div>
      )}
    </Page>
  );
};
