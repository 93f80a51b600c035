import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { countedRegisters, registerName } from '../report.ts';
import type { Counts, IntakeReport } from '../report.ts';
import { useFormat } from '../../../web/format.ts';

// A report that was kept before a sheet existed says nothing of it.
const registersOf = (report: Partial<IntakeReport>) => countedRegisters.filter((register) => report[register]);

/** All registers and the centre together: how many records are added, changed, left. */
export const countsOf = (report: IntakeReport): Counts => {
  const centre: Counts = { created: 0, changed: 0, unchanged: 0, [report.organization]: 1 };
  return registersOf(report)
    .map((register) => report[register])
    .reduce((all, one) => ({ created: all.created + one.created, changed: all.changed + one.changed, unchanged: all.unchanged + one.unchanged }), centre);
};

/** What a workbook adds, changes and leaves, a line a register. */
export const CountsTable = ({ counts }: { counts: IntakeReport }) => {
  const { t, i18n } = useTranslation('intake');
  const { number } = useFormat();
  const lines: [string, Counts][] = [
    [t('page.centre'), { created: 0, changed: 0, unchanged: 0, [counts.organization]: 1 }],
    ...registersOf(counts).map((register): [string, Counts] => [registerName(register, i18n.language as Language), counts[register]]),
  ];
  return (
    <section>
      <table className="figures">
        <caption className="hidden-text">{t('page.counts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('page.counts.register')}</th>
            {(['created', 'changed', 'unchanged'] as const).map((what) => (
              <th key={what} scope="col">
                {t(`page.counts.${what}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, line]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {(['created', 'changed', 'unchanged'] as const).map((what) => (
                <td key={what} className={line[what] === 0 ? 'quiet' : undefined}>
                  {line[what] === 0 ? '–' : number(line[what])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
