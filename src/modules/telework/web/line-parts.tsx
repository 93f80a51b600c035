import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, NumberField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { measureKinds, MeasureInput } from '../capacity.ts';
import { defaultWindow, ExceptionInput } from '../window.ts';
import { AskToDelete } from './ask-to-delete.tsx';
import { todayHere, useDays } from './parts.tsx';
import { exceptionsQuery, measuresQuery, useRefreshTelework } from './queries.ts';
import { WindowFields } from './window-fields.tsx';

const MeasureForm = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshTelework(centre.id);
  const form = useForm({
    schema: MeasureInput,
    domain: 'telework',
    initial: { measuredOn: todayHere(), how: 'measured' },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/teleworkMeasures', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <DateField name="measuredOn" label={t('fields.measuredOn')} max={todayHere()} />
      <SelectField name="how" label={t('fields.how')} options={measureKinds.map((value) => ({ value, label: t(`measureKinds.${value}`) }))} />
      <NumberField name="down" label={t('fields.down')} />
      <NumberField name="up" label={t('fields.up')} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

/** What was measured of the line, and when. */
export const Measures = () => {
  const { t } = useTranslation('telework');
  const { number, shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshTelework(centre.id);
  const items = useQuery(measuresQuery(centre.id)).data?.items;
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="rule-measures">
      <h2 id="rule-measures">{t('rule.measures')}</h2>
      {items?.length === 0 && <p className="quiet">{t('rule.noMeasure')}</p>}
      {items && items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('fields.measuredOn')}</th>
              <th scope="col">{t('fields.how')}</th>
              <th scope="col" className="end">
                {t('fields.down')}
              </th>
              <th scope="col" className="end">
                {t('fields.up')}
              </th>
              <th scope="col">
                <span className="hidden-text">{t('rule.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((measure) => (
              <tr key={measure.id}>
                <th scope="row">{shortDate(measure.measuredOn)}</th>
                <td data-label={t('fields.how')}>{t(`measureKinds.${measure.how}`)}</td>
                <td data-label={t('fields.down')} className="end">
                  {number(measure.down)}
                </td>
                <td data-label={t('fields.up')} className="end">
                  {number(measure.up)}
                </td>
                <td className="no-print">
                  {measure.can['delete'] && (
                    <AskToDelete
                      label={t('rule.remove')}
                      remove={() =>
                        unwrap(
                          api.DELETE('/organizations/{organizationId}/teleworkMeasures/{id}', { params: { path: { organizationId: centre.id, id: measure.id } }, headers: ifMatch(measure.version) }),
                        )
                      }
                      onDeleted={() => void refresh()}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('telework.equip') &&
        (adding ? (
          <MeasureForm onDone={() => setAdding(false)} />
        ) : (
          <p className="no-print telework-after">
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t('rule.addMeasure')}
            </button>
          </p>
        ))}
    </section>
  );
};

const ExceptionForm = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshTelework(centre.id);
  const form = useForm({
    schema: ExceptionInput,
    domain: 'telework',
    initial: { start: todayHere(), end: todayHere(), ...defaultWindow },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/teleworkExceptions', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <PersonField name="personId" label={t('fields.personId')} />
      <DateField name="start" label={t('fields.start')} />
      <DateField name="end" label={t('fields.end')} />
      <WindowFields />
      <TextField name="reason" label={t('fields.reason')} maxLength={500} />
    </Form>
  );
};

/** Whom the rule excepts, from when to when, and why. */
export const Exceptions = () => {
  const { t, i18n } = useTranslation('telework');
  const { shortDate, list } = useFormat();
  const countries = new Intl.DisplayNames([i18n.language], { type: 'region' });
  const days = useDays();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshTelework(centre.id);
  const query = useQuery({ ...exceptionsQuery(centre.id), enabled: may('telework.read') });
  const items = query.data?.items;
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="rule-exceptions">
      <h2 id="rule-exceptions">{t('rule.exceptions')}</h2>
      {items?.length === 0 && <p className="quiet">{t('rule.noException')}</p>}
      {items && items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('fields.personId')}</th>
              <th scope="col">{t('fields.start')}</th>
              <th scope="col">{t('rule.windowTitle')}</th>
              <th scope="col">{t('fields.reason')}</th>
              <th scope="col">
                <span className="hidden-text">{t('rule.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.personName}</th>
                <td data-label={t('fields.start')}>
                  {shortDate(one.start)} – {shortDate(one.end)}
                </td>
                <td data-label={t('rule.windowTitle')}>
                  {days(one.weekdays)}, {one.fromTime} – {one.untilTime}, {list(one.countries.map((code) => countries.of(code) ?? code))}
                </td>
                <td data-label={t('fields.reason')}>{one.reason}</td>
                <td className="no-print">
                  {one.can['delete'] && (
                    <AskToDelete
                      label={t('rule.remove')}
                      remove={() =>
                        unwrap(api.DELETE('/organizations/{organizationId}/teleworkExceptions/{id}', { params: { path: { organizationId: centre.id, id: one.id } }, headers: ifMatch(one.version) }))
                      }
                      onDeleted={() => void refresh()}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('telework.rule') &&
        (adding ? (
          <ExceptionForm onDone={() => setAdding(false)} />
        ) : (
          <p className="no-print telework-after">
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t('rule.addException')}
            </button>
          </p>
        ))}
    </section>
  );
};
