import { useTranslation } from 'react-i18next';
import { NumberField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { MinimumServiceInput } from '../disaster.ts';
import type { MinimumService } from './disaster-queries.ts';
import { nextPosition, PartList, PlanDetails, PlanFrame, ProposeButton } from './part-list.tsx';

/** What must not stop in the first hours, by whom, where, and with what on paper. */
export const MinimumServicesPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  return (
    <PlanFrame part="services" lead={t('disaster.services.lead')} actions={<ProposeButton part="services" />}>
      <PartList<MinimumService>
        part={{
          register: 'minimumServices',
          schema: MinimumServiceInput,
          keys: Object.keys(MinimumServiceInput.shape),
          fresh: (rows) => ({ position: nextPosition(rows), withinHours: 24 }),
          label: t('disaster.parts.services'),
          empty: t('disaster.services.empty'),
          numbered: true,
          show: (service) => (
            <>
              <p>
                <strong>{service.name}</strong>, {t('disaster.services.within', { hours: service.withinHours })}
              </p>
              <p>{service.what}</p>
              <PlanDetails
                of={[
                  [t('fields.leadId'), service.leadName],
                  [t('fields.deputyId'), service.deputyName],
                  [t('fields.people'), service.people],
                  [t('disaster.services.place'), service.place],
                  [t('fields.means'), service.means],
                ]}
              />
            </>
          ),
          fields: () => (
            <>
              <TextField name="name" label={t('fields.name')} maxLength={120} />
              <NumberField name="withinHours" label={t('fields.withinHours')} />
              <TextAreaField name="what" label={t('disaster.steps.text')} maxLength={1000} />
              <PersonField name="leadId" label={t('fields.leadId')} optional />
              <PersonField name="deputyId" label={t('fields.deputyId')} optional />
              <TextField name="people" label={t('fields.people')} optional maxLength={500} />
              <TextField name="place" label={t('disaster.services.place')} optional maxLength={300} />
              <TextAreaField name="means" label={t('fields.means')} help={t('disaster.services.meansHelp')} optional maxLength={1000} />
              <NumberField name="position" label={t('fields.position')} />
              <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
            </>
          ),
        }}
      />
    </PlanFrame>
  );
};
