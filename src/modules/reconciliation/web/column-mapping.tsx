import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Field, fields } from '../account.ts';
import { type AccountList, useRefreshReconciliation } from './queries.ts';

export type Unknown = { line: number; headings: string[]; samples: string[][]; guessed: { heading: string; field: Field }[] };

/** Asks once what the columns of a list hold, with its first rows to see; it is remembered for the lists of this resource. */
export const ColumnMapping = ({ list, unknown, onSaved }: { list: AccountList; unknown: Unknown; onSaved: () => void }) => {
  const { t } = useTranslation('reconciliation');
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const [chosen, setChosen] = useState<Record<string, Field>>(() => Object.fromEntries(unknown.guessed.map(({ heading, field }) => [heading, field])));
  const [short, setShort] = useState(false);
  const headings = unknown.headings.filter((heading) => heading !== '');
  const save = useMutation({
    mutationFn: () => {
      const said = headings.map((heading) => ({ heading, field: chosen[heading] ?? ('ignored' as const) }));
      const others = list.columns.filter(({ heading }) => !headings.includes(heading));
      const { hasPassword: _kept, ...directory } = list.directory ?? { hasPassword: false };
      return unwrap(
        api.PUT('/organizations/{organizationId}/accountLists/{id}', {
          params: { path: { organizationId: centre.id, id: list.id } },
          headers: ifMatch(list.version),
          body: { columns: [...others, ...said], levels: list.levels, ...(list.directory ? { directory: directory as never } : {}) },
        }),
      );
    },
    onSuccess: async () => {
      await refresh();
      onSaved();
    },
  });
  const send = () => {
    const known = Object.values(chosen).some((field) => field === 'account' || field === 'email');
    setShort(!known);
    if (known && !save.isPending) save.mutate();
  };
  if (!list.can['configure']) return <p className="notice soon">{t('mapping.notYours')}</p>;
  return (
    <div className="notice soon mapping" role="status">
      <h3>{t('mapping.title')}</h3>
      <p>{t('mapping.text')}</p>
      {short && <p role="alert">{t('mapping.needed')}</p>}
      {save.error && <ProblemNotice problem={problemOf(save.error)} />}
      <table className="list">
        <caption className="hidden-text">{t('mapping.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.samples')}</th>
            <th scope="col">{t('mapping.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {unknown.headings.map(
            (heading, place) =>
              heading !== '' && (
                <tr key={`${heading}-${place}`}>
                  <th scope="row">{heading}</th>
                  <td data-label={t('mapping.samples')} className="quiet">
                    <span>
                      {unknown.samples
                        .map((row) => row[place])
                        .filter(Boolean)
                        .slice(0, 3)
                        .join(' · ')}
                    </span>
                  </td>
                  <td data-label={t('mapping.holds')}>
                    <select
                      className="control"
                      aria-label={`${t('mapping.holds')} – ${heading}`}
                      value={chosen[heading] ?? 'ignored'}
                      onChange={(event) => setChosen({ ...chosen, [heading]: event.target.value as Field })}
                    >
                      {fields.map((field) => (
                        <option key={field} value={field}>
                          {t(`columnFields.${field}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      <p className="buttons">
        <button type="button" className="button primary" aria-disabled={save.isPending} onClick={send}>
          {t('mapping.save')}
        </button>
      </p>
    </div>
  );
};
