/** One attempt at a time to prove something, and what is said when it fails. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issueCode, issueKeys, ProblemError, problemOf, type Problem } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { PasskeyStopped } from './passkey.ts';

type Failure = { problem: Problem } | { stopped: PasskeyStopped['reason'] };

export const useAttempt = () => {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  /** Does it unless one is under way; true when it went well. */
  const attempt = useCallback(
    async (work: () => Promise<unknown>): Promise<boolean> => {
      if (busy) return false;
      setBusy(true);
      setFailure(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        if (error instanceof PasskeyStopped) setFailure({ stopped: error.reason });
        else {
          const seconds = error instanceof ProblemError ? error.retryAfter : undefined;
          const minutes = seconds ? Math.ceil(seconds / 60) : 15;
          setFailure({ problem: { ...problemOf(error), minutes, count: minutes } });
        }
        return false;
      } finally {
        setBusy(false);
      }
    },
    [busy],
  );
  return { attempt, failure, busy };
};

/** What went wrong, in one sentence: a wrong code or passkey by its own, everything else as any problem. */
export const AttemptFailure = ({ failure }: { failure: Failure | undefined }) => {
  const { t } = useTranslation(['accounts', 'shell']);
  if (!failure) return null;
  if ('stopped' in failure)
    return (
      <p className="notice" role="alert">
        {t(failure.stopped === 'already' ? 'enrol.already' : 'finish.cancelled')}
      </p>
    );
  const [issue] = failure.problem.issues ?? [];
  if (!issue) return <ProblemNotice problem={failure.problem} />;
  return (
    <p className="notice late" role="alert">
      {t(issueKeys(issueCode(issue)) as never)}
    </p>
  );
};
