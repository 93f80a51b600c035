import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { FileDrop } from '../../../web/file-drop.tsx';
import { bodyOf } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { issueCode, issueKeys, type Problem, problemOf } from '../../../web/problem.ts';
import { useCentre } from '../../../web/session.ts';
import { useRefreshContinuity } from './queries.ts';

const send = (organizationId: string, file: File) => unwrap(api.POST('/organizations/{organizationId}/backupReports/readFile', { params: { path: { organizationId } }, body: bodyOf(file) as never }));
type Read = Awaited<ReturnType<typeof send>>;
/** What became of one file; waiting where it has neither. */
type Given = { name: string; read?: Read; problem?: Problem };

const Line = ({ name, read, problem }: Given) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const about = problem?.issues?.find((issue) => issue.name === 'file');
  return (
    <li>
      <b>{name}</b>
      {problem && (
        <span className="continuity-wrong">{about ? t(issueKeys(issueCode(about), 'continuity') as never) : t([`shell:problem.${problem.code}.title`, 'shell:problem.unknown.title'] as never)}</span>
      )}
      {read?.run && (
        <span>
          <Link to={`/c/${centre.slug}/continuity/backups/${read.run.planId}`}>{read.run.planName}</Link>
          {t('reports.fileTaken', { date: shortDate(read.run.on), time: read.run.time, result: t(`results.${read.run.result}`) })}
        </span>
      )}
      {read && !read.run && <span className="quiet">{t(`reports.fileOutcomes.${read.outcome as 'toSort'}`)}</span>}
      {!read && !problem && <span className="quiet">{t('reports.fileWaits')}</span>}
    </li>
  );
};

/** Mails of backup programs that were kept as files, several at once: each is sent by itself, and says what became of it. */
export const ReportFiles = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [busy, setBusy] = useState(false);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setGiven(files.map(({ name }) => ({ name })));
    for (const [index, file] of files.entries()) {
      // One after the other: a report is read against the runs that the one before it noted, and a file that is refused stops none of the others.
      const told = await Promise.resolve()
        .then(() => send(centre.id, file))
        .then((read) => ({ read }))
        .catch((error: unknown) => ({ problem: problemOf(error) }));
      setGiven((before) => before.map((one, at) => (at === index ? { ...one, ...told } : one)));
    }
    setBusy(false);
    await refresh();
  };
  const done = given.filter(({ read, problem }) => read ?? problem).length;
  return (
    <section aria-labelledby="report-files">
      <h2 id="report-files">{t('reports.files')}</h2>
      <div className="file-picker no-print">
        <FileDrop
          label={busy ? t('reports.filesReading', { done, count: given.length }) : t('reports.filesChoose')}
          help={t('reports.filesHelp')}
          accept=".eml,message/rfc822"
          several
          busy={busy}
          take={(files) => void take(files)}
        />
      </div>
      {given.length > 0 && (
        <ul className="open-runs report-files" aria-live="polite" aria-label={t('reports.filesRead')}>
          {given.map((one, index) => (
            <Line key={`${index}/${one.name}`} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
};
