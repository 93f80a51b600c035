import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { NumberField, SelectField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { capacity, lineOf, type Measure, sessionKinds } from '../capacity.ts';
import { rightLevels, SettingInput } from '../setting.ts';
import { Exceptions, Measures } from './line-parts.tsx';
import { Facts, TeleworkTabs, useDays } from './parts.tsx';
import { measuresQuery, type Setting, settingQuery, useRefreshTelework } from './queries.ts';
import { WindowFields } from './window-fields.tsx';

const LevelField = () => {
  const { t } = useTranslation('telework');
  return useFormContext().get('resourceId') ? <SelectField name="level" label={t('fields.level')} options={rightLevels.map((value) => ({ value, label: t(`levels.${value}`) }))} /> : null;
};

const RuleForm = ({ setting, onDone }: { setting: Setting; onDone: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshTelework(centre.id);
  const may = useMay();
  const fieldsOf = (of: Setting) => Object.fromEntries(Object.keys(SettingInput.shape).map((key) => [key, of[key as keyof Setting]]));
  const form = useForm({
    schema: SettingInput,
    domain: 'telework',
    initial: fieldsOf(setting),
    version: setting.version,
    save: (values, { version }) =>
      unwrap(
        api.PUT('/organizations/{organizationId}/teleworkSettings', {
          params: { path: { organizationId: centre.id } },
          headers: ifMatch(version!),
          body: { ...values, ...(values.resourceId ? {} : { level: undefined }) },
        }),
      ),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/teleworkSettings', { params: { path: { organizationId: centre.id } } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('rule.save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <h2>{t('rule.windowTitle')}</h2>
      <WindowFields />
      <h2>{t('rule.needsTitle')}</h2>
      <NumberField name="share" label={t('fields.share')} />
      <p className="quiet">{t('rule.needsHelp')}</p>
      {sessionKinds.map((kind) => (
        <fieldset key={kind} className="field">
          <legend className="field-label">{t(`sessions.${kind}`)}</legend>
          <div className="telework-needs">
            <NumberField name={`needs.${kind}.up`} label={t('rule.up')} />
            <NumberField name={`needs.${kind}.down`} label={t('rule.down')} />
          </div>
        </fieldset>
      ))}
      {may('resource.read') && (
        <>
          <h2>{t('rule.rightTitle')}</h2>
          <ResourceField name="resourceId" label={t('fields.resourceId')} help={t('rule.rightHelp')} optional />
          <LevelField />
        </>
      )}
    </Form>
  );
};

const Rule = ({ setting }: { setting: Setting }) => {
  const { t, i18n } = useTranslation('telework');
  const { number, list } = useFormat();
  const days = useDays();
  const centre = useCentre();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const line = lineOf((useQuery(measuresQuery(centre.id)).data?.items ?? []) as Measure[]);
  const countries = new Intl.DisplayNames([i18n.language], { type: 'region' });
  if (editing) return <RuleForm setting={setting} onDone={() => setEditing(false)} />;
  return (
    <>
      {!setting.own && <p className="notice soon">{t('rule.notOwn')}</p>}
      <section aria-labelledby="rule-window">
        <h2 id="rule-window">{t('rule.windowTitle')}</h2>
        <Facts
          lines={[
            [t('rule.days'), days(setting.weekdays)],
            [t('rule.hours'), `${setting.fromTime} – ${setting.untilTime}`],
            [t('fields.countries'), list(setting.countries.map((code) => countries.of(code) ?? code))],
          ]}
        />
        <p className="quiet measure telework-after">{t('rule.windowText')}</p>
        {may('telework.rule') && (
          <p className="no-print">
            <button type="button" className="button primary" onClick={() => setEditing(true)}>
              {t('rule.save')}
            </button>
          </p>
        )}
      </section>
      <Exceptions />
      <section aria-labelledby="rule-line">
        <h2 id="rule-line">{t('rule.needsTitle')}</h2>
        {line && <p>{t('rule.capacity', { sessions: list(sessionKinds.map((kind) => `${t(`sessions.${kind}`)}\u00a0${number(capacity(line, setting.share, setting.needs[kind]))}`)) })}</p>}
        <Facts
          lines={[
            [t('fields.share'), String(setting.share)],
            ...sessionKinds.map((kind) => [t(`sessions.${kind}`), `${number(setting.needs[kind].up)} Mbit/s ${t('rule.up')}, ${number(setting.needs[kind].down)} Mbit/s ${t('rule.down')}`] as const),
          ]}
        />
      </section>
      <Measures />
    </>
  );
};

/** The rule of the centre: when and whence it is reached, whom it excepts, what its line carries. */
export const TeleworkRulePage = () => {
  const { t } = useTranslation(['telework', 'shell']);
  const query = useQuery(settingQuery(useCentre().id));
  return (
    <Page title={t('rule.title')} lead={t('rule.lead')}>
      <TeleworkTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Rule key={query.data.version} setting={query.data} />}
    </Page>
  );
};
