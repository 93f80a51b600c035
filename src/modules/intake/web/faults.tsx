import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';

/** A fault as the server words it, in the language of the account: where, what, how to mend it. */
export type Fault = { where: string; what: string; remedy: string; severity: 'error' | 'warning'; code: string; sheet?: string; cell?: string };

const bySheet = (faults: Fault[]): [string, Fault[]][] => {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) groups.set(fault.sheet ?? '', [...(groups.get(fault.sheet ?? '') ?? []), fault]);
  return [...groups];
};

const Sheet = ({ name, faults }: { name: string; faults: Fault[] }) => {
  const { t } = useTranslation('intake');
  return (
    <section>
      <h3>{name ? t('place.sheet', { sheet: name }) : t('place.workbook')}</h3>
      <table className="list faults">
        <caption className="hidden-text">{name ? t('place.sheet', { sheet: name }) : t('place.workbook')}</caption>
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

const Group = ({ title, faults, children }: { title: string; faults: Fault[]; children?: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    {bySheet(faults).map(([sheet, own]) => (
      <Sheet key={sheet} name={sheet} faults={own} />
    ))}
    {children}
  </section>
);

/** Every fault of a workbook, sheet by sheet; what only was not read comes after what keeps it out. Made to be printed. */
export const Faults = ({ issues }: { issues: Fault[] }) => {
  const { t } = useTranslation('intake');
  const { number } = useFormat();
  const errors = issues.filter((issue) => issue.severity === 'error');
  const warnings = issues.filter((issue) => issue.severity === 'warning');
  const print = (
    <p className="no-print">
      <button type="button" className="button" onClick={() => window.print()}>
        {t('page.faults.print')}
      </button>
    </p>
  );
  return (
    <>
      {errors.length > 0 && (
        <Group title={t('page.faults.errors', { count: errors.length, number: number(errors.length) })} faults={errors}>
          {print}
        </Group>
      )}
      {warnings.length > 0 && (
        <Group title={t('page.faults.warnings')} faults={warnings}>
          {errors.length === 0 && print}
        </Group>
      )}
    </>
  );
};
