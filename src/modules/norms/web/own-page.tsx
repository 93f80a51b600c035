import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { ownNormsQuery } from './assessment-queries.ts';
import { useTexts } from './fact-words.ts';
import { NormCard } from './norm-card.tsx';
import './assessment.css';

/** The norms that one was asked to answer, and no other. */
export const OwnNormsPage = () => {
  const { t } = useTranslation('norms');
  const { date } = useFormat();
  const centre = useCentre();
  const say = useTexts();
  const query = useQuery(ownNormsQuery(centre.id));
  const [active, setActive] = useState<string | undefined>();
  const rows = query.data?.items;
  const waiting = rows?.filter(({ result, toConfirm }) => !result || toConfirm).length ?? 0;
  const closes = rows?.map(({ assessment }) => assessment.closesOn).find((day) => day !== undefined);
  const lead =
    rows && rows.length > 0
      ? [waiting > 0 ? t('own.waiting', { count: waiting, all: rows.length }) : t('own.done', { count: rows.length }), closes ? t('own.closes', { date: date(closes) }) : ''].filter(Boolean).join(' ')
      : undefined;
  const groups = [...Map.groupBy(rows ?? [], ({ assessment, chapterId, assessmentId }) => `${assessmentId} ${assessment.year} ${chapterId}`)];
  return (
    <Page title={t('own.title')} lead={lead}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {rows?.length === 0 && (
        <div className="empty">
          <h2>{t('own.empty.title')}</h2>
          <p>{t('own.empty.text')}</p>
        </div>
      )}
      {groups.map(([key, inChapter]) => (
        <section key={key}>
          <p className="quiet norm-chapter-name">
            {say(inChapter[0]!.assessment.title)} {inChapter[0]!.assessment.year} · {inChapter[0]!.chapterId}. {say(inChapter[0]!.chapterTitle)}
          </p>
          {inChapter.map((row) => (
            <NormCard key={row.id} row={row} own active={active === row.id} onActive={() => setActive(row.id)} />
          ))}
        </section>
      ))}
    </Page>
  );
};
