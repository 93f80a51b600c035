import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { headings } from '../council.ts';
import type { Note } from './queries.ts';

type Line = Note['lines'][number];

/** The lines of a note under their headings: each can be reworded or left out, with what the records said beside it. */
export const LinesField = () => {
  const { t } = useTranslation(['council', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const field = useField('lines', t('note.lines'));
  const lines = (field.value ?? []) as Line[];
  const set = (id: string, change: Partial<Line>) => field.set(lines.map((line) => (line.id === id ? { ...line, ...change } : line)));
  const shown = headings.filter((heading) => lines.some((line) => line.heading === heading));
  return (
    <div className="council-lines">
      {lines.length === 0 && <p className="quiet">{t('note.noLines')}</p>}
      {shown.map((heading) => (
        <fieldset key={heading}>
          <legend>{t(`note.headings.${heading}`)}</legend>
          <ul>
            {lines
              .filter((line) => line.heading === heading)
              .map((line) => {
                const number = lines.indexOf(line) + 1;
                return (
                  <li key={line.id} className={line.leftOut ? 'council-left' : undefined}>
                    <span className="quiet small council-day">{line.on && shortDate(line.on)}</span>
                    <div>
                      <textarea
                        className="control"
                        rows={2}
                        maxLength={1000}
                        aria-label={t('note.line', { number })}
                        value={line.text}
                        disabled={line.leftOut}
                        onChange={(event) => set(line.id, { text: event.target.value })}
                      />
                      <p className="small quiet council-source">
                        {line.leftOut && <b>{t('note.left')}</b>}
                        {line.drafted && line.drafted !== line.text && <span>{t('note.drafted', { text: line.drafted })}</span>}
                        {line.path && <Link to={`/c/${centre.slug}/${line.path}`}>{t('note.source')}</Link>}
                        {line.drafted && line.drafted !== line.text && (
                          <button type="button" className="button plain" onClick={() => set(line.id, { text: line.drafted! })}>
                            {t('note.restore')}
                            <span className="hidden-text">, {t('note.line', { number })}</span>
                          </button>
                        )}
                      </p>
                    </div>
                    {line.drafted ? (
                      <button type="button" className="button plain" aria-label={t(line.leftOut ? 'note.takeOf' : 'note.leaveOf', { number })} onClick={() => set(line.id, { leftOut: !line.leftOut })}>
                        {t(line.leftOut ? 'note.take' : 'note.leave')}
                      </button>
                    ) : (
                      <button type="button" className="button plain" aria-label={t('note.remove', { number })} onClick={() => field.set(lines.filter(({ id }) => id !== line.id))}>
                        {t('shell:remove')}
                      </button>
                    )}
                  </li>
                );
              })}
          </ul>
        </fieldset>
      ))}
      {field.error && <p className="field-error">{field.error}</p>}
      <button type="button" className="button" onClick={() => field.set([...lines, { id: crypto.randomUUID(), heading: 'added', text: '', leftOut: false }])}>
        {t('note.add')}
      </button>
    </div>
  );
};
