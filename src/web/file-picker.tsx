/**
 * Takes one file, chosen or dropped, and sends it at once; what the server says against it stands beside it.
 *
 *   <FilePicker label={t('give')} help={t('giveHelp')} accept=".pdf,.docx" send={(body) => unwrap(api.POST('…/versions', { params, body: body as never }))} onSent={refresh} />
 */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FileDrop } from './file-drop.tsx';
import { ProblemError, problemFrom, problemOf, issueCode, issueKeys } from './problem.ts';
import { ProblemNotice } from './problem.tsx';

/** The largest file that the server takes, in bytes. */
const largest = 25 * 1024 * 1024;

/** A file as the body that the server reads. Throws payloadTooLarge: a server that stops reading a file too large breaks the line, and the sentence would be about the connection. */
export const bodyOf = (file: File): FormData => {
  if (file.size > largest) throw new ProblemError(problemFrom(undefined, 413));
  const body = new FormData();
  body.append('file', file);
  return body;
};

type Props<T> = {
  label: string;
  help: string;
  accept: string;
  send: (body: FormData) => Promise<T>;
  onSent: (result: T) => void;
  plain?: boolean;
  /** The room whose texts say what is against a file. */ domain?: string;
};

export const FilePicker = <T,>({ label, help, accept, send, onSent, plain, domain }: Props<T>) => {
  const { t } = useTranslation(domain ? ['shell', domain] : 'shell');
  const sending = useMutation({ mutationFn: async (file: File): Promise<T> => send(bodyOf(file)), onSuccess: onSent });
  const problem = sending.error && problemOf(sending.error);
  const about = problem?.issues?.find(({ name }) => name === 'file');
  return (
    <div className="file-picker no-print">
      {about && (
        <p className="notice late" role="alert">
          {t(issueKeys(issueCode(about), domain) as never)}
        </p>
      )}
      {problem && !about && <ProblemNotice problem={problem} />}
      <FileDrop
        label={sending.isPending ? t('file.sending', { name: sending.variables?.name }) : label}
        help={help}
        accept={accept}
        busy={sending.isPending}
        plain={plain}
        take={([file]) => file && sending.mutate(file)}
      />
    </div>
  );
};
