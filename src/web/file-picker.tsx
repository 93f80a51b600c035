/**
 * Takes one file, chosen or dropped, and sends it at once; what the server says against it stands beside it.
 *
 *   <FilePicker label={t('give')} help={t('giveHelp')} accept=".pdf,.docx" send={(body) => unwrap(api.POST('…/versions', { params, body: body as never }))} onSent={refresh} />
 */
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, problemFrom, problemOf, issueCode, issueKeys } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import './styles/file-picker.css';

/** The largest file that the server takes, in bytes. */
const largest = 25 * 1024 * 1024;

type Props<T> = {
  label: string;
  help: string;
  accept: string;
  send: (body: FormData) => Promise<T>;
  onSent: (result: T) => void;
  plain?: boolean;
  /** The room whose texts say what is against a file. */ domain?: string;
};

export const FilePicker = <T,>({ label, help, accept, send, onSent, plain = false, domain }: Props<T>) => {
  const { t } = useTranslation(domain ? ['shell', domain] : 'shell');
  const id = useId();
  const [over, setOver] = useState(false);
  const sending = useMutation({
    mutationFn: async (file: File): Promise<T> => {
      // A server that stops reading a file too large breaks the line: the sentence would be about the connection.
      if (file.size > largest) throw new ProblemError(problemFrom(undefined, 413));
      const body = new FormData();
      body.append('file', file);
      return send(body);
    },
    onSuccess: onSent,
  });
  const take = (file: File | undefined) => {
    if (file && !sending.isPending) sending.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type !== 'dragleave');
  };
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
      <div className={over ? 'file-drop over' : 'file-drop'} onDragEnter={drag} onDragOver={drag} onDragLeave={drag} onDrop={drop}>
        <input
          id={id}
          className="hidden-text"
          type="file"
          accept={accept}
          aria-describedby={`${id}-help`}
          disabled={sending.isPending}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file, mended, may be chosen again.
            event.target.value = '';
          }}
        />
        <label className={plain ? 'button' : 'button primary'} htmlFor={id}>
          {sending.isPending ? t('file.sending', { name: sending.variables?.name }) : label}
        </label>
        <p id={`${id}-help`} className="quiet small">
          {help} {t('file.drop')}
        </p>
      </div>
    </div>
  );
};
