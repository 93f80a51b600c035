import { useId, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { decisions } from '../review.ts';
import { type Answer, isWhole } from './part-saver.ts';
import type { Part, Right } from './queries.ts';
import type { usePart } from './use-part.ts';

type Person = Part['people'][number];
type Answers = ReturnType<typeof usePart>;

/** Whether something of a right is still to be decided. */
export const isOpen = (right: Right, answer: Answer): boolean => !right.goneOn && (answer.decision === null || !isWhole(answer));

const RightLine = ({ right, answers, locked }: { right: Right; answers: Answers; locked: boolean }) => {
  const { t } = useTranslation(['reviews', 'shell']);
  const { shortDate } = useFormat();
  const id = useId();
  const answer = answers.answer(right);
  const fixed = locked || right.handed || right.goneOn !== undefined;
  const set = (next: Answer, soon = false) => answers.set({ [right.id]: next }, soon);
  const choose = (decision: (typeof decisions)[number]) => {
    const others = right.offered.filter((level) => level !== right.level);
    const level = answer.newLevel ?? (others.length === 1 ? others[0] : undefined);
    set({ decision, ...(decision === 'change' && level ? { newLevel: level } : {}), ...(decision !== 'confirm' && answer.reason ? { reason: answer.reason } : {}) });
  };
  const facts = [
    right.since && t('right.since', { date: shortDate(right.since) }),
    right.until && t('right.until', { date: shortDate(right.until) }),
    right.account,
    right.lastUsedOn && t('right.lastUsed', { date: shortDate(right.lastUsedOn) }),
  ].filter(Boolean);
  const needs = answer.decision !== null && !isWhole(answer);
  return (
    <li className="reviewed-right">
      <div className="reviewed-what">
        <p id={`${id}-what`}>
          <b>{right.resourceName}</b> <span className="reviewed-level">{t(`levels.${right.level}`)}</span>
        </p>
        <p className="quiet small">{[...facts, right.given && t('right.given', { reason: right.given })].filter(Boolean).join(' · ')}</p>
        {right.warnings.map((warning) => (
          <p key={`${warning.kind} ${warning.other} ${warning.reason}`} className="small review-warning">
            {warning.kind === 'beyondProfile' ? t('warnings.beyondProfile') : [warning.other ? t('warnings.with', { other: warning.other }) : t('warnings.segregation'), warning.reason].join(' ')}
          </p>
        ))}
        {right.goneOn && <p className="small quiet">{t('right.gone', { date: shortDate(right.goneOn) })}</p>}
        {right.leftOpen && <p className="small quiet">{t('right.leftOpen', { reason: right.leftOpen })}</p>}
        {answers.met.includes(right.id) && (
          <p className="small review-warning" role="alert">
            {t('part.met', { name: right.decidedName ?? '–' })}
          </p>
        )}
      </div>
      {!right.goneOn && (
        <div className="reviewed-answer">
          <fieldset disabled={fixed} aria-labelledby={`${id}-what`}>
            {decisions
              .filter((decision) => decision !== 'change' || right.offered.some((level) => level !== right.level))
              .map((decision) => (
                <label key={decision} className={`reviewed-choice ${decision}`}>
                  <input type="radio" name={id} checked={answer.decision === decision} onChange={() => choose(decision)} />
                  <span>{t(`decisions.${decision}`)}</span>
                </label>
              ))}
          </fieldset>
          {answer.decision === 'change' && (
            <select
              className="control"
              aria-label={t('fields.newLevel')}
              disabled={fixed}
              value={answer.newLevel ?? ''}
              onChange={(event) => set({ decision: 'change', ...(event.target.value ? { newLevel: event.target.value as Right['level'] } : {}), ...(answer.reason ? { reason: answer.reason } : {}) })}
            >
              <option value="">{t('shell:choose')}</option>
              {right.offered
                .filter((level) => level !== right.level)
                .map((level) => (
                  <option key={level} value={level}>
                    {t(`levels.${level}`)}
                  </option>
                ))}
            </select>
          )}
          {(answer.decision === 'withdraw' || answer.decision === 'change') && (
            <input
              className="control"
              aria-label={t(answer.decision === 'withdraw' ? 'fields.reason' : 'part.reasonOptional')}
              placeholder={t(answer.decision === 'withdraw' ? 'part.why' : 'part.reasonOptional')}
              aria-invalid={needs && answer.decision === 'withdraw' ? true : undefined}
              maxLength={500}
              disabled={fixed}
              value={answer.reason ?? ''}
              onChange={(event) => set({ ...answer, reason: event.target.value }, true)}
              onBlur={() => void answers.flush()}
            />
          )}
        </div>
      )}
    </li>
  );
};

/** What stands behind the name of a person: undecided, or what was decided, in a few words. */
const Standing = ({ person, answers }: { person: Person; answers: Answers }) => {
  const { t } = useTranslation('reviews');
  const given = person.rights.map((right) => ({ right, answer: answers.answer(right) }));
  const open = given.filter(({ right, answer }) => isOpen(right, answer)).length;
  if (open > 0) return <span className="tag soon">{t('part.toDecide', { count: open })}</span>;
  const count = (decision: string) => given.filter(({ answer }) => answer.decision === decision).length;
  const parts = [count('withdraw') > 0 && t('part.withdrawn', { count: count('withdraw') }), count('change') > 0 && t('part.changed', { count: count('change') })].filter(Boolean);
  return <span className="tag done">{parts.length > 0 ? parts.join(', ') : t('part.confirmed')}</span>;
};

type Props = {
  person: Person;
  opened: boolean;
  locked: boolean;
  answers: Answers;
  head: (element: HTMLButtonElement | null) => void;
  confirmButton: RefObject<HTMLButtonElement | null>;
  onToggle: () => void;
  onMove: (by: 1 | -1) => void;
  onConfirm: () => void;
};

/** One person with the rights they held: closed in a line, opened with an answer for each right. Arrow keys go from name to name. */
export const PartPerson = ({ person, opened, locked, answers, head, confirmButton, onToggle, onMove, onConfirm }: Props) => {
  const { t } = useTranslation('reviews');
  const id = useId();
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onMove(event.key === 'ArrowDown' ? 1 : -1);
  };
  const open = person.rights.some((right) => isOpen(right, answers.answer(right)));
  return (
    <li className={opened ? 'reviewed open' : 'reviewed'}>
      <h2>
        <button type="button" ref={head} className="reviewed-head" aria-expanded={opened} aria-controls={id} onClick={onToggle} onKeyDown={move}>
          <span className="reviewed-name">{person.name}</span>
          <span className="quiet small">{person.outsider ? t('part.outsider') : [person.function, person.serviceName].filter(Boolean).join(' · ')}</span>
          <Standing person={person} answers={answers} />
        </button>
      </h2>
      <div id={id} hidden={!opened} className="reviewed-body">
        {opened && (
          <>
            <ul className="reviewed-rights">
              {person.rights.map((right) => (
                <RightLine key={right.id} right={right} answers={answers} locked={locked} />
              ))}
            </ul>
            {!locked && (
              <div className="buttons no-print">
                <button type="button" ref={confirmButton} className={open ? 'button primary' : 'button'} onClick={onConfirm}>
                  {t(open ? 'part.confirmAll' : 'part.next')}
                </button>
              </div>
            )}
          </>
        )}
      </div>
    </li>
  );
};
