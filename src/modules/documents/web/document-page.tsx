import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { LostPage } from '../../../web/pages/lost-page.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentKinds, type DocumentKind } from '../document.ts';
import { DocumentPaper } from './document-paper.tsx';
import { documentQuery, useAskedLanguage, type DocumentOfCentre, type DocumentVersion } from './document-queries.ts';
import { useStateSentences } from './document-state.tsx';
import { dayOf } from './due.ts';
import { DraftPart } from './draft-part.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { MissingFacts } from './missing-facts.tsx';
import { ReviewPart } from './review-part.tsx';
import { Verification, VersionFacts, VersionSeal } from './version-facts.tsx';
import { VersionsTable } from './versions-table.tsx';
import { WordingPart } from './wording-part.tsx';
import './documents.css';

/** What is read: the version that the address names, else the draft, else what is in force; nothing: the document as facts make it now. */
const versionToRead = ({ versions, draft, inForce }: DocumentOfCentre, asked: string | undefined): DocumentVersion | undefined =>
  asked === 'now' ? undefined : (versions.find(({ id }) => id === asked) ?? draft ?? inForce);

const Reading = ({ document, version }: { document: DocumentOfCentre; version: DocumentVersion | undefined }) => {
  const { t } = useTranslation('documents');
  const { date } = useFormat();
  const [gaps, setGaps] = useState<string[]>([]);
  const [said, say] = useState('');
  const notice = useRef<HTMLParagraphElement>(null);
  const { kind, language, draft, inForce, outdated, nextNumber } = document;
  const frozen = version && version.state !== 'draft' ? version : undefined;
  const caption = frozen
    ? t(`reading.${frozen.state === 'approved' ? 'inForce' : 'superseded'}`, {
        number: frozen.number,
        frozen: date(dayOf(frozen.approvedAt ?? frozen.draftedOn)),
        date: date(frozen.decidedOn ?? frozen.draftedOn),
      })
    : t(draft ? 'reading.draft' : 'reading.next', { number: nextNumber });
  // Beside what is read stands the way to the other text, where there are two.
  const other = frozen
    ? draft || (inForce && outdated)
      ? { version: draft?.id ?? 'now', words: t('reading.seeNext', { number: nextNumber }) }
      : undefined
    : inForce && { version: inForce.id, words: t('reading.seeInForce', { number: inForce.number }) };
  // What was clicked is gone with what it did; the focus goes where that is said.
  useEffect(() => {
    if (said) notice.current?.focus();
  }, [said]);
  return (
    <>
      <p ref={notice} tabIndex={-1} role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said}
      </p>
      <div className="document-frame">
        <aside className="document-side" aria-label={t('side')}>
          <LanguageChoice current={language} />
          <p className="to-paper no-print">
            <Link to="." hash="paper" search>
              {t('reading.go')}
            </Link>
          </p>
          {other && (
            <p className="no-print">
              <Link to="." search={{ language, version: other.version } as never}>
                {other.words}
              </Link>
            </p>
          )}
          {!frozen && <MissingFacts document={document} gaps={gaps} />}
          {frozen && <VersionFacts version={frozen} />}
          {frozen && frozen === inForce && document.yearlyVerification && <Verification version={frozen} say={say} />}
          {(!frozen || frozen === inForce) && <WordingPart document={document} />}
          {draft && (!frozen || frozen === inForce) && <ReviewPart document={document} draft={draft} />}
          {(!frozen || frozen === inForce) && <DraftPart document={document} read={!frozen} say={say} />}
          {frozen && <VersionSeal version={frozen} />}
        </aside>
        <DocumentPaper kind={kind} language={language} id={frozen?.id} caption={caption} onGaps={setGaps} />
      </div>
      <VersionsTable document={document} shown={version?.id} />
    </>
  );
};

const OfKind = ({ kind }: { kind: DocumentKind }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const language = useAskedLanguage();
  const { version: asked } = useSearch({ strict: false }) as { version?: string };
  const query = useQuery(documentQuery(centre.id, kind, language));
  const sentences = useStateSentences();
  const document = query.data;
  return (
    <Page title={t(`kinds.${kind}`)} lead={document && sentences(document).join(' ')} back={{ to: `/c/${centre.slug}/documents`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {document && <Reading key={`${document.kind} ${document.language}`} document={document} version={versionToRead(document, asked)} />}
    </Page>
  );
};

/** A document: its text on paper, what it lacks, its draft and approval, what is in force, and every version. */
export const DocumentPage = () => {
  const { kind } = useParams({ strict: false }) as { kind?: string };
  const known = documentKinds.find((candidate) => candidate === kind);
  return known ? <OfKind key={known} kind={known} /> : <LostPage />;
};
