import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, NumberField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { RowsField } from '../../../web/rows-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { PremisesSettingInput } from '../setting.ts';
import { Facts, PremisesTabs, useDays, Waiting, WeekdaysField } from './parts.tsx';
import { type Setting, settingQuery, useRefreshPremises } from './queries.ts';

const fieldsOf = (setting: Setting) => Object.fromEntries(Object.keys(PremisesSettingInput.shape).map((key) => [key, setting[key as keyof Setting]]));

const SettingForm = ({ setting, onDone }: { setting: Setting; onDone: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const path = { organizationId: centre.id };
  const form = useForm({
    schema: PremisesSettingInput,
    domain: 'premises',
    initial: fieldsOf(setting),
    version: setting.version,
    save: (values, { version }) => unwrap(api.PUT('/organizations/{organizationId}/premisesSettings', { params: { path }, headers: ifMatch(version!), body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/premisesSettings', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  const cancel = (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  );
  return (
    <Form form={form} submit={t('shell:save')} cancel={cancel}>
      <h2>{t('settings.hours')}</h2>
      <WeekdaysField name="weekdays" label={t('fields.weekdays')} />
      <TextField name="fromTime" label={t('fields.fromTime')} help={t('settings.timeHelp')} maxLength={5} />
      <TextField name="untilTime" label={t('fields.untilTime')} maxLength={5} />
      <h2>{t('settings.visitors')}</h2>
      <NumberField name="visitorDays" label={t('fields.visitorDays')} help={t('settings.visitorDaysHelp')} />
      <CheckField name="visitorsSign" label={t('settings.visitorsSign')} />
      <h2>{t('settings.sheets')}</h2>
      <p className="quiet">{t('settings.sheetsHelp')}</p>
      <TextField name="assemblyPoint" label={t('fields.assemblyPoint')} optional maxLength={300} />
      <TextField name="electricityCut" label={t('fields.electricityCut')} optional maxLength={300} />
      <TextField name="waterCut" label={t('fields.waterCut')} optional maxLength={300} />
      <TextField name="gasCut" label={t('fields.gasCut')} optional maxLength={300} />
      <TextField name="keysAt" label={t('fields.keysAt')} optional maxLength={300} />
      <RowsField name="contacts" label={t('fields.contacts')} help={t('settings.contactsHelp')} add={t('settings.addContact')} fresh={{ label: '', phone: '' }}>
        {(row) => (
          <>
            <TextField name={`${row}.label`} label={t('fields.label')} maxLength={120} />
            <TextField name={`${row}.phone`} label={t('fields.phone')} type="tel" maxLength={60} />
          </>
        )}
      </RowsField>
    </Form>
  );
};

const Shown = ({ setting }: { setting: Setting }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const days = useDays();
  const centre = useCentre();
  const [editing, setEditing] = useState(false);
  if (editing) return <SettingForm setting={setting} onDone={() => setEditing(false)} />;
  return (
    <div className="chapters">
      {!setting.own && <p className="notice soon">{t('settings.notOwn')}</p>}
      <section aria-labelledby="settings-hours">
        <h2 id="settings-hours">{t('settings.hours')}</h2>
        <p>{t('settings.from', { days: days(setting.weekdays), from: setting.fromTime, until: setting.untilTime })}</p>
      </section>
      <section aria-labelledby="settings-visitors">
        <h2 id="settings-visitors">{t('settings.visitors')}</h2>
        <Facts
          lines={[
            [t('fields.visitorDays'), setting.visitorDays],
            [t('fields.visitorsSign'), t(setting.visitorsSign ? 'shell:yes' : 'shell:no')],
          ]}
        />
        <p className="quiet measure">{t('settings.visitorDaysHelp')}</p>
      </section>
      <section aria-labelledby="settings-sheets">
        <h2 id="settings-sheets">{t('settings.sheets')}</h2>
        <p className="quiet measure">{t('settings.sheetsHelp')}</p>
        <Facts
          lines={[
            [t('fields.assemblyPoint'), setting.assemblyPoint],
            [t('fields.electricityCut'), setting.electricityCut],
            [t('fields.waterCut'), setting.waterCut],
            [t('fields.gasCut'), setting.gasCut],
            [t('fields.keysAt'), setting.keysAt],
            ...setting.contacts.map(({ label, phone }) => [label, phone] as const),
          ]}
        />
        <p className="no-print">
          <Link to={`/c/${centre.slug}/premises/sheets`}>{t('settings.toSheets')}</Link>
        </p>
      </section>
      {setting.can['update'] && (
        <p className="no-print">
          <button type="button" className="button primary" onClick={() => setEditing(true)}>
            {t('settings.change')}
          </button>
        </p>
      )}
    </div>
  );
};

/** What holds for all the buildings: service hours, visitors, and what stands on the sheets. */
export const PremisesSettingsPage = () => {
  const { t } = useTranslation('premises');
  const query = useQuery(settingQuery(useCentre().id));
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <PremisesTabs />
      <Waiting query={query} />
      {query.data && <Shown key={query.data.version} setting={query.data} />}
    </Page>
  );
};
