/** The filters above a list, and the sort for narrow screens, where the table's head is not shown. */
import { useMediaQuery } from '@mantine/hooks';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from './list-state.ts';

export type Filter = {
  name: string;
  label: string;
  /** A choice; without it, a text or (with `type: 'date'`) a date. */
  options?: { value: string; label: string }[];
  type?: 'search' | 'date';
  /** Names a person: never written into the address. */
  secret?: boolean;
};

export const ListTools = ({ filters, sorts, state }: { filters: Filter[]; sorts: { value: string; label: string }[]; state: ListState }) => {
  const { t } = useTranslation('shell');
  const narrow = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false });
  // On a phone many filters would push the rows off the first screen: all but the search fold away.
  const folds = narrow === true && filters.length > 2;
  const folded = (filter: Filter): boolean => folds && (filter.options !== undefined || filter.type === 'date');
  const active = filters.filter((filter) => folded(filter) && state.query[filter.name]).length;
  const [open, setOpen] = useState(active > 0);
  if (filters.length === 0 && sorts.length === 0) return null;

  const control = (filter: Filter) => (
    <label key={filter.name}>
      {filter.label}
      {filter.options ? (
        <select className="control" value={state.query[filter.name] ?? ''} onChange={(event) => state.set(filter.name, event.target.value, filter.secret)}>
          <option value="">{t('list.all')}</option>
          {filter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          className="control"
          type={filter.type ?? 'search'}
          autoComplete="off"
          value={state.query[filter.name] ?? ''}
          onChange={(event) => state.set(filter.name, event.target.value, filter.secret)}
        />
      )}
    </label>
  );
  const sort = sorts.length > 0 && (
    <label className="sort-choice">
      {t('list.sortBy')}
      <select className="control" value={state.query['sort'] ?? ''} onChange={(event) => state.set('sort', event.target.value)}>
        <option value="">{t('list.asIs')}</option>
        {sorts.map(({ value, label }) => (
          <Fragment key={value}>
            <option value={value}>{t('list.ascending', { column: label })}</option>
            <option value={`-${value}`}>{t('list.descending', { column: label })}</option>
          </Fragment>
        ))}
      </select>
    </label>
  );

  return (
    <form className={folds ? 'list-tools folds no-print' : 'list-tools no-print'} onSubmit={(event) => event.preventDefault()}>
      {filters.filter((filter) => !folded(filter)).map(control)}
      {folds ? (
        <details className="list-filters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{active > 0 ? t('list.filtersActive', { count: active }) : t('list.filters')}</summary>
          <div>
            {filters.filter(folded).map(control)}
            {sort}
          </div>
        </details>
      ) : (
        sort
      )}
      {state.filtered && (
        <button type="button" className="button plain" onClick={state.clear}>
          {t('list.clear')}
        </button>
      )}
    </form>
  );
};
