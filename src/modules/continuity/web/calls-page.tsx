import { useTranslation } from 'react-i18next';
import { CheckField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { ChecksField } from '../../../web/checks-field.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { CallEntryInput, callTasks, planScenarios } from '../disaster.ts';
import type { CallEntry } from './disaster-queries.ts';
import { nextPosition, PartList, PlanFrame, ProposeButton } from './part-list.tsx';

/** Whom to call, in which order, and by whom they are called. */
export const CallsPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  return (
    <PlanFrame part="calls" lead={t('disaster.calls.lead')} actions={<ProposeButton part="calls" />}>
      <PartList<CallEntry & { position: number }>
        part={{
          register: 'callEntries',
          schema: CallEntryInput,
          keys: Object.keys(CallEntryInput.shape),
          fresh: (rows) => ({ position: nextPosition(rows), scenarios: [], onCard: true, forEverybody: false }),
          label: t('disaster.parts.calls'),
          empty: t('disaster.calls.empty'),
          numbered: true,
          show: (entry) => (
            <>
              <p>
                <strong>{entry.label}</strong>, {t(`callTasks.${entry.task}`)}{' '}
                {entry.number ? (
                  <a className="plan-number" href={`tel:${entry.number.replaceAll(/[^+\d]/g, '')}`}>
                    {entry.number}
                  </a>
                ) : (
                  <span className="continuity-wrong">{t('disaster.noNumber')}</span>
                )}
                {entry.secondPhone && <span className="plan-number"> / {entry.secondPhone}</span>}
              </p>
              <p className="plan-quiet">
                {[
                  entry.callerLabel && `${t('fields.callerLabel')} ${entry.callerLabel}`,
                  entry.scenarios.length > 0 && entry.scenarios.map((scenario) => t(`stepScenarios.${scenario as 'building'}`)).join(', '),
                  entry.forEverybody && t('fields.forEverybody').toLowerCase(),
                  entry.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </>
          ),
          fields: (entry, rows) => (
            <>
              <SelectField name="task" label={t('fields.task')} options={callTasks.map((value) => ({ value, label: t(`callTasks.${value}`) }))} />
              <PersonField name="personId" label={t('fields.personId')} optional />
              <SupplierField name="supplierId" label={t('fields.supplierId')} optional />
              <TextField name="name" label={t('fields.name')} help={t('disaster.calls.nameHelp')} optional maxLength={120} />
              <TextField name="phone" label={t('fields.phone')} help={t('disaster.calls.phoneHelp')} type="tel" optional maxLength={40} />
              <TextField name="secondPhone" label={t('fields.secondPhone')} type="tel" optional maxLength={40} />
              <SelectField
                name="calledById"
                label={t('fields.calledById')}
                help={t('disaster.calls.nobody')}
                optional
                options={rows.filter(({ id }) => id !== entry?.id).map(({ id, label }) => ({ value: id, label: label ?? '' }))}
              />
              <NumberField name="position" label={t('fields.position')} />
              <ChecksField
                name="scenarios"
                label={t('fields.scenarios')}
                help={t('disaster.calls.scenariosHelp')}
                options={planScenarios.map((value) => ({ value, label: t(`stepScenarios.${value}`) }))}
              />
              <CheckField name="onCard" label={t('fields.onCard')} />
              <CheckField name="forEverybody" label={t('fields.forEverybody')} help={t('disaster.calls.everybodyHelp')} />
              <TextAreaField name="note" label={t('fields.note')} optional maxLength={500} />
            </>
          ),
        }}
      />
    </PlanFrame>
  );
};
