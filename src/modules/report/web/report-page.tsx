import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { LostPage } from '../../../web/pages/lost-page.tsx';
import { DeleteReport, ReportDocument, ReportLife } from './report-life.tsx';
import { type Report, reportQuery, type ReportSection, reportsQuery } from './queries.ts';
import { SectionFigures } from './section-figures.tsx';
import { TextForm } from './text-form.tsx';
import './report.css';

/** What the adviser wrote, or what is asked of them; written in place. */
const Written = ({ section, report }: { section: ReportSection; report: Report }) => {
  const { t } = useTranslation('report');
  const { moment } = useFormat();
  const [writing, setWriting] = useState(false);
  const { text } = section;
  if (!text) return null;
  if (writing) return <TextForm section={section} text={text} done={() => setWriting(false)} />;
  return (
    <>
      {text.body ? (
        // Escaped by our own server (src/documents/html.ts): paragraphs, lists, bold and italic.
        <div className="report-text" lang={report.language} dangerouslySetInnerHTML={{ __html: text.html }} />
      ) : (
        <p className={section.missing && report.state !== 'approved' ? 'late' : 'quiet small'}>{t(section.missing && report.state !== 'approved' ? 'page.missing' : 'page.optional')}</p>
      )}
      {text.body && text.writtenAt && <p className="quiet small">{t('text.by', { who: text.writtenBy ?? '–', when: moment(text.writtenAt) })}</p>}
      {text.can['update'] && (
        <p className="no-print">
          <button type="button" className="button" onClick={() => setWriting(true)}>
            {t(text.body ? 'text.change' : 'text.write')}
            <span className="hidden-text">, {section.title}</span>
          </button>
        </p>
      )}
    </>
  );
};

const SectionPart = ({ section, report }: { section: ReportSection; report: Report }) => {
  const { t } = useTranslation('report');
  return (
    <section className="report-section" id={section.key} aria-labelledby={`title-${section.key}`}>
      <h2 id={`title-${section.key}`}>{section.title}</h2>
      {section.article !== undefined && <p className="quiet small">{t('page.article', { number: section.article })}</p>}
      <div className="report-columns">
        <div>
          <h3>{t('page.yours')}</h3>
          <Written section={section} report={report} />
        </div>
        <div>
          <h3>{t('page.register')}</h3>
          <SectionFigures section={section} year={report.year} />
        </div>
      </div>
    </section>
  );
};

const useLead = () => {
  const { t } = useTranslation('report');
  const { date, list } = useFormat();
  return (report: Report): string => {
    if (report.state === 'approved') return t('page.frozen', { date: date(report.decidedOn ?? ''), number: report.decisionNumber });
    const titles = report.sections.filter(({ key }) => report.missing.includes(key)).map(({ title }) => title);
    const when = t(report.until.endsWith('-12-31') ? 'page.asOf' : 'page.soFar', { date: date(report.until) });
    return `${when} ${titles.length === 0 ? t('page.complete') : t('page.lacking', { count: titles.length, sections: list(titles) })}`;
  };
};

/** One report: each section with the adviser's text beside what the registers say, its documents, its way to the council. */
export const ReportPage = () => {
  const { t, i18n } = useTranslation('report');
  const centre = useCentre();
  const navigate = useNavigate();
  const lead = useLead();
  const { year = '' } = useParams({ strict: false }) as { year?: string };
  const reports = useQuery(reportsQuery(centre.id));
  const id = reports.data?.items.find((report) => String(report.year) === year)?.id;
  const query = useQuery({ ...reportQuery(centre.id, id ?? '', i18n.language as Language), enabled: id !== undefined });
  const report = query.data;
  const error = reports.error ?? query.error;
  if (reports.data && !id) return <LostPage />;
  return (
    <Page title={t('one', { year })} lead={report && lead(report)} back={{ to: `/c/${centre.slug}/report`, label: t('title') }}>
      {error && <ProblemNotice problem={problemOf(error)} retry={query.refetch} />}
      {report && (
        <>
          <nav className="report-contents no-print" aria-label={t('page.contents')}>
            <ul>
              {report.sections.map(({ key, title, missing, text }) => (
                <li key={key}>
                  <a href={`#${key}`}>{title}</a>
                  {report.state !== 'approved' && missing && !text?.body && <span className="late small"> · {t('page.lackingMark')}</span>}
                </li>
              ))}
            </ul>
          </nav>
          {report.sections.map((section) => (
            <SectionPart key={section.key} section={section} report={report} />
          ))}
          <ReportLife key={report.version} report={report} />
          <ReportDocument report={report} />
          {report.can['delete'] && <DeleteReport report={report} onGone={() => void navigate({ to: `/c/${centre.slug}/report` })} />}
          <History organizationId={centre.id} table="yearly_report" recordId={report.id} version={report.version} />
        </>
      )}
    </Page>
  );
};
