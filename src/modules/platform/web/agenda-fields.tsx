import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, TextAreaField, TextField, useField } from '../../../web/fields.tsx';
import { presences, responsibleRoles } from '../meeting.ts';

/** Who may be named on a meeting: the people called, by id. */
export type Names = ReadonlyMap<string, string>;
type Called = { personId?: string; name?: string; capacity?: string; presence?: string };
type Point = { id?: string; title?: string; minutes?: string; decision?: { text?: string; personId?: string; role?: string; dueOn?: string } };

/** Who was called, and once it is held who came; others may be added by name. */
export const AttendanceField = ({ names, withPresence }: { names: Names; withPresence: boolean }) => {
  const { t } = useTranslation(['platform', 'shell']);
  const field = useField('attendance', t('fields.attendance'));
  const [name, setName] = useState('');
  const [capacity, setCapacity] = useState('');
  const rows = (field.value ?? []) as Called[];
  const called = (row: Called) => row.name ?? names.get(row.personId ?? '') ?? '…';
  const set = (index: number, change: Partial<Called>) => field.set(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const missing = [...names].filter(([id]) => !rows.some(({ personId }) => personId === id));
  return (
    <fieldset className="field attendance">
      <legend className="field-label">{t('fields.attendance')}</legend>
      <p className="field-help">{t('attendance.help')}</p>
      {rows.map((row, index) => (
        <div key={row.personId ?? row.name} className="attendance-row">
          <span>
            {called(row)}
            {row.capacity && <small className="quiet">{row.capacity}</small>}
          </span>
          {withPresence && (
            <select className="control" aria-label={t('attendance.presenceOf', { name: called(row) })} value={row.presence ?? ''} onChange={(event) => set(index, { presence: event.target.value })}>
              <option value="">{t('shell:choose')}</option>
              {presences.map((value) => (
                <option key={value} value={value}>
                  {t(`presences.${value}`)}
                </option>
              ))}
            </select>
          )}
          <button type="button" className="button plain" aria-label={t('attendance.remove', { name: called(row) })} onClick={() => field.set(rows.filter((_row, at) => at !== index))}>
            {t('shell:remove')}
          </button>
        </div>
      ))}
      {field.error && (
        <p className="field-error form-problem" tabIndex={-1}>
          {field.error}
        </p>
      )}
      <div className="attendance-add">
        {missing.map(([id, member]) => (
          <button key={id} type="button" className="button" onClick={() => field.set([...rows, { personId: id }])}>
            {t('attendance.call', { name: member })}
          </button>
        ))}
        <label>
          <span className="field-label">{t('attendance.name')}</span>
          <input className="control" value={name} maxLength={120} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          <span className="field-label">{t('attendance.capacity')}</span>
          <input className="control" value={capacity} maxLength={120} autoComplete="off" onChange={(event) => setCapacity(event.target.value)} />
        </label>
        <button
          type="button"
          className="button"
          aria-disabled={name.trim() === ''}
          onClick={() => {
            if (name.trim() === '') return;
            field.set([...rows, { name: name.trim(), ...(capacity.trim() ? { capacity: capacity.trim() } : {}) }]);
            setName('');
            setCapacity('');
          }}
        >
          {t('attendance.add')}
        </button>
      </div>
    </fieldset>
  );
};

/** Who answers for a decision: one of those called, or a function. */
const ResponsibleField = ({ path, names }: { path: string; names: Names }) => {
  const { t } = useTranslation('platform');
  const field = useField(path, t('fields.responsible'));
  const decision = (field.value ?? {}) as NonNullable<Point['decision']>;
  const value = decision.personId ? `person/${decision.personId}` : decision.role ? `role/${decision.role}` : '';
  const choose = (chosen: string) => {
    const { personId: _person, role: _role, ...rest } = decision;
    const [kind, id] = chosen.split('/');
    field.set({ ...rest, ...(kind === 'person' ? { personId: id } : kind === 'role' ? { role: id } : {}) });
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {t('fields.responsible')}
      </label>
      <select id={field.id} className="control" value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('decision.nobody')}</option>
        <optgroup label={t('decision.people')}>
          {[...names].map(([id, name]) => (
            <option key={id} value={`person/${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('decision.functions')}>
          {responsibleRoles.map((role) => (
            <option key={role} value={`role/${role}`}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
};

/** The agenda; once the meeting is held, what was said and decided on each point. */
export const PointsField = ({ names, withMinutes }: { names: Names; withMinutes: boolean }) => {
  const { t } = useTranslation(['platform', 'shell']);
  const field = useField('points', t('fields.points'));
  const points = (field.value ?? []) as Point[];
  const move = (index: number, by: number) => {
    const next = [...points];
    const [point] = next.splice(index, 1);
    next.splice(index + by, 0, point!);
    field.set(next);
  };
  return (
    <fieldset className="field points">
      <legend className="field-label">{t('fields.points')}</legend>
      <p className="field-help">{t(withMinutes ? 'points.minutesHelp' : 'points.help')}</p>
      <ol>
        {points.map((point, index) => (
          <li key={point.id ?? `new-${index}`}>
            <TextField name={`points.${index}.title`} label={t('points.title', { number: index + 1 })} maxLength={200} />
            {withMinutes && (
              <>
                <TextAreaField name={`points.${index}.minutes`} label={t('fields.minutes')} optional maxLength={10_000} />
                <TextAreaField name={`points.${index}.decision.text`} label={t('fields.decision')} help={t('decision.help')} optional maxLength={2000} />
                {point.decision?.text && (
                  <div className="point-decision">
                    <ResponsibleField path={`points.${index}.decision`} names={names} />
                    <DateField name={`points.${index}.decision.dueOn`} label={t('fields.dueOn')} optional />
                  </div>
                )}
              </>
            )}
            <div className="buttons point-tools">
              {index > 0 && (
                <button type="button" className="button plain" aria-label={t('points.upOf', { number: index + 1 })} onClick={() => move(index, -1)}>
                  {t('points.up')}
                </button>
              )}
              {index < points.length - 1 && (
                <button type="button" className="button plain" aria-label={t('points.downOf', { number: index + 1 })} onClick={() => move(index, 1)}>
                  {t('points.down')}
                </button>
              )}
              <button type="button" className="button plain" aria-label={t('points.removeOf', { number: index + 1 })} onClick={() => field.set(points.filter((_point, at) => at !== index))}>
                {t('shell:remove')}
              </button>
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => field.set([...points, { title: '' }])}>
        {t('points.add')}
      </button>
    </fieldset>
  );
};
