import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Alone } from '../../../web/pages/alone.tsx';

const Asked = z.strictObject({ email: z.email('invalidEmail').max(200) });

/** Asks for a link to choose another password; says the same whether somebody has this address or not. */
export const ForgottenPage = () => {
  const { t } = useTranslation(['members', 'shell']);
  const [done, setDone] = useState(false);
  const form = useForm({ schema: Asked, initial: { email: '' }, save: (body) => unwrap(api.POST('/passwordResets', { body })), onSaved: () => setDone(true) });
  const back = <Link to="/sign-in">{t('forgotten.back')}</Link>;
  if (done) {
    return (
      <Alone title={t('forgotten.doneTitle')} lead={t('forgotten.done')}>
        <p>{back}</p>
      </Alone>
    );
  }
  return (
    <Alone title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <Form form={form} submit={t('forgotten.go')} cancel={back}>
        <TextField name="email" label={t('shell:signIn.email')} type="email" autoComplete="username" />
      </Form>
    </Alone>
  );
};
