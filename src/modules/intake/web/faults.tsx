import { useTranslation } from 'react-i18next';

/** A fault as the server words it, in the language of the account: where, what, how to mend it. */
export type Fault = { where: string; what: string; remedy: string; severity: 'error' | 'warning'; code: string; sheet?: string; cell?: string; column?: string };

const bySheet = (faults: Fault[]): [string, Fault[]][] => {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) groups.set(fault.sheet ?? '', [...(groups.get(fault.sheet ?? '') ?? []), fault]);
  return [...groups];
};

const Sheet = ({ name, faults, unread }: { name: string; faults: Fault[]; unread?: boolean }) => {
  const { t } = useTranslation('intake');
  const place = name ? t('place.sheet', { sheet: name }) : t('place.workbook');
  const title = unread ? t('page.faults.unread', { place }) : place;
  return (
    <section>
      <h2>{title}</h2>
      <table className="list faults">
        <caption className="hidden-text">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('page.faults.cell')}</th>
            <th scope="col">{t('page.faults.what')}</th>
            <th scope="col">{t('page.faults.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, index) => (
            <tr key={index}>
              <th scope="row" className="place">
                {fault.cell ?? t('page.faults.whole')}
                {fault.column && <span className="quiet small column-name">{fault.column}</span>}
              </th>
              <td data-label={t('page.faults.what')}>
                <span>{fault.what}</span>
              </td>
              <td data-label={t('page.faults.remedy')} className={fault.remedy ? undefined : 'no-value'}>
                <span>{fault.remedy}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Every fault of a workbook, sheet by sheet; what only was not read comes after what keeps it out. Made to be printed. */
export const Faults = ({ issues }: { issues: Fault[] }) => {
  const { t } = useTranslation('intake');
  return (
    <>
      {bySheet(issues.filter((issue) => issue.severity === 'error')).map(([sheet, faults]) => (
        <Sheet key={sheet} name={sheet} faults={faults} />
      ))}
      {bySheet(issues.filter((issue) => issue.severity === 'warning')).map(([sheet, faults]) => (
        <Sheet key={sheet} name={sheet} faults={faults} unread />
      ))}
      <p className="no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('page.faults.print')}
        </button>
      </p>
    </>
  );
};
