import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { outcomes, severities } from '../inspection.ts';
import './inspections.css';

/** Everything that the audits found, over all of them, and how each finding stands. */
export const FindingsPage = () => {
  const { t } = useTranslation('inspections');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const base = `/c/${centre.slug}/inspections`;
  const path = { organizationId: centre.id };
  return (
    <Page title={t('findings.title')} lead={t('findings.lead')} back={{ to: base, label: t('title') }}>
      <RecordList
        caption={t('findings.title')}
        queryKey={['inspections', centre.id, 'allFindings']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/inspectionFindings', { params: { path, query }, signal }))}
        columns={[
          { key: 'text', header: t('fields.text'), cell: (finding) => <Link to={`${base}/${finding.inspectionId}`}>{finding.text}</Link> },
          {
            key: 'inspection',
            header: t('fields.inspection'),
            sort: 'number',
            cell: (finding) => [`${t('findings.number', { number: finding.number })}, ${finding.inspection ?? ''}`, finding.heldOn && shortDate(finding.heldOn)].filter(Boolean).join(', '),
          },
          { key: 'severity', header: t('fields.severity'), sort: 'severity', cell: (finding) => t(`severities.${finding.severity}`) },
          { key: 'norm', header: t('fields.norm'), cell: (finding) => finding.norm },
          { key: 'outcome', header: t('fields.outcome'), cell: (finding) => [t(`outcomes.${finding.outcome}`), finding.outcomeOn && shortDate(finding.outcomeOn)].filter(Boolean).join(', ') },
        ]}
        filters={[
          { name: 'outcome', label: t('fields.outcome'), options: outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })) },
          { name: 'severity', label: t('fields.severity'), options: severities.map((value) => ({ value, label: t(`severities.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/inspectionFindings/export`}
        empty={{ title: t('findings.empty.title'), text: t('findings.empty.text') }}
      />
    </Page>
  );
};
