import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { LostPage } from '../../../web/pages/lost-page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentKinds, type DocumentKind } from '../document.ts';
import { useAskedLanguage } from './document-queries.ts';
import { LanguageChoice } from './language-choice.tsx';
import { type DocumentSections, type Section, sectionsQuery } from './wording-queries.ts';
import './documents.css';
import './wording.css';

const Line = ({ section, kind, language }: { section: Section; kind: DocumentKind; language: string }) => {
  const { t } = useTranslation('documents');
  const { moment } = useFormat();
  const centre = useCentre();
  const { key, number, title, state, question, wording } = section;
  return (
    <li data-level={section.level} data-state={state}>
      <span className="outline-number">{number}</span>
      <span className="outline-title">
        <Link to="/c/$centre/documents/$kind/wording/$section" params={{ centre: centre.slug, kind, section: key } as never} search={{ language } as never} lang={language}>
          {title}
        </Link>
        {wording && (
          <small>
            {wording.how === 'leftOut' ? `${t('wording.reason')} ${wording.reason} · ` : ''}
            {wording.writtenBy ? t('wording.writtenBy', { who: wording.writtenBy, when: moment(wording.writtenAt) }) : moment(wording.writtenAt)}
          </small>
        )}
      </span>
      <span className="outline-state">
        {question ? <span className="tag soon">{t(`wording.question.${question}`)}</span> : state !== 'library' && <span className="tag">{t(`wording.states.${state}`)}</span>}
      </span>
    </li>
  );
};

const Outline = ({ text }: { text: DocumentSections }) => {
  const { t } = useTranslation('documents');
  return (
    <>
      <LanguageChoice current={text.language} />
      {text.questions > 0 && (
        <div className="notice soon">
          <p>
            <b>{t('wording.questions', { count: text.questions })}</b> {t('wording.questionsText')}
          </p>
        </div>
      )}
      <ol className="outline" aria-label={t('wording.sections')}>
        {text.sections.map((section) => (
          <Line key={section.key} section={section} kind={text.kind} language={text.language} />
        ))}
      </ol>
    </>
  );
};

const OfKind = ({ kind }: { kind: DocumentKind }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const language = useAskedLanguage();
  const query = useQuery(sectionsQuery(centre.id, kind, language));
  const own = query.data?.sections.filter(({ wording }) => wording).length ?? 0;
  return (
    <Page
      title={t('wording.title')}
      lead={query.data && (own > 0 ? t('wording.lead', { count: own, total: query.data.sections.length }) : t('wording.leadNone'))}
      back={{ to: `/c/${centre.slug}/documents/${kind}`, label: t(`kinds.${kind}`) }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Outline text={query.data} />}
    </Page>
  );
};

/** The sections of a document, with what the centre worded itself, added or left out, and what an update of the library asks. */
export const WordingPage = () => {
  const { kind } = useParams({ strict: false }) as { kind?: string };
  const known = documentKinds.find((candidate) => candidate === kind);
  return known ? <OfKind key={known} kind={known} /> : <LostPage />;
};
