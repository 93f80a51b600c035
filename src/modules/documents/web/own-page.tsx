import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, localAddress, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useRefreshDocuments, useSize } from './document-queries.ts';
import { OwnForm } from './own-form.tsx';
import { type OwnDocument, ownDocumentQuery, type OwnVersion, ownVersionsQuery } from './own-queries.ts';
import { OwnDraft, OwnInForce } from './own-version.tsx';
import './documents.css';

/** Every version, newest first, each to take along. */
const OwnVersions = ({ versions }: { versions: OwnVersion[] }) => {
  const { t } = useTranslation('documents');
  const { shortDate } = useFormat();
  const size = useSize();
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('versions')}</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('fields.number')}</th>
            <th scope="col">{t('fields.state')}</th>
            <th scope="col">{t('decision')}</th>
            <th scope="col">{t('fields.approver')}</th>
            <th scope="col">{t('own.file')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.id}>
              <th scope="row">{t('versionNumber', { number: version.number })}</th>
              <td data-label={t('fields.state')}>{t(`states.${version.state}`)}</td>
              <td data-label={t('decision')} className={version.decidedOn ? undefined : 'no-value'}>
                {version.decidedOn && (version.decisionNumber ? t('decisionNumbered', { date: shortDate(version.decidedOn), number: version.decisionNumber }) : shortDate(version.decidedOn))}
              </td>
              <td data-label={t('fields.approver')} className={version.approver ? undefined : 'no-value'}>
                {version.approver && t(`approvers.${version.approver}`)}
              </td>
              <td data-label={t('own.file')}>
                <a href={localAddress(version.file.href)} download>
                  {t(`formats.${version.file.format}`)}, {size(version.file.size)}
                  <span className="hidden-text">, {t('versionNumber', { number: version.number })}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Whole = ({ document, versions, say }: { document: OwnDocument; versions: OwnVersion[]; say: (words: string) => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshDocuments(centre.id);
  const [editing, setEditing] = useState(false);
  const draft = versions.find(({ state }) => state === 'draft');
  const inForce = versions.find(({ state }) => state === 'approved');
  const path = { organizationId: centre.id, id: document.id };
  return (
    <div className="own-document">
      {inForce && <OwnInForce version={inForce} yearlyReview={document.yearlyReview} say={say} />}
      {draft && <OwnDraft version={draft} say={say} />}
      {may('document.draft') && (
        <FilePicker
          label={t(draft ? 'own.giveAgain' : inForce ? 'own.giveNext' : 'own.give')}
          help={t('own.giveHelp')}
          accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          plain={versions.length > 0}
          send={(body) => unwrap(api.POST('/organizations/{organizationId}/ownDocuments/{id}/versions', { params: { path }, body: body as never }))}
          onSent={() => {
            say(t('own.given'));
            void refresh();
          }}
        />
      )}
      {versions.length > 0 && <OwnVersions versions={versions} />}
      <section aria-labelledby="own-register">
        <h2 id="own-register">{t('own.edit')}</h2>
        {editing ? (
          <OwnForm document={document} onSaved={() => setEditing(false)} />
        ) : (
          <>
            <dl className="facts">
              <dt>{t('fields.category')}</dt>
              <dd>{t(`categories.${document.category}`)}</dd>
              <dt>{t('fields.language')}</dt>
              <dd>{t(`shell:languages.${document.language}`)}</dd>
              <dt>{t('fields.inPolicy')}</dt>
              <dd>{t(document.inPolicy ? 'shell:yes' : 'shell:no')}</dd>
              <dt>{t('fields.yearlyReview')}</dt>
              <dd>{t(document.yearlyReview ? 'shell:yes' : 'shell:no')}</dd>
              {document.note && (
                <>
                  <dt>{t('fields.note')}</dt>
                  <dd>{document.note}</dd>
                </>
              )}
            </dl>
            {document.can['update'] && (
              <div className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                {versions.length === 0 && (
                  <AskToDelete
                    plain
                    label={t('own.deleteDocument')}
                    title={t('own.deleteDocument')}
                    text={t('own.deleteDocumentText')}
                    remove={() => unwrap(api.DELETE('/organizations/{organizationId}/ownDocuments/{id}', { params: { path }, headers: ifMatch(document.version) }))}
                    onDeleted={() => {
                      void refresh();
                      void navigate({ to: `/c/${centre.slug}/documents` });
                    }}
                  />
                )}
              </div>
            )}
          </>
        )}
      </section>
      <History organizationId={centre.id} table="own_document" recordId={document.id} version={document.version} />
    </div>
  );
};

/** A document of the centre's own: what is in force, the draft with its file and approval, every version. */
export const OwnPage = () => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const { date } = useFormat();
  const { documentId: id = '' } = useParams({ strict: false }) as { documentId?: string };
  const record = useQuery(ownDocumentQuery(centre.id, id));
  const list = useQuery(ownVersionsQuery(centre.id, id));
  const [said, say] = useState('');
  const versions = list.data?.items;
  const inForce = versions?.find(({ state }) => state === 'approved');
  const draft = versions?.find(({ state }) => state === 'draft');
  const lead = versions && [
    inForce ? t('own.state', { date: date(inForce.decidedOn ?? inForce.draftedOn), number: inForce.number }) : t('own.never'),
    ...(draft ? [t('own.hasDraft', { number: draft.number, date: date(draft.draftedOn) })] : []),
    ...(versions.length === 0 ? [t('own.noFile')] : []),
  ];
  const error = record.error ?? list.error;
  return (
    <Page title={record.data?.title ?? t('kinds.own')} lead={lead?.join(' ')} back={{ to: `/c/${centre.slug}/documents`, label: t('title') }}>
      <p role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said}
      </p>
      {error && <ProblemNotice problem={problemOf(error)} retry={() => Promise.all([record.refetch(), list.refetch()])} />}
      {(record.isPending || list.isPending) && <p role="status">{t('shell:loading')}</p>}
      {record.data && versions && <Whole document={record.data} versions={versions} say={say} />}
    </Page>
  );
};
