import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { api, unwrap } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { rememberTask } from '../../../web/tasks.ts';
import { documentsQuery, taskAddress, useAskedLanguage, type DocumentLine } from './document-queries.ts';
import { ReviewDue, useStateSentences } from './document-state.tsx';
import { dueState, todayHere } from './due.ts';
import { LanguageChoice } from './language-choice.tsx';
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

const useLead = (items: DocumentLine[]): string => {
  const { t } = useTranslation('documents');
  const today = todayHere();
  const inForce = items.filter((item) => item.inForce).length;
  const late = items.filter((item) => item.reviewDueOn && dueState(item.reviewDueOn, today) === 'late').length;
  const drafts = items.filter((item) => item.draft).length;
  const lacking = items.filter((item) => item.missing > 0).length;
  return [
    inForce === 0 ? t('lead.none') : t('lead.inForce', { count: inForce, total: items.length }),
    ...(late > 0 ? [t('lead.late', { count: late })] : []),
    ...(drafts > 0 ? [t('lead.drafts', { count: drafts })] : []),
    ...(lacking > 0 ? [t('lead.missing', { count: lacking })] : []),
  ].join(' ');
};

const DocumentsTable = ({ items }: { items: DocumentLine[] }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const language = useAskedLanguage();
  const sentences = useStateSentences();
  return (
    <table className="list documents-list">
      <caption className="hidden-text">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('fields.kind')}</th>
          <th scope="col">{t('fields.state')}</th>
          <th scope="col">{t('columns.review')}</th>
          <th scope="col">{t('columns.approver')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const [first, ...others] = sentences(item);
          return (
            <tr key={item.kind}>
              <th scope="row">
                <Link to={`/c/${centre.slug}/documents/${item.kind}`} search={(language ? { language } : {}) as never}>
                  {t(`kinds.${item.kind}`)}
                </Link>
              </th>
              <td data-label={t('fields.state')}>
                <span>
                  {first}
                  {others.map((sentence) => (
                    <small key={sentence}>{sentence}</small>
                  ))}
                </span>
              </td>
              <td data-label={t('columns.review')} className={item.reviewDueOn ? undefined : 'no-value'}>
                {item.reviewDueOn && <ReviewDue due={item.reviewDueOn} />}
              </td>
              <td data-label={t('columns.approver')}>
                <span>
                  {item.approvers.map((approver, index) =>
                    index === 0 ? (
                      t(`approvers.${approver}`)
                    ) : (
                      // The council with its yearly report, or the same council without.
                      <small key={approver}>{approver === 'council' ? t('apart') : `${t('or')} ${t(`approvers.${approver}`)}`}</small>
                    ),
                  )}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** The documents of a centre: what is in force, what is open, what is missing, who approves. */
export const DocumentsPage = () => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(documentsQuery(centre.id, useAskedLanguage()));
  const items = query.data?.items ?? [];
  const lead = useLead(items);
  const language = items[0]?.language;
  return (
    <Page title={t('title')} lead={query.data && lead} actions={language && may('document.dossier') && <DossierButton language={language} />}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {language && (
        <>
          <LanguageChoice current={language} />
          <DocumentsTable items={items} />
          <p className="quiet small documents-why">{t('why')}</p>
        </>
      )}
    </Page>
  );
};
