import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { rememberTask, taskAddress } from '../../../web/tasks.ts';
import { documentsQuery, useAskedLanguage, type DocumentLine } from './document-queries.ts';
import { ReviewDue, useStateSentences } from './document-state.tsx';
import { dueState, todayHere } from './due.ts';
import { registerCategories } from '../own.ts';
import { LanguageChoice } from './language-choice.tsx';
import { ownCountsQuery, type RegisterLine } from './own-queries.ts';
import './documents.css';

/** Asks for the archive of all documents, and goes to the page of that task. */
const DossierButton = ({ language }: { language: DocumentLanguage }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/dossiers', { params: { path: { organizationId: centre.id } }, body: { language } })),
    onSuccess: ({ id }) => {
      const page = `/c/${centre.slug}/documents/dossiers/${id}`;
      rememberTask({ address: taskAddress(centre.id, id), label: t('dossier.title'), page });
      void navigate({ to: page });
    },
  });
  return (
    <>
      {start.error && <ProblemNotice problem={problemOf(start.error)} />}
      <button type="button" className="button primary" aria-disabled={start.isPending} onClick={() => start.isPending || start.mutate()}>
        {start.isPending ? t('shell:sending') : t('dossier.go')}
      </button>
      <span className="quiet small">{t('dossier.what')}</span>
    </>
  );
};

const useLead = (items: DocumentLine[], own: { total: number; inForce: number; late: number; drafts: number } | undefined): string => {
  const { t } = useTranslation('documents');
  const today = todayHere();
  const inForce = items.filter((item) => item.inForce).length;
  const late = items.filter((item) => item.reviewDueOn && dueState(item.reviewDueOn, today) === 'late').length + (own?.late ?? 0);
  const drafts = items.filter((item) => item.draft).length + (own?.drafts ?? 0);
  const lacking = items.filter((item) => item.missing > 0).length;
  return [
    inForce === 0 ? t('lead.none') : t('lead.inForce', { count: inForce, total: items.length }),
    ...(late > 0 ? [t('lead.late', { count: late })] : []),
    ...(drafts > 0 ? [t('lead.drafts', { count: drafts })] : []),
    ...(lacking > 0 ? [t('lead.missing', { count: lacking })] : []),
    ...(own && own.total > 0 ? [t('register.own', { count: own.inForce, total: own.total })] : []),
  ].join(' ');
};

const Register = ({ kinds }: { kinds: DocumentLine[] }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const language = useAskedLanguage();
  const sentences = useStateSentences();
  const path = { organizationId: centre.id };
  const asked = language ? { language } : {};
  const base = `/c/${centre.slug}/documents`;
  /** What a draft lacks, or that its facts have changed, is known of the generated ones. */
  const remarks = ({ kind }: RegisterLine): string[] => {
    const known = kinds.find((one) => one.kind === kind);
    return known ? sentences({ ...known, draft: undefined, reviewDueOn: undefined }).slice(1) : [];
  };
  return (
    <RecordList
      caption={t('title')}
      queryKey={['documents', centre.id, 'register', language]}
      load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/documentRegister', { params: { path, query: { ...query, ...asked } }, signal }))}
      columns={[
        {
          key: 'title',
          header: t('fields.kind'),
          sort: 'title',
          cell: (line) =>
            line.ownDocumentId ? (
              <>
                <Link to={`${base}/own/${line.ownDocumentId}`}>{line.title}</Link>
                <small className="quiet">{t(`categories.${line.category}`)}</small>
              </>
            ) : (
              <Link to={`${base}/${line.kind}`} search={asked as never}>
                {t(`kinds.${line.kind}`)}
              </Link>
            ),
        },
        {
          key: 'since',
          header: t('register.since'),
          sort: 'since',
          cell: (line) => (
            <>
              {line.decidedOn ? shortDate(line.decidedOn) : t('registerStates.missing')}
              {line.number !== undefined && line.decidedOn && <small>{t('register.version', { number: line.number })}</small>}
            </>
          ),
        },
        {
          key: 'decided',
          header: t('register.decided'),
          cell: (line) =>
            line.approver && (
              <>
                {t(`approvers.${line.approver}`)}
                {line.decisionNumber && <small>{t('numberOnly', { number: line.decisionNumber })}</small>}
              </>
            ),
        },
        { key: 'review', header: t('register.review'), sort: 'review', cell: (line) => line.reviewDueOn && <ReviewDue due={line.reviewDueOn} own={line.kind === 'own'} /> },
        {
          key: 'hand',
          header: t('register.hand'),
          cell: (line) => {
            const said = [...(line.draftNumber && line.draftedOn ? [t('register.draft', { number: line.draftNumber, date: shortDate(line.draftedOn) })] : []), ...remarks(line)];
            return said.length > 0 && said.map((sentence) => <small key={sentence}>{sentence}</small>);
          },
        },
      ]}
      filters={[
        { name: 'text', label: t('fields.title') },
        { name: 'show', label: t('register.show'), options: (['inForce', 'missing', 'draft', 'review'] as const).map((value) => ({ value, label: t(`register.shows.${value}`) })) },
        { name: 'category', label: t('fields.category'), options: registerCategories.map((value) => ({ value, label: t(`categories.${value}`) })) },
      ]}
      exportAddress={`/organizations/${centre.id}/documentRegister/export`}
      empty={{ title: t('register.emptyTitle'), text: t('register.emptyText') }}
    />
  );
};

/** The documents of a centre: what is in force, what is open, what is missing, who approves. */
export const DocumentsPage = () => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(documentsQuery(centre.id, useAskedLanguage()));
  const items = query.data?.items ?? [];
  const own = useQuery(ownCountsQuery(centre.id)).data?.own;
  const lead = useLead(items, own);
  const language = items[0]?.language;
  return (
    <Page
      title={t('title')}
      lead={query.data && lead}
      actions={
        <>
          {may('document.draft') && (
            <Link to={`/c/${centre.slug}/documents/own/new`} className="button">
              {t('own.add')}
            </Link>
          )}
          {language && may('document.dossier') && <DossierButton language={language} />}
        </>
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {language && (
        <>
          <LanguageChoice current={language} />
          <div className="documents-list">
            <Register kinds={items} />
          </div>
          <p className="quiet small documents-why">{t('why')}</p>
        </>
      )}
    </Page>
  );
};
