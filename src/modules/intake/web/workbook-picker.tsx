import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { rememberTask } from '../../../web/tasks.ts';
import { type Sending, sendWorkbook } from './workbook.ts';
import './intake.css';

/** Sends a workbook and goes to the page of its task. */
export const useSendWorkbook = () => {
  const { t } = useTranslation('intake');
  const centre = useCentre();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, ...sending }: Sending & { file: File }) => sendWorkbook(centre.id, file, sending),
    onSuccess: ({ taskId, address }, { dryRun }) => {
      const page = `/c/${centre.slug}/intake/${taskId}`;
      rememberTask({ address, label: t(dryRun ? 'page.checking' : 'page.entering'), page });
      void queries.invalidateQueries({ queryKey: ['task', address] });
      void navigate({ to: page });
    },
  });
};

/** Takes a filled workbook, chosen or dropped, and has it checked at once: checking writes nothing. */
export const WorkbookPicker = ({ label }: { label: string }) => {
  const { t } = useTranslation(['intake', 'shell']);
  const id = useId();
  const [over, setOver] = useState(false);
  const send = useSendWorkbook();
  const take = (file: File | undefined) => {
    if (file && !send.isPending) send.mutate({ file, dryRun: true });
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
  return (
    <>
      {send.error && <ProblemNotice problem={problemOf(send.error)} />}
      <div className={over ? 'drop over' : 'drop'} onDragEnter={drag} onDragOver={drag} onDragLeave={drag} onDrop={drop}>
        <input
          id={id}
          className="hidden-text"
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={`${id}-help`}
          disabled={send.isPending}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file, mended, may be chosen again.
            event.target.value = '';
          }}
        />
        <label className="button primary" htmlFor={id}>
          {send.isPending ? t('shell:sending') : label}
        </label>
        <p id={`${id}-help`} className="quiet small">
          {t('page.dropHelp')}
        </p>
      </div>
    </>
  );
};
