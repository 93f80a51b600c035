import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { ChoiceField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { AnswerInput } from '../data-subject.ts';
import { type CorrectionRequest, requestsQuery, retentionQuery, useRefresh } from './queries.ts';

const AnswerForm = ({ request, onDone }: { request: CorrectionRequest; onDone: () => void }) => {
  const { t } = useTranslation(['subjects', 'shell']);
  const centre = useCentre();
  const form = useForm({
    schema: AnswerInput,
    domain: 'subjects',
    initial: { state: 'granted', answer: '' },
    version: request.version,
    save: (body) =>
      unwrap(api.POST('/organizations/{organizationId}/correctionRequests/{id}/answer', { params: { path: { organizationId: centre.id, id: request.id } }, headers: ifMatch(request.version), body })),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submit={t('answer.send')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <ChoiceField name="state" label={t('answer.state')} options={(['granted', 'refused'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))} />
      <TextAreaField name="answer" label={t('answer.text')} help={t('answer.help')} maxLength={2000} optional />
    </Form>
  );
};

const Requests = () => {
  const { t } = useTranslation('subjects');
  const { date } = useFormat();
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const [answering, setAnswering] = useState<string>();
  const { data, error } = useQuery(requestsQuery(centre.id));
  return (
    <section>
      <h2>{t('requests')}</h2>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {data?.total === 0 && <p className="quiet">{t('noRequests')}</p>}
      <ul className={data?.total ? 'sessions' : undefined}>
        {data?.items.map((request) => (
          <li key={request.id}>
            <div>
              <Link to={`/c/${centre.slug}/people/${request.personId}`}>{request.personName}</Link> <span className="tag">{t(`states.${request.state}`)}</span>
              <p>{request.text}</p>
              <div className="quiet small">
                {t('asked', { day: date(request.askedOn) })}{' '}
                {request.state === 'open' ? t('due', { day: date(request.dueOn) }) : request.answeredOn && t('answered', { day: date(request.answeredOn) })}
              </div>
              {request.answer && <p className="quiet">{request.answer}</p>}
              {answering === request.id && (
                <AnswerForm
                  request={request}
                  onDone={() => {
                    setAnswering(undefined);
                    refresh();
                  }}
                />
              )}
            </div>
            {request.state === 'open' && answering !== request.id && (
              <button type="button" className="button" onClick={() => setAnswering(request.id)}>
                {t('answer.open')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

type Leaver = { id: string; version: number; name: string };

const EraseDialog = ({ person, frozen, onClose }: { person: Leaver; frozen: number; onClose: () => void }) => {
  const { t } = useTranslation(['subjects', 'shell']);
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const erase = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/people/{id}/erase', { params: { path: { organizationId: centre.id, id: person.id } }, headers: ifMatch(person.version) })),
    onSuccess: () => {
      refresh();
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('erase.title', { name: person.name })}>
      <p>{t('erase.goes')}</p>
      <p>{t('erase.stays')}</p>
      <ul>
        <li>{t('erase.mandates')}</li>
        {frozen > 0 && <li>{t('erase.documents', { count: frozen })}</li>}
        <li>{t('erase.trail')}</li>
      </ul>
      <p>
        <b>{t('erase.final')}</b>
      </p>
      {erase.error && <ProblemNotice problem={problemOf(erase.error)} domain="subjects" />}
      <div className="buttons">
        <button type="button" className="button danger" aria-disabled={erase.isPending} onClick={() => !erase.isPending && erase.mutate()}>
          {t('erase.go')}
        </button>
        <button type="button" className="button" onClick={onClose} data-autofocus>
          {t('shell:cancel')}
        </button>
      </div>
    </Dialog>
  );
};

const Retention = () => {
  const { t } = useTranslation('subjects');
  const { date, shortDate } = useFormat();
  const centre = useCentre();
  const [erasing, setErasing] = useState<Leaver>();
  const { data, error } = useQuery(retentionQuery(centre.id));
  return (
    <section>
      <h2>{t('retention.title')}</h2>
      <p className="quiet">{t('retention.text')}</p>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {data && <p>{t(data.total === 0 ? 'retention.none' : 'retention.lead', { count: data.total, erasable: data.erasable })}</p>}
      {data && data.total > 0 && (
        <ul className="sessions">
          {data.items.map((person) => (
            <li key={person.id}>
              <div>
                <Link to={`/c/${centre.slug}/people/${person.id}`}>{person.name}</Link>
                <div className="quiet small">
                  {t('retention.left', { day: shortDate(person.lastDay) })} {t(person.erasableFrom <= data.today ? 'retention.since' : 'retention.from', { day: date(person.erasableFrom) })}{' '}
                  {person.access && t('retention.access')}
                </div>
              </div>
              {person.erasable && (
                <button type="button" className="button danger" onClick={() => setErasing(person)} aria-label={t('erase.title', { name: person.name })}>
                  {t('erase.open')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {erasing && data && <EraseDialog person={erasing} frozen={data.frozenDocuments} onClose={() => setErasing(undefined)} />}
    </section>
  );
};

/** What people ask about their data, and whose data may go: for those who answer. */
export const DataSubjectsPage = () => {
  const { t } = useTranslation('subjects');
  const may = useMay();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="chapters">
        <Requests />
        {may('dataSubject.erase') && <Retention />}
      </div>
    </Page>
  );
};
