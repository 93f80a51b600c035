import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { useFormat } from '../../../web/format.ts';

type Event = components['schemas']['InterventionEvent'];

/** What a value of a field is called. */
const useValue = () => {
  const { t, i18n } = useTranslation(['interventions', 'shell']);
  const { date } = useFormat();
  return (field: string, value: unknown, names: Event['names'] = {}): string => {
    if (value === undefined || value === null || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'shell:yes' : 'shell:no');
    const group = { nature: 'natures', outcome: 'outcomes', userWarned: 'warnings' }[field];
    if (group && i18n.exists(`interventions:${group}.${String(value)}`)) return t(`${group}.${String(value)}` as 'natures.repair');
    // One that is there no more has no name.
    if (field.endsWith('Id')) return names[String(value)] ?? '…';
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? date(String(value)) : String(value);
  };
};

/** All that was said and done about an intervention, the first first; a correction shows what it changed. */
export const Events = ({ events }: { events: readonly Event[] }) => {
  const { t } = useTranslation('interventions');
  const { moment } = useFormat();
  const value = useValue();
  return (
    <section aria-labelledby="intervention-events">
      <h2 id="intervention-events">{t('events.title')}</h2>
      <ol className="intervention-events">
        {events.map((event) => (
          <li key={event.id}>
            <b>{t(`events.${event.kind}` as 'events.announced')}</b> <span className="quiet small">{[event.byName, moment(event.at)].filter(Boolean).join(' · ')}</span>
            {event.text && <p>{event.text}</p>}
            {[...new Set([...Object.keys(event.before ?? {}), ...Object.keys(event.after ?? {})])].map((field) => (
              <p key={field}>
                {t(`fields.${field}` as 'fields.subject')} : <del>{value(field, event.before?.[field], event.names)}</del> → {value(field, event.after?.[field], event.names)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
};
