import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { inspectionState, resetsClock } from '../inspection.ts';
import { AuditorAccess } from './auditor-access.tsx';
import { Findings } from './findings.tsx';
import { InspectionForm } from './inspection-form.tsx';
import { findingsQuery, frameworksQuery, type Inspection, inspectionQuery, peopleQuery, servicesQuery, titleOf, useRefreshInspections } from './queries.ts';
import { RecordFile } from './record-file.tsx';
import './inspections.css';

const Facts = ({ audit }: { audit: Inspection }) => {
  const { t } = useTranslation('inspections');
  const { date, language } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const framework = useQuery({ ...frameworksQuery, enabled: audit.framework !== undefined }).data?.find(({ id }) => id === audit.framework);
  const services = useQuery({ ...servicesQuery(centre.id), enabled: audit.serviceIds.length > 0 }).data?.items ?? [];
  const people = useQuery({ ...peopleQuery(centre.id), enabled: audit.auditorId !== undefined && may('person.read') }).data?.items ?? [];
  const person = people.find(({ id }) => id === audit.auditorId);
  const auditor = [person ? `${person.firstName} ${person.lastName}` : audit.auditorName, audit.auditorFirm, t(`auditorKinds.${audit.auditorKind}`)].filter(Boolean).join(', ');
  const held = audit.heldOn && [date(audit.heldOn), audit.heldUntil && audit.heldUntil !== audit.heldOn && date(audit.heldUntil)].filter(Boolean).join(' – ');
  const where = services.filter(({ id }) => audit.serviceIds.includes(id)).map(({ name }) => name);
  const lines: [string, string | undefined][] = [
    [t('fields.kind'), `${t(`kinds.${audit.kind}`)}. ${t(resetsClock(audit) ? 'clock.resets' : 'clock.not')}`],
    [t('fields.clockReason'), audit.clockReason],
    [t('fields.auditor'), auditor],
    [t('fields.plannedOn'), audit.plannedOn && date(audit.plannedOn)],
    [t('fields.heldOn'), held],
    [t('fields.reportOn'), audit.reportOn && date(audit.reportOn)],
    [t('fields.framework'), framework ? titleOf(framework, language) : audit.framework],
    [t('fields.chapters'), audit.chapters.join(', ')],
    [t('fields.serviceIds'), where.length > 0 ? where.join(', ') : t('form.noService')],
    [t('fields.scope'), audit.scope],
    [t('fields.summary'), audit.summary],
  ];
  return (
    <dl className="facts">
      {lines.map(
        ([term, value]) =>
          value && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd className="free">{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
};

const Summary = ({ audit }: { audit: Inspection }) => {
  const { t } = useTranslation('inspections');
  const centre = useCentre();
  return (
    <div className="record-file no-print">
      <h2>{t('file.summary')}</h2>
      <p className="quiet small">{t('file.summaryHelp')}</p>
      <p className="buttons">
        {(['pdf', 'docx'] as const).map((format) => (
          <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/inspections/${audit.id}/summary?format=${format}`} download>
            {t(`formats.${format}`)}
            <span className="hidden-text">, {t('file.summary')}</span>
          </a>
        ))}
      </p>
    </div>
  );
};

const Whole = ({ audit }: { audit: Inspection }) => {
  const { t } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshInspections(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: audit.id };
  return (
    <>
      {editing ? (
        <InspectionForm audit={audit} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Facts audit={audit} />
          {audit.can['update'] && (
            <p className="buttons no-print">
              <button type="button" className="button" onClick={() => setEditing(true)}>
                {t('form.edit')}
              </button>
              <AskToDelete
                label={t('form.delete')}
                text={t('form.deleteText')}
                remove={() => unwrap(api.DELETE('/organizations/{organizationId}/inspections/{id}', { params: { path }, headers: ifMatch(audit.version) }))}
                onDeleted={() => {
                  void refresh();
                  void navigate({ to: `/c/${centre.slug}/inspections` });
                }}
              />
            </p>
          )}
        </>
      )}
      <div className="audit-files">
        <RecordFile plural="inspections" id={audit.id} version={audit.version} fileId={audit.fileId} update={Boolean(audit.can['update'])} />
        {audit.heldOn && <Summary audit={audit} />}
      </div>
      <Findings inspectionId={audit.id} />
      {may('member.read') && <AuditorAccess audit={audit} />}
      <History organizationId={centre.id} table="inspection" recordId={audit.id} version={audit.version} />
    </>
  );
};

export const NewInspectionPage = () => {
  const { t } = useTranslation('inspections');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('newLead')} back={{ to: `/c/${centre.slug}/inspections`, label: t('title') }}>
      <InspectionForm />
    </Page>
  );
};

/** One audit: what it covers, its report, what it found and what became of it, and who reads the centre for it. */
export const InspectionPage = () => {
  const { t } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const { inspectionId: id = '' } = useParams({ strict: false }) as { inspectionId?: string };
  const query = useQuery(inspectionQuery(centre.id, id));
  const findings = useQuery(findingsQuery(centre.id, id)).data?.items;
  const audit = query.data;
  const state = audit && findings && t(`states.${inspectionState(audit, findings.filter(({ outcome }) => outcome === 'open').length)}`);
  return (
    <Page title={audit?.title ?? t('one')} lead={state && `${state.charAt(0).toUpperCase()}${state.slice(1)}.`} back={{ to: `/c/${centre.slug}/inspections`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {audit && <Whole key={audit.id} audit={audit} />}
    </Page>
  );
};
