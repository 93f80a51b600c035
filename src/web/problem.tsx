/**
 * Problems in the person's words.
 *
 *   if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
 *
 * `Form` shows its own; where somebody else has saved first, `conflict.tsx` shows both texts.
 */
import { useTranslation } from 'react-i18next';
import { codeOf, fieldPath, issueCode, issueKeys, problemKeys, type Problem } from './problem.ts';

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
