import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { SelectField, TextField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { sittingDays, type Week, weeks } from '../calendar.ts';
import { CalendarInput, organs } from '../council.ts';
import { useRefreshCouncil } from './queries.ts';
import { SittingForm } from './sitting-form.tsx';
import { todayHere } from './today.ts';
import './council.css';

/** Dates proposed by a rhythm, each of which may be changed or taken out. */
const DatesField = () => {
  const { t } = useTranslation(['council', 'shell']);
  const { longDay } = useFormat();
  const field = useField('dates', t('calendar.dates'));
  const dates = (field.value ?? []) as string[];
  const next = Number(todayHere().slice(0, 4)) + (todayHere().slice(5) > '10' ? 1 : 0);
  const [year, setYear] = useState(String(next));
  const [week, setWeek] = useState<Week>('3');
  const [weekday, setWeekday] = useState('2');
  const whole = /^(19|20|21)\d\d$/.test(year);
  return (
    <fieldset className="field council-dates">
      <legend className="field-label">{t('calendar.dates')}</legend>
      <p className="field-help">{t('calendar.help')}</p>
      <div className="council-rhythm">
        <label>
          <span className="field-label">{t('calendar.week')}</span>
          <select className="control" value={week} onChange={(event) => setWeek(event.target.value as Week)}>
            {weeks.map((one) => (
              <option key={one} value={one}>
                {t(`calendar.weeks.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{t('calendar.weekday')}</span>
          <select className="control" value={weekday} onChange={(event) => setWeekday(event.target.value)}>
            {(['1', '2', '3', '4', '5', '6'] as const).map((one) => (
              <option key={one} value={one}>
                {t(`calendar.weekdays.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{t('calendar.year')}</span>
          <input className="control" inputMode="numeric" maxLength={4} value={year} onChange={(event) => setYear(event.target.value)} />
        </label>
        <button type="button" className="button" aria-disabled={!whole} onClick={() => whole && field.set(sittingDays(Number(year), Number(weekday), week))}>
          {t('calendar.propose')}
        </button>
      </div>
      <ol className="council-dates-list">
        {dates.map((date, index) => (
          <li key={index}>
            <label>
              <span className="field-label">{date ? longDay(date) : t('calendar.date', { number: index + 1 })}</span>
              <input
                className="control short"
                type="date"
                aria-label={t('calendar.date', { number: index + 1 })}
                value={date}
                onChange={(event) => field.set(dates.map((one, at) => (at === index ? event.target.value : one)))}
              />
            </label>
            <button
              type="button"
              className="button plain"
              aria-label={t('calendar.remove', { date: date ? longDay(date) : index + 1 })}
              onClick={() => field.set(dates.filter((_one, at) => at !== index))}
            >
              {t('shell:remove')}
            </button>
          </li>
        ))}
      </ol>
      {field.error && <p className="field-error">{field.error}</p>}
      {dates.length > 0 && (
        <button type="button" className="button" onClick={() => field.set([...dates, ''])}>
          {t('calendar.add')}
        </button>
      )}
    </fieldset>
  );
};

const CalendarForm = () => {
  const { t } = useTranslation('council');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshCouncil(centre.id);
  const form = useForm({
    schema: CalendarInput,
    domain: 'council',
    draft: `council/${centre.id}/calendar`,
    initial: { organ: 'council', startTime: '', place: '', dates: [] as string[] },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/councilCalendars', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      void refresh();
      void navigate({ to: `/c/${centre.slug}/council` });
    },
  });
  const count = ((form.get('dates') ?? []) as string[]).length;
  return (
    <Form form={form} submit={t('calendar.save', { count })} wide>
      <div className="council-rhythm">
        <SelectField name="organ" label={t('fields.organ')} options={organs.map((value) => ({ value, label: t(`organs.${value}`) }))} />
        <TextField name="startTime" label={t('fields.startTime')} optional maxLength={5} />
        <TextField name="place" label={t('fields.place')} optional maxLength={200} />
      </div>
      <DatesField />
    </Form>
  );
};

/** Sittings to come: all those of a year at once, or one. */
export const NewSittingPage = () => {
  const { t } = useTranslation('council');
  const centre = useCentre();
  const navigate = useNavigate();
  const [one, setOne] = useState(false);
  return (
    <Page title={t('sittings.add')} lead={t('sittings.newLead')} back={{ to: `/c/${centre.slug}/council`, label: t('title') }}>
      <div className="buttons" role="group" aria-label={t('sittings.add')}>
        <button type="button" className="button" aria-pressed={!one} onClick={() => setOne(false)}>
          {t('calendar.many')}
        </button>
        <button type="button" className="button" aria-pressed={one} onClick={() => setOne(true)}>
          {t('calendar.one')}
        </button>
      </div>
      <div className="council-new">{one ? <SittingForm onDone={(id) => void navigate({ to: `/c/${centre.slug}/council/sittings/${id}` })} /> : <CalendarForm />}</div>
    </Page>
  );
};
