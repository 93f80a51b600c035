import { useTranslation } from 'react-i18next';
import { NumberField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { RestartItemInput } from '../disaster.ts';
import type { RestartItem } from './disaster-queries.ts';
import { nextPosition, PartList, PlanFrame, ProposeButton } from './part-list.tsx';
import { useDuration } from './parts.tsx';

/** In which order the resources come back. */
export const RestartPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const duration = useDuration();
  return (
    <PlanFrame part="restart" lead={t('disaster.restart.lead')} actions={<ProposeButton part="restart" />}>
      <PartList<RestartItem>
        part={{
          register: 'restartItems',
          schema: RestartItemInput,
          keys: Object.keys(RestartItemInput.shape),
          fresh: (rows) => ({ position: nextPosition(rows) }),
          label: t('disaster.parts.restart'),
          empty: t('disaster.restart.empty'),
          numbered: true,
          show: (item) => (
            <>
              <p>
                <strong>{item.label}</strong>
                {item.withinHours !== undefined && `, ${duration(item.withinHours * 60)}`}
              </p>
              <p className="plan-quiet">{[item.supplierName, item.number, item.note].filter(Boolean).join(' · ')}</p>
            </>
          ),
          fields: () => (
            <>
              <ResourceField name="resourceId" label={t('fields.resourceId')} optional />
              <TextField name="name" label={t('disaster.restart.name')} optional maxLength={120} />
              <NumberField name="withinHours" label={t('fields.withinHours')} optional />
              <NumberField name="position" label={t('fields.position')} />
              <TextAreaField name="note" label={t('fields.note')} optional maxLength={500} />
            </>
          ),
        }}
      />
    </PlanFrame>
  );
};
