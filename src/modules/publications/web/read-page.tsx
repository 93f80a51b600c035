import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, base, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Alone } from '../../../web/pages/alone.tsx';
import { ProblemError, problemFrom, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useTitle } from './publication-queries.ts';
import './publications.css';

/** Fetches the document by the secret in the body of a request, and hands it to the browser as a download. */
const download = async (token: string, name: string): Promise<void> => {
  const response = await fetch(`${base}/reading/file`, { method: 'POST', headers: { 'X-Beffroi': '1', 'Content-Type': 'application/json' }, body: JSON.stringify({ token }) });
  if (!response.ok) throw new ProblemError(problemFrom(await response.json().catch(() => undefined), response.status));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

const Linked = ({ token }: { token: string }) => {
  const { t } = useTranslation(['publications', 'documents', 'shell']);
  const { date, size } = useFormat();
  const titleOf = useTitle();
  const query = useQuery({ queryKey: ['reading', token], queryFn: ({ signal }) => unwrap(api.POST('/reading', { body: { token }, signal })), retry: false });
  const open = useMutation({ mutationFn: (name: string) => download(token, name) });
  const confirm = useMutation({ mutationFn: () => unwrap(api.POST('/reading/confirm', { body: { token } })), onSuccess: () => query.refetch() });
  const reading = query.data;
  if (query.error && [400, 404].includes(problemOf(query.error).status)) return <Alone title={t('read.goneTitle')} lead={t('read.gone')} />;
  const problem = query.error ?? open.error ?? confirm.error;
  return (
    <Alone title={reading ? titleOf(reading) : t('read.title')} lead={reading && t('read.lead', { centre: reading.centre, person: reading.person })}>
      {problem && <ProblemNotice problem={problemOf(problem)} retry={query.error ? query.refetch : undefined} />}
      {reading && (
        <>
          <p className="quiet">
            {t('list.version', { number: reading.number })}. {t('toRead.published', { date: date(reading.startsOn) })}{' '}
            {reading.confirm ? reading.dueOn && !reading.confirmedOn && t('progress.due', { date: date(reading.dueOn) }) : t('toRead.information')}
          </p>
          {reading.message && <p className="reading-message">{reading.message}</p>}
          <div className="buttons">
            <button type="button" className="button" aria-disabled={open.isPending} onClick={() => open.isPending || open.mutate(reading.file.name)}>
              {t('toRead.open', { format: t(`formats.${reading.file.format}`), size: size(reading.file.size) })}
            </button>
            {reading.confirm && !reading.confirmedOn && (
              <button type="button" className="button primary" aria-disabled={confirm.isPending} onClick={() => confirm.isPending || confirm.mutate()}>
                {t('toRead.confirm')}
              </button>
            )}
          </div>
          <p role="status" className={reading.confirmedOn ? 'notice done' : 'hidden-text'}>
            {reading.confirmedOn && `${t('toRead.thanks')} ${t('toRead.confirmed', { date: date(reading.confirmedOn) })}`}
          </p>
        </>
      )}
    </Alone>
  );
};

/** The personal link of somebody without an account: `/read#<secret>`; what stands after the # never reaches a server's log. */
export const ReadPage = () => {
  const { t } = useTranslation('publications');
  const token = window.location.hash.slice(1);
  return token === '' ? <Alone title={t('read.goneTitle')} lead={t('read.gone')} /> : <Linked token={token} />;
};
