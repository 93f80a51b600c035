/** Somebody else saved first, or since a draft was left: who and what, both texts side by side, and the choice for each field. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { differingPaths, valueAt, type Values } from './form-values.ts';
import { useFormat } from './format.ts';
import type { Conflict, FormState } from './use-form.ts';

const none = (value: unknown) => value === undefined || value === null || value === '';

export const ConflictNotice = ({ form, conflict }: { form: FormState; conflict: Conflict }) => {
  const { t } = useTranslation('shell');
  const { moment } = useFormat();
  const id = useId();
  const last = conflict.problem?.changes?.at(-1);
  const now = conflict.initial as Values;
  const labelOf = (path: string): string => form.labels.get(path)?.label ?? path;
  const say = (path: string, values: Values): string => {
    const value = valueAt(values, path);
    if (none(value)) return t('conflict.empty');
    const said = form.labels.get(path)?.say?.(value);
    if (said) return said;
    if (Array.isArray(value)) return t('conflict.lines', { count: value.length });
    return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const theirsAlone = differingPaths(form.base, now).filter((path) => !conflict.both.includes(path));
  const title = !conflict.problem ? t('conflict.sinceDraft') : last?.by ? t('conflict.by', { who: last.by, when: moment(last.at) }) : t('conflict.title');
  return (
    <div className="notice soon form-problem conflict" role="alert" tabIndex={-1}>
      <p>
        <b>{title}</b> {t('conflict.text')}
      </p>
      {conflict.both.map((path) => (
        <fieldset key={path} className="conflict-field">
          <legend>{labelOf(path)}</legend>
          {[false, true].map((theirs) => (
            <label key={String(theirs)} className="choice">
              <input type="radio" name={`${id}-${path}`} checked={form.theirs.includes(path) === theirs} onChange={() => form.chooseTheirs(path, theirs)} />
              <span>
                <small>{t(theirs ? 'conflict.theirs' : 'conflict.mine')}</small>
                {say(path, theirs ? now : form.values)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {theirsAlone.length > 0 && (
        <>
          <p>{t('conflict.also')}</p>
          <ul className="changes">
            {theirsAlone.map((path) => (
              <li key={path}>{t('conflict.change', { field: labelOf(path), before: say(path, form.base), after: say(path, now) })}</li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={() => void form.submit()}>
          {t(conflict.both.length > 0 ? 'conflict.keepChosen' : 'conflict.keepMine')}
        </button>
        <button type="button" className="button" onClick={() => form.startAgain()}>
          {t('conflict.takeTheirs')}
        </button>
      </div>
    </div>
  );
};
