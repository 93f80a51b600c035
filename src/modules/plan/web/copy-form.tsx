import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { mayIn, useCentre, useMe } from '../../../web/session.ts';
import { type Action, useRefreshPlan } from './queries.ts';

const Chosen = z.strictObject({ organizationIds: z.array(z.uuid()).min(1, 'chooseCentre') });

const CentresField = ({ centres }: { centres: { id: string; name: string }[] }) => {
  const { t } = useTranslation('plan');
  const field = useField('organizationIds', t('copy.centres'));
  const chosen = (field.value ?? []) as string[];
  return (
    <fieldset className="field">
      <legend className="field-label">{t('copy.centres')}</legend>
      <div className="choices plan-centres">
        {centres.map(({ id, name }) => (
          <label key={id} className="choice bare">
            <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => field.set(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      {field.error && (
        <p className="field-error form-problem" tabIndex={-1}>
          {field.error}
        </p>
      )}
    </fieldset>
  );
};

/** The same action in other centres of whoever works for several: a copy in each, theirs from then on. */
export const CopyForm = ({ action }: { action: Action }) => {
  const { t } = useTranslation(['plan', 'shell']);
  const { name } = useFormat();
  const here = useCentre();
  const me = useMe();
  const refresh = useRefreshPlan();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(0);
  const centres = me.organizations.filter((centre) => centre.id !== here.id && mayIn(me, centre, 'plan.write')).map((centre) => ({ id: centre.id, name: name(centre.name) }));
  const form = useForm({
    schema: Chosen,
    domain: 'plan',
    initial: { organizationIds: [] as string[] },
    save: ({ organizationIds }) => unwrap(api.POST('/planCopies', { body: { organizationId: here.id, actionId: action.id, organizationIds } })),
    onSaved: (made: { copied: number }) => {
      setOpen(false);
      setDone(made.copied);
      void refresh();
    },
  });
  if (centres.length === 0) return null;
  return (
    <section className="plan-end no-print" aria-labelledby="copy">
      <h2 id="copy">{t('copy.title')}</h2>
      <p className="quiet">{t('copy.text')}</p>
      {done > 0 && (
        <p className="notice done" role="status">
          {t('copy.done', { count: done })}
        </p>
      )}
      {open ? (
        <Form
          form={form}
          submit={t('copy.go')}
          cancel={
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {t('shell:cancel')}
            </button>
          }
        >
          <CentresField centres={centres} />
        </Form>
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('copy.choose')}
        </button>
      )}
    </section>
  );
};
