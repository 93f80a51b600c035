import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { SettingInput } from '../intervention.ts';
import { FirmLinks } from './firm-links.tsx';
import { InterventionTabs } from './parts.tsx';
import { settingQuery, useRefreshInterventions } from './queries.ts';

const Urgent = ({ setting }: { setting: { urgentFirst: boolean; version: number } }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const form = useForm({
    schema: SettingInput,
    domain: 'interventions',
    initial: { urgentFirst: setting.urgentFirst },
    version: setting.version,
    save: (body, { version }) => unwrap(api.PUT('/organizations/{organizationId}/interventionSettings', { params: { path: { organizationId: centre.id } }, headers: ifMatch(version!), body })),
    onSaved: () => void refresh(),
  });
  return (
    <section aria-labelledby="urgent-title">
      <h2 id="urgent-title">{t('settings.urgentTitle')}</h2>
      <Form form={form} submit={t('shell:save')}>
        <CheckField name="urgentFirst" label={t('settings.urgentFirst')} help={t('settings.urgentHelp')} />
      </Form>
    </section>
  );
};

/** What the centre chose about its interventions. */
export const InterventionSettingsPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const query = useQuery(settingQuery(centre.id));
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <InterventionTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && (
        <div className="chapters">
          <Urgent key={query.data.version} setting={query.data} />
          <FirmLinks />
        </div>
      )}
    </Page>
  );
};
