import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateField, NumberField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { FallbackPlaceInput } from '../disaster.ts';
import { disasterPlanQuery, type FallbackPlace } from './disaster-queries.ts';
import { nextPosition, PartList, PlanDetails, PlanFrame } from './part-list.tsx';

/** Where the work goes on, and, read from the registers, where things are and who looks after them. */
export const PlacesPage = () => {
  const { t, i18n } = useTranslation(['continuity', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const plan = useQuery(disasterPlanQuery(centre.id, i18n.language)).data;
  return (
    <PlanFrame part="places" lead={t('disaster.places.lead')}>
      <div className="chapters">
        <section aria-labelledby="fallback">
          <h2 id="fallback">{t('disaster.places.title')}</h2>
          <PartList<FallbackPlace>
            part={{
              register: 'fallbackPlaces',
              schema: FallbackPlaceInput,
              keys: Object.keys(FallbackPlaceInput.shape),
              fresh: (rows) => ({ position: nextPosition(rows) }),
              label: t('disaster.places.title'),
              empty: t('disaster.places.empty'),
              show: (place) => (
                <>
                  <p>
                    <strong>{place.name}</strong>, {place.address}
                  </p>
                  <PlanDetails
                    of={[
                      [t('fields.seats'), place.seats],
                      [t('fields.equipment'), place.equipment],
                      [t('fields.contact'), [place.contact, place.phone].filter(Boolean).join(', ')],
                      [t('fields.agreedOn'), place.agreedOn && shortDate(place.agreedOn)],
                    ]}
                  />
                </>
              ),
              fields: () => (
                <>
                  <TextField name="name" label={t('fields.name')} maxLength={120} />
                  <TextField name="address" label={t('fields.address')} maxLength={300} />
                  <TextField name="contact" label={t('fields.contact')} optional maxLength={120} />
                  <TextField name="phone" label={t('fields.phone')} type="tel" optional maxLength={40} />
                  <NumberField name="seats" label={t('fields.seats')} optional />
                  <TextAreaField name="equipment" label={t('fields.equipment')} optional maxLength={1000} />
                  <DateField name="agreedOn" label={t('fields.agreedOn')} optional />
                  <DateField name="agreedUntil" label={t('fields.agreedUntil')} optional />
                  <NumberField name="position" label={t('fields.position')} />
                  <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
                </>
              ),
            }}
          />
        </section>
        <section aria-labelledby="where">
          <h2 id="where">{t('disaster.places.where')}</h2>
          <p className="measure plan-quiet">{t('disaster.places.whereText')}</p>
          {plan?.where.length === 0 && <p>{t('disaster.places.nothing')}</p>}
          <ul className="plan-lines">
            {plan?.where.map((one) => (
              <li key={`${one.kind}/${one.name}`} className="plan-line">
                <p>
                  <strong>{one.name}</strong> <span className="plan-quiet">({t(`disaster.places.kinds.${one.kind}`)})</span>
                  {one.place && `, ${one.place}`}
                </p>
                {one.kind === 'backup' && (
                  <p className={one.offSite ? 'plan-quiet' : 'continuity-wrong'}>{one.offSite ? t('disaster.places.offSite', { place: one.offSite }) : t('disaster.places.noOffSite')}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="providers">
          <h2 id="providers">{t('disaster.places.providers')}</h2>
          <p className="measure plan-quiet">{t('disaster.places.providersText')}</p>
          {plan?.providers.length === 0 && <p>{t('disaster.places.nothing')}</p>}
          <ul className="plan-lines">
            {plan?.providers.map((one) => (
              <li key={one.name} className="plan-line">
                <p>
                  <strong>{one.name}</strong> <span className="plan-number">{one.phone}</span> {one.email}
                </p>
                <p className="plan-quiet">{[one.resources, one.contract].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PlanFrame>
  );
};
