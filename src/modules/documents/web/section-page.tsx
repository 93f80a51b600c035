import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { LostPage } from '../../../web/pages/lost-page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentKinds, type DocumentKind } from '../document.ts';
import { useAskedLanguage } from './document-queries.ts';
import { LibraryQuestion } from './library-question.tsx';
import { SectionActions } from './section-actions.tsx';
import { SectionForm } from './section-form.tsx';
import { SectionWords, useVariables } from './section-words.tsx';
import { type DocumentSections, type Section, sectionsQuery } from './wording-queries.ts';
import './wording.css';

/** A section that is not there yet. */
const blank: Section = { key: 'new', level: 2, title: '', state: 'added', canLeaveOut: false, fixed: [] };

const LibraryText = ({ text, section }: { text: DocumentSections; section: Section }) => {
  const { t } = useTranslation('documents');
  const variables = useVariables(text);
  if (!section.library) return null;
  return (
    <section className="library-side" aria-labelledby="library-text">
      <h2 id="library-text">{t('wording.library')}</h2>
      <p className="quiet small">{t('wording.libraryRevision', { revision: text.revision })}</p>
      <SectionWords body={section.library.body} section={section} variables={variables} lang={text.language} />
    </section>
  );
};

/** What the centre has put in the place of the section, where one may only read it or it is left out. */
const OwnText = ({ text, section }: { text: DocumentSections; section: Section }) => {
  const { t } = useTranslation('documents');
  const variables = useVariables(text);
  const { wording } = section;
  if (wording?.how === 'leftOut') {
    return (
      <section className="own-side">
        <h2>{t('wording.states.leftOut')}</h2>
        <p>{wording.reason}</p>
      </section>
    );
  }
  if (wording?.body === undefined) return null;
  return (
    <section className="own-side">
      <h2>{t('wording.own')}</h2>
      <SectionWords body={wording.body} section={section} variables={variables} lang={text.language} />
    </section>
  );
};

const Editing = ({ text, section }: { text: DocumentSections; section: Section }) => {
  const { t } = useTranslation('documents');
  const [round, setRound] = useState(0);
  const [said, say] = useState('');
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) notice.current?.focus();
  }, [said, round]);
  const done = (words: string) => {
    say(words);
    setRound((count) => count + 1);
  };
  const writes = text.can['write'] && section.wording?.how !== 'leftOut' && section.state !== 'gone';
  return (
    <>
      <p ref={notice} tabIndex={-1} role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said}
      </p>
      {section.question && text.can['write'] && <LibraryQuestion text={text} section={section} done={done} />}
      {section.state === 'leftOutWithChapter' && <p className="notice">{t('wording.withChapter')}</p>}
      <div className={section.library ? 'wording-frame' : 'wording-frame alone'}>
        {writes ? <SectionForm key={`${section.key} ${round}`} text={text} section={section} done={done} /> : <OwnText text={text} section={section} />}
        <LibraryText text={text} section={section} />
      </div>
      {text.can['write'] && section.key !== 'new' && <SectionActions text={text} section={section} done={done} />}
    </>
  );
};

const OfKind = ({ kind, sectionKey }: { kind: DocumentKind; sectionKey: string }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const { moment } = useFormat();
  const centre = useCentre();
  const language = useAskedLanguage();
  const { after } = useSearch({ strict: false }) as { after?: string };
  const query = useQuery(sectionsQuery(centre.id, kind, language));
  const text = query.data;
  const before = text?.sections.find(({ key }) => key === after);
  const section = sectionKey === 'new' ? before && { ...blank, level: before.level } : text?.sections.find(({ key }) => key === sectionKey);
  if (text && !section) return <LostPage />;
  const { wording } = section ?? {};
  const lead =
    section &&
    (sectionKey === 'new'
      ? t('wording.newAfter', { title: before?.title })
      : !wording
        ? t('wording.isLibrary')
        : t(`wording.is.${wording.how}`, { who: wording.writtenBy ?? '–', when: moment(wording.writtenAt) }));
  return (
    <Page
      title={section ? (sectionKey === 'new' ? t('wording.new') : `${section.number ? `${section.number} ` : ''}${section.title}`) : t('wording.title')}
      lead={lead}
      back={{ to: `/c/${centre.slug}/documents/${kind}/wording?language=${text?.language ?? language ?? ''}`, label: t('wording.title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {text && section && <Editing key={`${text.language} ${section.key}`} text={text} section={section} />}
    </Page>
  );
};

/** One section in the centre's own words, beside the library's. */
export const SectionPage = () => {
  const { kind, section } = useParams({ strict: false }) as { kind?: string; section?: string };
  const known = documentKinds.find((candidate) => candidate === kind);
  return known && section ? <OfKind key={`${known} ${section}`} kind={known} sectionKey={section} /> : <LostPage />;
};
