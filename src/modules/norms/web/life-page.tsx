import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { base as apiBase } from '../../../web/api.ts';
import type { Language } from '../../../kernel/language.ts';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { NetworkState } from '../../../web/network-state.tsx';
import { Page } from '../../../web/page.tsx';
import { Paper } from '../../../web/paper.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { assessmentStates } from '../assessment.ts';
import { wordsIn } from '../framework.ts';
import { asked } from '../scoring.ts';
import { type Assessment, assessmentOf, type Life, lifeQuery, previewQuery } from './life-queries.ts';
import { LifeActions } from './life-steps.tsx';
import './life.css';

const weakShown = 20;
type Pointer = { id: string; normId: string; chapterId: string; title: Parameters<typeof wordsIn>[0] };

const useNormLink = (assessmentId: string) => {
  const centre = useCentre();
  const { i18n } = useTranslation();
  return ({ normId, chapterId, title }: Pointer) => (
    <Link to={`/c/${centre.slug}/norms/${assessmentId}/${encodeURIComponent(chapterId)}`} hash={normId}>
      {normId} {wordsIn(title, i18n.language as Language).text}
    </Link>
  );
};

/** The five steps: which are done, when and by whom, and which one it stands at. */
const Steps = ({ assessment }: { assessment: Assessment }) => {
  const { t } = useTranslation('norms');
  const { date } = useFormat();
  const told: Record<string, { at?: string | undefined; by?: string | undefined }> = {
    opened: { at: assessment.openedOn },
    prepared: { at: assessment.preparedAt, by: assessment.preparedBy },
    validated: { at: assessment.validatedAt, by: assessment.validatedBy },
    submitted: { at: assessment.submittedAt, by: assessment.submittedBy },
    acknowledged: { at: assessment.acknowledgedOn, by: assessment.acknowledgement },
  };
  const here = assessmentStates.indexOf(assessment.state);
  return (
    <ol className="life-steps" aria-label={t('life.steps')}>
      {assessmentStates.map((state, index) => {
        const { at, by } = told[state] ?? {};
        return (
          <li key={state} className={index < here ? 'past' : index === here ? 'now' : undefined} aria-current={index === here ? 'step' : undefined}>
            <b>{t(`life.states.${state}`)}</b>
            {index <= here && at && <span className="quiet small">{by ? t('life.by', { date: date(at.slice(0, 10)), name: by }) : t('life.on', { date: date(at.slice(0, 10)) })}</span>}
          </li>
        );
      })}
    </ol>
  );
};

const Gaps = ({ id, life }: { id: string; life: Life }) => {
  const { t } = useTranslation('norms');
  const norm = useNormLink(id);
  const { open, toConfirm, failing } = life.gaps;
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t('life.gaps.title')}</h2>
      {open + toConfirm + failing === 0 ? (
        <p>{t('life.gaps.none')}</p>
      ) : (
        <ul>
          {open > 0 && <li className="late">{t('life.gaps.open', { count: open })}</li>}
          {toConfirm > 0 && <li>{t('life.gaps.toConfirm', { count: toConfirm })}</li>}
          {failing > 0 && <li>{t('life.gaps.failing', { count: failing })}</li>}
        </ul>
      )}
      {life.unanswered.length > 0 && (
        <details>
          <summary>{t('life.gaps.unanswered')}</summary>
          <ul>
            {life.unanswered.map((one) => (
              <li key={one.id}>{norm(one)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const Changes = ({ assessment, life }: { assessment: Assessment; life: Life }) => {
  const { t } = useTranslation('norms');
  const norm = useNormLink(assessment.id);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{assessment.before ? t('life.changes.title', { year: assessment.before.year }) : t('life.changes.first')}</h2>
      {assessment.before && life.moved.length === 0 && <p>{t('life.changes.none')}</p>}
      {life.moved.length > 0 && (
        <ul className="life-list">
          {life.moved.map((one) => (
            <li key={one.id}>
              <span>{norm(one)}</span>
              <span className={one.movement === 'worse' ? 'late' : undefined}>{t(`life.changes.${one.movement}`)}</span>
              <span className="quiet">{t('life.changes.from', { before: t(`results.${one.before}`), now: t(`results.${one.now}`) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Weak = ({ assessment }: { assessment: Assessment }) => {
  const { t } = useTranslation('norms');
  const norm = useNormLink(assessment.id);
  const sorted = assessment.weak.toSorted((a, b) => (a.result === b.result ? 0 : a.result === 'no' ? -1 : 1));
  return (
    <section aria-labelledby="weak">
      <h2 id="weak">{t('life.weak.title')}</h2>
      {sorted.length === 0 && <p>{t('life.weak.none')}</p>}
      {sorted.length > 0 && (
        <ul className="life-list">
          {sorted.slice(0, weakShown).map((one) => (
            <li key={one.id}>
              <span>{norm(one)}</span>
              <span className={one.result === 'no' ? 'late' : undefined}>{t(`results.${one.result}`)}</span>
              <span className="quiet">{one.movement === 'worse' || one.movement === 'better' ? t(`life.changes.${one.movement}`) : ''}</span>
            </li>
          ))}
        </ul>
      )}
      {sorted.length > weakShown && <p className="quiet">{t('life.weak.more', { count: sorted.length - weakShown })}</p>}
    </section>
  );
};

/** Each chapter as a bar with its figures, beside those of the year before. */
const Chapters = ({ assessment }: { assessment: Assessment }) => {
  const { t, i18n } = useTranslation('norms');
  const of = (tally: { norms: number; notApplicable: number; yes: number }) => t('life.ofAsked', { yes: tally.yes, asked: tally.norms - tally.notApplicable });
  return (
    <section aria-labelledby="chapters">
      <h2 id="chapters">{t('life.chapters')}</h2>
      <table className="list life-chapters">
        <thead>
          <tr>
            <th scope="col">{t('life.chapter')}</th>
            <th scope="col">
              {t('life.fulfilled')} {assessment.year}
            </th>
            {assessment.before && <th scope="col">{assessment.before.year}</th>}
          </tr>
        </thead>
        <tbody>
          {assessment.chapters.map((chapter) => (
            <tr key={chapter.id}>
              <th scope="row">
                {chapter.id}. {wordsIn(chapter.title, i18n.language as Language).text}
              </th>
              <td data-label={t('life.fulfilled')}>
                <span className="life-ratio">{of(chapter)}</span>
                <span className="life-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${asked(chapter) === 0 ? 0 : (100 * chapter.yes) / asked(chapter)}%` }} />
                </span>
              </td>
              {assessment.before && <td data-label={String(assessment.before.year)}>{chapter.before && of(chapter.before)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Submissions = ({ life }: { life: Life }) => {
  const { t } = useTranslation('norms');
  const { moment, date } = useFormat();
  const centre = useCentre();
  if (life.submissions.length === 0) return null;
  return (
    <section aria-labelledby="submissions">
      <h2 id="submissions">{t('life.submissions')}</h2>
      <ul className="life-rounds">
        {life.submissions.map((one) => (
          <li key={one.id}>
            <b>{t('life.round', { round: one.round })}</b> {moment(one.submittedAt)}
            {one.submittedBy && `, ${one.submittedBy}`}
            {one.acknowledgedOn && ` · ${t('life.acknowledged', { date: date(one.acknowledgedOn), reference: one.acknowledgement ?? '' })}`}
            {one.reason && <p className="quiet">{one.reason}</p>}
            <p className="buttons no-print">
              {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
                <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/assessmentSubmissions/${one.id}/file?format=${format}`} download>
                  {t(`life.formats.${format}`)}
                  <span className="hidden-text">, {t('life.round', { round: one.round })}</span>
                </a>
              ))}
            </p>
            <code className="seal">sha256 {one.contentHash}</code>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Whole = ({ assessment, life }: { assessment: Assessment; life: Life }) => {
  const { t } = useTranslation('norms');
  const { date } = useFormat();
  const centre = useCentre();
  const preview = useQuery(previewQuery(centre.id, assessment.id, assessment.version));
  return (
    <>
      <NetworkState organizationId={centre.id} slug={centre.slug} />
      <Steps assessment={assessment} />
      {life.remark && (
        <p className="notice soon">
          {t('life.remark', { date: date(life.remark.at.slice(0, 10)) })}
          <b>{life.remark.text}</b>
        </p>
      )}
      {life.correctionReason && <p className="notice">{t('life.correcting', { reason: life.correctionReason })}</p>}
      {assessment.state === 'opened' && <Gaps id={assessment.id} life={life} />}
      <LifeActions key={life.version} id={assessment.id} life={life} previewHash={assessment.state === 'prepared' ? preview.data?.contentHash : undefined} />
      <Changes assessment={assessment} life={life} />
      <Weak assessment={assessment} />
      <Chapters assessment={assessment} />
      <Submissions life={life} />
      <section aria-labelledby="document">
        <h2 id="document">{t('life.document')}</h2>
        {/* Once it is sent, its files stand with the sending; corrected since, those of now are here. */}
        {life.submissions.length === 0 || !assessment.submittedAt ? (
          <p className="buttons no-print">
            {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
              <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/assessments/${assessment.id}/file?format=${format}`} download>
                {t(`life.formats.${format}`)}
              </a>
            ))}
          </p>
        ) : null}
        {preview.error && <ProblemNotice problem={problemOf(preview.error)} retry={preview.refetch} />}
        {preview.data && (
          <details open={life.can.validate}>
            <summary>{t('life.preview')}</summary>
            <Paper html={preview.data.html} />
          </details>
        )}
      </section>
      <History organizationId={centre.id} table="assessment" recordId={assessment.id} version={assessment.version} />
    </>
  );
};

/** The life of an assessment: what waits before it is prepared, what changed, what is weak, the document, and the step that comes next. */
export const LifePage = () => {
  const { t, i18n } = useTranslation(['norms', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const { assessmentId: id = '' } = useParams({ strict: false }) as { assessmentId?: string };
  const query = useQuery(assessmentOf(centre.id, id));
  const life = useQuery(lifeQuery(centre.id, id));
  const assessment = query.data;
  const error = query.error ?? life.error;
  return (
    <Page
      title={assessment ? t('life.titleOf', { year: assessment.year }) : t('life.title')}
      lead={
        assessment &&
        [
          `${wordsIn(assessment.framework.title, i18n.language as Language).text}.`,
          t(`life.lead.${assessment.state}`),
          assessment.closesOn && !assessment.submittedAt && t('life.closes', { date: date(assessment.closesOn) }),
        ]
          .filter(Boolean)
          .join(' ')
      }
      back={{ to: `/c/${centre.slug}/norms`, label: t('shell:rooms.norms') }}
    >
      {error && <ProblemNotice problem={problemOf(error)} retry={query.refetch} />}
      {(query.isPending || life.isPending) && <p role="status">{t('shell:loading')}</p>}
      {assessment && life.data && <Whole key={assessment.id} assessment={assessment} life={life.data} />}
    </Page>
  );
};
