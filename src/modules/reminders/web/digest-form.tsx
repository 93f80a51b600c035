import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { components } from '../../../web/api.generated.d.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, ChoiceField, SelectField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { frequencies, ReminderSettings } from '../reminder.ts';

type Reminders = components['schemas']['Reminders'];

// A select gives a text.
const Chosen = z
  .object({ weekday: z.coerce.number(), hour: z.coerce.number(), quietFrom: z.coerce.number(), quietUntil: z.coerce.number(), frequency: z.enum(frequencies), workdaysOnly: z.boolean() })
  .pipe(ReminderSettings);

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

const Fields = () => {
  const { t } = useTranslation('reminders');
  const frequency = useFormContext().get('frequency') as Reminders['frequency'];
  return (
    <>
      <ChoiceField name="frequency" label={t('digest.frequency')} options={frequencies.map((value) => ({ value, label: t(`digest.frequencies.${value}`) }))} />
      {frequency === 'weekly' && (
        <SelectField name="weekday" label={t('digest.weekday')} options={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ value: String(day), label: t(`digest.weekdays.${day}`) }))} />
      )}
      {frequency !== 'off' && (
        <>
          <SelectField name="hour" label={t('digest.hour')} help={t('digest.hourHelp')} options={hours} />
          <CheckField name="workdaysOnly" label={t('digest.workdaysOnly')} />
          <SelectField name="quietFrom" label={t('digest.quietFrom')} help={t('digest.quietHelp')} options={hours} />
          <SelectField name="quietUntil" label={t('digest.quietUntil')} options={hours} />
        </>
      )}
    </>
  );
};

/** When and how often digests come. */
export const DigestForm = ({ reminders, onSaved }: { reminders: Reminders; onSaved: () => void }) => {
  const { t } = useTranslation(['reminders', 'shell']);
  const { frequency, weekday, hour, quietFrom, quietUntil, workdaysOnly, version } = reminders;
  const form = useForm({
    schema: Chosen,
    domain: 'reminders',
    version,
    initial: { frequency, weekday: String(weekday), hour: String(hour), quietFrom: String(quietFrom), quietUntil: String(quietUntil), workdaysOnly },
    save: (values) => unwrap(api.PUT('/me/reminders', { headers: ifMatch(version), body: values })),
    onSaved,
  });
  return (
    <Form form={form} submit={t('shell:save')}>
      <Fields />
    </Form>
  );
};
