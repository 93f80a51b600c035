import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { importFields, type ImportField } from '../import-columns.ts';
import { useRefreshInventories } from './queries.ts';

type Report = components['schemas']['DeviceImportReport'];

/** What each column was taken for, to be put right; what is chosen is remembered for the next list. */
const Columns = ({ report, onChange }: { report: Report; onChange: (heading: string, field: ImportField | undefined) => void }) => {
  const { t } = useTranslation('inventories');
  const columns = report.columns.filter(({ heading }) => heading !== '');
  if (columns.length === 0) return null;
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">{t('import.columns')}</h2>
      <p className="quiet">{t('import.columnsHelp')}</p>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('import.heading')}</th>
            <th scope="col">{t('import.means')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, field }) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              <td data-label={t('import.means')}>
                <select className="control short" aria-label={heading} value={field ?? ''} onChange={(event) => onChange(heading, (event.target.value || undefined) as ImportField | undefined)}>
                  <option value="">{t('import.aside')}</option>
                  {importFields.map((value) => (
                    <option key={value} value={value}>
                      {t(`importFields.${value}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Said = ({ report }: { report: Report }) => {
  const { t } = useTranslation('inventories');
  const where = ({ line, column }: { line: number; column?: string | undefined }) => [t('import.line', { line }), column].filter(Boolean).join(', ');
  return (
    <>
      {report.faultCount > 0 && (
        <section aria-labelledby="import-faults">
          <h2 id="import-faults">{t('import.faults', { count: report.faultCount })}</h2>
          <ul className="plain-list">
            {report.faults.map((fault, index) => (
              <li key={index}>
                <b className="late">{where(fault)}</b> {t(`importFaults.${fault.code}`, { text: fault.text ?? '', other: fault.other ?? 0 })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.noteCount > 0 && (
        <section aria-labelledby="import-notes">
          <h2 id="import-notes">{t('import.notes', { count: report.noteCount })}</h2>
          <p className="quiet">{t('import.notesHelp')}</p>
          <ul className="plain-list">
            {report.notes.map((note, index) => (
              <li key={index}>
                {where(note)} : {t(`importNotes.${note.code}`, { text: note.text ?? '' })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** Takes a list or a scan of devices: looked at first, put right, then entered whole. */
export const ImportDevicesPage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const { number } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const [file, setFile] = useState<FormData | undefined>();
  const [report, setReport] = useState<Report | undefined>();
  const path = { organizationId: centre.id };
  const send = (body: FormData, write: 'true' | 'false') => unwrap(api.POST('/organizations/{organizationId}/deviceImports', { params: { path, query: { write } }, body: body as never }));
  const again = useMutation({
    mutationFn: async (said: { heading: string; field: ImportField | undefined } | 'write') => {
      if (said !== 'write')
        await unwrap(
          api.PUT('/organizations/{organizationId}/deviceImportColumns', {
            params: { path },
            body: { columns: [said.field ? { heading: said.heading, field: said.field } : { heading: said.heading }] },
          }),
        );
      return send(file!, said === 'write' ? 'true' : 'false');
    },
    onSuccess: (told) => {
      setReport(told);
      if (told.written) void refresh();
    },
  });
  const list = `/c/${centre.slug}/inventories`;
  return (
    <Page title={t('import.title')} lead={t('import.lead')} back={{ to: list, label: t('title') }}>
      <FilePicker
        label={t('import.give')}
        help={t('import.giveHelp')}
        domain="inventories"
        accept=".csv,.txt,.xlsx,.json"
        plain={report !== undefined}
        send={async (body) => {
          setFile(body);
          return send(body, 'false');
        }}
        onSent={setReport}
      />
      {again.error && <ProblemNotice problem={problemOf(again.error)} />}
      {report && (
        <div className="chapters" aria-busy={again.isPending}>
          <section aria-label={t('import.title')}>
            <p role="status">
              {t(report.written ? 'import.done' : `import.of.${report.of}`, { count: report.rows })} {t('import.sums', { created: number(report.created), updated: number(report.updated) })}
            </p>
            {!report.written && report.faultCount > 0 && <p className="notice late">{t('import.blocked')}</p>}
            {!report.written && report.faultCount === 0 && report.rows > 0 && (
              <p className="buttons">
                <button type="button" className="button primary" disabled={again.isPending} onClick={() => again.mutate('write')}>
                  {t('import.write', { count: report.rows })}
                </button>
              </p>
            )}
            {report.written && (
              <p className="buttons">
                <Link to={list} className="button primary">
                  {t('import.see')}
                </Link>
              </p>
            )}
          </section>
          {!report.written && <Said report={report} />}
          {!report.written && <Columns report={report} onChange={(heading, field) => again.mutate({ heading, field })} />}
        </div>
      )}
    </Page>
  );
};
