/** A rule in a few words; its duty, its source and how sure we are show on hover, focus and tap, and Escape hides them. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { type Rule, type RuleId, rules } from '../../../kernel/rules.ts';
import type { Line } from './queries.ts';
import { useWords } from './words.ts';

export const RuleNote = ({ line }: { line: Pick<Line, 'rule' | 'ruleLength'> }) => {
  const { t, period } = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  const note = useRef<HTMLSpanElement>(null);
  const rule: Rule = rules[line.rule as RuleId];
  useEffect(() => {
    if (shown) note.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  const hide = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShown(false);
  };
  return (
    <span className="rule-note" role="presentation" onMouseEnter={() => setShown(true)} onMouseLeave={() => setShown(false)} onKeyDown={hide}>
      <button type="button" aria-describedby={id} onClick={() => setShown(true)} onFocus={() => setShown(true)} onBlur={() => setShown(false)}>
        {period({ starts: rule.starts, bound: rule.bound, length: line.ruleLength })}
      </button>
      <span ref={note} role="tooltip" id={id} className="rule-why" hidden={!shown}>
        <b>{t(`rules.${line.rule}`)}</b> {t(`counting.${rule.counting}`)}{' '}
        <span className="quiet">
          {t('rule.source', { source: t(`sources.${rule.source}`) })} {t(`kinds.${rule.kind}`)}. {line.ruleLength.amount !== rule.length.amount && t('rule.set')}{' '}
          {rule.certainty === 'unsure' && t('certainty.unsure')}
        </span>
      </span>
    </span>
  );
};
