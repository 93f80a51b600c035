/**
 * Where files are chosen or dropped; what becomes of them is whoever asks for them's.
 *
 *   <FileDrop label={busy ? t('file.sending', { name }) : t('give')} help={t('giveHelp')} accept=".eml" several busy={busy} take={(files) => …} />
 */
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import './styles/file-picker.css';

type Props = {
  label: string;
  help: string;
  accept: string;
  busy: boolean;
  plain?: boolean | undefined;
  /** Whether more than one file is taken at once. */
  several?: boolean | undefined;
  take: (files: readonly File[]) => void;
};

export const FileDrop = ({ label, help, accept, busy, plain = false, several = false, take }: Props) => {
  const { t } = useTranslation('shell');
  const id = useId();
  const [over, setOver] = useState(false);
  const give = (files: FileList | null) => {
    const given = [...(files ?? [])].slice(0, several ? undefined : 1);
    if (given.length > 0 && !busy) take(given);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragenter' || event.type === 'dragover');
    if (event.type === 'drop') give(event.dataTransfer.files);
  };
  return (
    <div className={over ? 'file-drop over' : 'file-drop'} onDragEnter={drag} onDragOver={drag} onDragLeave={drag} onDrop={drag}>
      <input
        id={id}
        className="hidden-text"
        type="file"
        accept={accept}
        multiple={several}
        aria-describedby={`${id}-help`}
        disabled={busy}
        onChange={(event) => {
          give(event.target.files);
          // The same file, mended, may be chosen again.
          event.target.value = '';
        }}
      />
      <label className={plain ? 'button' : 'button primary'} htmlFor={id}>
        {label}
      </label>
      <p id={`${id}-help`} className="quiet small">
        {help} {t(several ? 'file.dropSeveral' : 'file.drop')}
      </p>
    </div>
  );
};
