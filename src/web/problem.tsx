/**
 * Problems in the person's words.
 *
 *   if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
 *
 * `Form` shows its own, with the two texts side by side when somebody else has saved first.
 */
import { useTranslation } from 'react-i18next';
import { changedPaths, valueAt, type Values } from './form-values.ts';
import { useFormat } from './format.ts';
import { codeOf, fieldPath, issueCode, issueKeys, problemKeys, type Problem } from './problem.ts';
import type { FormState, Latest } from './use-form.ts';

type Props = {
  problem: Problem;
  /** Names of fields that show their own issue; the others are listed here. */
  known?: string[];
  domain?: string;
  retry?: () => unknown;
};

/** Answers that trying again does not change: refused, not found. */
const settled = [403, 404];

/** A sentence for the problem, the issues that no field shows, and the number to quote to whoever runs the server. */
export const ProblemNotice = ({ problem, known = [], domain, retry }: Props) => {
  const { t } = useTranslation(domain ? [domain, 'shell'] : 'shell');
  const say = (keys: string[], parameters: object | undefined): string => t(keys, { ...parameters });
  const others = (problem.issues ?? []).filter((issue) => !known.includes(fieldPath(issue.name ?? '')));
  return (
    <div className="notice late" role="alert">
      <p>{say(problemKeys(problem, domain), problem)}</p>
      {others.length > 0 && (
        <ul className="changes">
          {others.map((issue, index) => (
            <li key={index}>
              {issue.name ? `${issue.name} : ` : ''}
              {say(issueKeys(issueCode(issue), domain), issue.parameters)}
            </li>
          ))}
        </ul>
      )}
      {problem.status >= 500 && problem.instance && <p className="small quiet">{t('shell:problems.reference', { reference: codeOf(problem.instance) })}</p>}
      {retry && !settled.includes(problem.status) && (
        <button type="button" className="button" onClick={() => retry()}>
          {t('shell:tryAgain')}
        </button>
      )}
    </div>
  );
};

const none = (value: unknown) => value === undefined || value === null || value === '';
const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Somebody else saved first: who and what, both texts, and the choice. */
export const ConflictNotice = ({ form, conflict }: { form: FormState; conflict: Latest & { problem: Problem } }) => {
  const { t } = useTranslation('shell');
  const { moment } = useFormat();
  const last = conflict.problem.changes?.at(-1);
  const theirs = conflict.initial as Values;
  const say = (path: string, values: Values): string => {
    const value = valueAt(values, path);
    return none(value) ? '–' : (form.labels.get(path)?.say?.(value) ?? plain(value));
  };
  const paths = changedPaths(form.base, theirs);
  return (
    <div className="notice soon form-problem" role="alert" tabIndex={-1}>
      <p>
        <b>{last?.by ? t('conflict.by', { who: last.by, when: moment(last.at) }) : t('conflict.title')}</b> {t('conflict.text')}
      </p>
      <ul className="changes">
        {paths.map((path) => (
          <li key={path}>{t('conflict.change', { field: form.labels.get(path)?.label ?? path, before: say(path, form.base), after: say(path, theirs) })}</li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void form.submit(conflict)}>
          {t('conflict.keepMine')}
        </button>
        <button type="button" className="button" onClick={() => form.startAgain(conflict)}>
          {t('conflict.takeTheirs')}
        </button>
      </div>
    </div>
  );
};
