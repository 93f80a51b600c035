/** The state of a document in sentences, and its due date with the rule behind it. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type CivilDate, daysBetween } from '../../../kernel/dates.ts';
import { useFormat } from '../../../web/format.ts';
import type { DocumentLine, DocumentOfCentre } from './document-queries.ts';
import { dueState, todayHere } from './due.ts';

/** A due date, by the model of the policy or (`own`) by the centre's choice; its rule and source show on hover, focus and tap, and Escape hides them. */
export const ReviewDue = ({ due, own = false }: { due: CivilDate; own?: boolean }) => {
  const { t } = useTranslation('documents');
  const { shortDate, days } = useFormat();
  const id = useId();
  const [shown, setShown] = useState(false);
  const why = useRef<HTMLSpanElement>(null);
  const today = todayHere();
  const state = dueState(due, today);
  useEffect(() => {
    if (shown) why.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const hide = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShown(false);
  };
  return (
    <span className="due" role="presentation" onMouseEnter={() => setShown(true)} onMouseLeave={() => setShown(false)} onKeyDown={hide}>
      <button type="button" className={`due-date ${state}`} aria-describedby={id} onClick={() => setShown(true)} onFocus={() => setShown(true)} onBlur={() => setShown(false)}>
        {state === 'late' ? t('due.late', { date: shortDate(due) }) : shortDate(due)}
        {state !== 'later' && <small>{days(daysBetween(today, due))}</small>}
      </button>
      <span ref={why} role="tooltip" id={id} className="due-why" hidden={!shown}>
        {t(own ? 'due.ownRule' : 'due.rule')} <span className="quiet">{t(own ? 'due.ownSource' : 'due.source')}</span>
      </span>
    </span>
  );
};

/** What there is to say of a document: in force since when, what is open, what it lacks; the first sentence is the state itself. */
export const useStateSentences = (): ((document: DocumentLine | DocumentOfCentre) => string[]) => {
  const { t } = useTranslation('documents');
  const { date } = useFormat();
  return ({ inForce, draft, outdated, missing, reviewDueOn }) => {
    const lacking = typeof missing === 'number' ? missing : missing.length;
    return [
      inForce ? t('state.inForce', { date: date(inForce.decidedOn ?? inForce.draftedOn), number: inForce.number }) : t('state.never'),
      ...(reviewDueOn && dueState(reviewDueOn, todayHere()) === 'late' ? [t('state.late')] : []),
      ...(draft ? [t('state.draft', { number: draft.number, date: date(draft.draftedOn) })] : []),
      ...(outdated && !draft ? [t('state.outdated')] : []),
      ...(lacking > 0 ? [t('state.missing', { count: lacking })] : []),
    ];
  };
};
