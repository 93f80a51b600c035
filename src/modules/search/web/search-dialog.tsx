/** The search: words at the top, lines in groups below; arrows choose, Enter opens. A combobox as WAI-ARIA describes it. */
import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Lens } from '../../../web/icons.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentreIfAny, useMe } from '../../../web/session.ts';
import type { Line, Place } from './places.ts';
import './search.css';
import { useSearch } from './use-search.ts';

export const SearchDialog = ({ pages, actions, onClose }: { pages: Place[]; actions: Place[]; onClose: () => void }) => {
  const { t } = useTranslation(['search', 'shell']);
  const { name } = useFormat();
  const me = useMe();
  const here = useCentreIfAny();
  const navigate = useNavigate();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [everywhere, setEverywhere] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const only = me.organizations.length === 1 ? me.organizations[0] : undefined;
  const { groups, refused, waiting, error, keep } = useSearch({ pages, actions, text, here, within: only ?? (everywhere ? undefined : here) });

  const lines = groups.flatMap((group) => group.lines);
  const at = Math.max(
    lines.findIndex((line) => line.key === chosen),
    0,
  );
  const active = lines[at];
  const optionId = (line: Line) => `${id}-${lines.indexOf(line)}`;

  const go = (line: Line) => {
    keep(line);
    onClose();
    void navigate({ to: line.address, ...(line.hash ? { hash: line.hash } : {}), ...(line.words ? { state: { words: line.words } as never } : {}) });
  };
  const choose = (next: number) => {
    const line = lines[(next + lines.length) % lines.length];
    if (!line) return;
    setChosen(line.key);
    document.getElementById(optionId(line))?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at - 1);
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) go(active);
    else return;
    event.preventDefault();
  };
  const empty = text.trim() !== '' && !refused && !waiting && !error && lines.length === 0;

  return (
    <Modal.Root opened onClose={onClose} size={640} yOffset="8vh" className="search">
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <Modal.Body>
          <div className="search-field">
            <Lens />
            <input
              data-autofocus
              className="search-input"
              role="combobox"
              aria-label={t('placeholder')}
              aria-expanded={lines.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              {...(active ? { 'aria-activedescendant': optionId(active) } : {})}
              placeholder={t('placeholder')}
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setChosen(undefined);
              }}
              onKeyDown={onKey}
            />
            <Modal.CloseButton aria-label={t('shell:close')} />
          </div>
          {here && !only && (
            <div className="search-scope" role="radiogroup" aria-label={t('scope')}>
              {[false, true].map((all) => (
                <label key={String(all)} className="choice bare">
                  <input type="radio" name={`${id}-scope`} checked={everywhere === all} onChange={() => setEverywhere(all)} />
                  {all ? t('everywhere') : name(here.name)}
                </label>
              ))}
            </div>
          )}
          {refused && (
            <p className="notice soon" role="alert">
              {t('nationalNumber')}
            </p>
          )}
          {error && !refused && <ProblemNotice problem={problemOf(error)} />}
          <div className="search-list" id={`${id}-list`} role="listbox" aria-label={t('results')} ref={list}>
            {groups.map((group) => (
              <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
                <h2 id={`${id}-${group.name}`} role="presentation">
                  {t(`groups.${group.name}`)} {group.total && <span className="quiet">{group.total}</span>}
                </h2>
                {group.note && <p className="quiet small">{group.note}</p>}
                {group.lines.map((line) => (
                  // The keyboard goes through the field, which names the chosen line: the lines take no focus of their own.
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                  <div key={line.key} id={optionId(line)} role="option" aria-selected={line === active} className="search-line" onClick={() => go(line)} onMouseMove={() => setChosen(line.key)}>
                    <span className={line.past ? 'quiet' : undefined}>{line.title}</span>
                    {line.detail && <small>{line.detail}</small>}
                  </div>
                ))}
              </div>
            ))}
          </div>
          {empty && <p className="search-empty quiet">{t('nothing')}</p>}
          <p className="hidden-text" role="status">
            {text.trim() === '' || refused ? '' : waiting ? t('shell:loading') : t('count', { count: lines.length })}
          </p>
          <p className="search-keys quiet small" aria-hidden="true">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.choose')}
            </span>
            <span>
              <kbd>↵</kbd> {t('keys.open')}
            </span>
            <span>
              <kbd>{t('keys.escape')}</kbd> {t('keys.close')}
            </span>
          </p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
