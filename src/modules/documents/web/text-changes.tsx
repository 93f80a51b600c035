import { useTranslation } from 'react-i18next';
import type { BlockChange, WordChange } from '../reading.ts';

/** Words taken out and put in, marked for the eye by more than a colour, and named for who does not see. */
const Words = ({ words }: { words: readonly WordChange[] }) => {
  const { t } = useTranslation('documents');
  return words.map(({ text, change }, index) => {
    if (!change) return <span key={index}>{text}</span>;
    const Mark = change === 'added' ? 'ins' : 'del';
    return (
      <Mark key={index}>
        <span className="hidden-text">{t(`changes.${change}`)} </span>
        {text}
        <span className="hidden-text"> {t('changes.end')} </span>
      </Mark>
    );
  });
};

/** A text with its changes, block by block; `side` shows one text only: as it was, or as it is. */
export const TextChanges = ({ changes, side, lang }: { changes: readonly BlockChange[]; side?: 'before' | 'after'; lang?: string }) => (
  <div className="text-changes" lang={lang}>
    {changes
      .filter(({ change }) => (side === 'before' ? change !== 'added' : side === 'after' ? change !== 'removed' : true))
      .map(({ kind, change, words }, index) => (
        <p key={index} data-kind={kind} data-change={change}>
          <Words words={side ? words.filter((word) => word.change !== (side === 'before' ? 'added' : 'removed')) : words} />
        </p>
      ))}
  </div>
);
