import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { assessmentQuery, chapterQuery, useRefreshNorms } from './assessment-queries.ts';
import { AssignForm } from './assign-form.tsx';
import { useTexts } from './fact-words.ts';
import { NormCard } from './norm-card.tsx';
import './assessment.css';

/** One chapter of an assessment: its norms one under the other, each answered where it stands. */
export const ChapterPage = () => {
  const { t } = useTranslation('norms');
  const centre = useCentre();
  const say = useTexts();
  const { assessmentId = '', chapterId = '' } = useParams({ strict: false }) as { assessmentId?: string; chapterId?: string };
  const refresh = useRefreshNorms(centre.id);
  const assessment = useQuery(assessmentQuery(centre.id, assessmentId)).data;
  const query = useQuery(chapterQuery(centre.id, assessmentId, chapterId));
  const [active, setActive] = useState<string | undefined>();
  const [assigning, setAssigning] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const base = `/c/${centre.slug}/norms`;
  const rows = query.data?.items;
  const place = assessment?.chapters.findIndex(({ id }) => id === chapterId) ?? -1;
  const chapter = assessment?.chapters[place];
  const [previous, next] = [assessment?.chapters[place - 1], assessment?.chapters[place + 1]];
  const confirmAll = async () => {
    setProblem(undefined);
    try {
      await unwrap(api.POST('/organizations/{organizationId}/assessments/{id}/confirm', { params: { path: { organizationId: centre.id, id: assessmentId } }, body: { chapterId } }));
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const lead =
    chapter &&
    [
      t('chapter.lead', { count: chapter.norms - chapter.notApplicable, yes: chapter.yes }),
      chapter.open > 0 ? t('chapter.open', { count: chapter.open }) : '',
      chapter.toConfirm > 0 ? t('chapter.toConfirm', { count: chapter.toConfirm }) : '',
      assessment.can['answer'] ? '' : t(`states.${assessment.state}`),
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <Page
      key={chapterId}
      title={chapter ? `${chapter.id}. ${say(chapter.title)}` : t('chapter.one')}
      lead={lead}
      back={{ to: base, label: t('overview.back', { year: assessment?.year ?? '' }) }}
      actions={
        assessment?.can['answer'] && (
          <>
            {chapter && chapter.toConfirm > 1 && (
              <button type="button" className="button" onClick={() => void confirmAll()}>
                {t('chapter.confirmAll', { count: chapter.toConfirm })}
              </button>
            )}
            <button type="button" className="button" aria-expanded={assigning} onClick={() => setAssigning(!assigning)}>
              {t('assign.open')}
            </button>
          </>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {problem && <ProblemNotice problem={problem} domain="norms" />}
      {assigning && rows && <AssignForm assessmentId={assessmentId} chapterId={chapterId} rows={rows} onDone={() => setAssigning(false)} />}
      {rows && rows.length > 3 && (
        <nav className="norm-jump no-print" aria-label={t('chapter.jump')}>
          {rows.map((row) => (
            <a key={row.id} href={`#norm-${row.norm.id}`} className={row.result ?? 'open'} title={say(row.norm.title)}>
              {row.norm.id}
              <span className="hidden-text">, {t(row.result ? `results.${row.result}` : 'results.open')}</span>
            </a>
          ))}
        </nav>
      )}
      {rows?.length === 0 && <p>{t('chapter.nothing')}</p>}
      {rows?.map((row) => (
        <NormCard key={row.id} row={row} own={false} active={active === row.id} onActive={() => setActive(row.id)} />
      ))}
      {rows && assessment && (
        <nav className="norm-next no-print" aria-label={t('chapter.others')}>
          {previous ? (
            <Link to={`${base}/${assessmentId}/${encodeURIComponent(previous.id)}`}>
              ← {previous.id}. {say(previous.title)}
            </Link>
          ) : (
            <span />
          )}
          {next && (
            <Link to={`${base}/${assessmentId}/${encodeURIComponent(next.id)}`}>
              {next.id}. {say(next.title)} →
            </Link>
          )}
        </nav>
      )}
    </Page>
  );
};
