import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import '../../../web/styles/tokens-part.css';
import { CalendarInput } from '../reminder.ts';

type Calendar = components['schemas']['Calendar'];
const key = ['calendars'];

const NewCalendar = ({ onMade }: { onMade: (made: Calendar) => void }) => {
  const { t } = useTranslation('reminders');
  const form = useForm({ schema: CalendarInput, domain: 'reminders', initial: { name: '' }, save: (values) => unwrap(api.POST('/me/calendars', { body: values })), onSaved: onMade });
  return (
    <Form form={form} submit={t('calendar.make')}>
      <TextField name="name" label={t('calendar.where')} help={t('calendar.whereHelp')} maxLength={60} />
    </Form>
  );
};

/** The address, this once. */
const Made = ({ address }: { address: string }) => {
  const { t } = useTranslation('reminders');
  const [copied, setCopied] = useState(false);
  return (
    <div className="notice done" role="status">
      <p>
        <b>{t('calendar.made')}</b>
      </p>
      <p>
        <code className="token">{address}</code>
      </p>
      <p className="small">{t('calendar.how')}</p>
      <button type="button" className="button primary" onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
        {copied ? t('calendar.copied') : t('calendar.copy')}
      </button>
    </div>
  );
};

/** The secret addresses under which a calendar program reads what is due for oneself. */
export const Calendars = () => {
  const { t } = useTranslation('reminders');
  const { shortDate } = useFormat();
  const queries = useQueryClient();
  const [made, setMade] = useState<Calendar>();
  const calendars = useQuery({ queryKey: key, queryFn: ({ signal }) => unwrap(api.GET('/me/calendars', { signal })) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const end = useMutation({ mutationFn: (id: string) => unwrap(api.DELETE('/me/calendars/{id}', { params: { path: { id } } })), onSettled: again });
  const problem = calendars.error ?? end.error;
  const show = (calendar: Calendar) => {
    setMade(calendar);
    void again();
  };
  return (
    <section>
      <h2>{t('calendar.title')}</h2>
      <p className="quiet">{t('calendar.text')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {made?.address && <Made address={made.address} />}
      {calendars.data?.items.length === 0 && <p>{t('calendar.empty')}</p>}
      <ul className="sessions">
        {calendars.data?.items.map(({ id, name, createdAt, readOn }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <div className="quiet small">
                {t('calendar.since', { day: shortDate(createdAt.slice(0, 10)) })} · {readOn ? t('calendar.read', { day: shortDate(readOn) }) : t('calendar.neverRead')}
              </div>
            </div>
            <button type="button" className="button danger" onClick={() => end.mutate(id)} aria-label={t('calendar.endOf', { name })}>
              {t('calendar.end')}
            </button>
          </li>
        ))}
      </ul>
      <NewCalendar key={made?.id ?? ''} onMade={show} />
    </section>
  );
};
