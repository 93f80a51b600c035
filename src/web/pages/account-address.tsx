import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../api.ts';
import { TextField } from '../fields.tsx';
import { Form, useForm } from '../form.tsx';
import { useMe } from '../session.ts';

const Change = z.strictObject({ email: z.email('invalidEmail').max(200), password: z.string('required').min(1).max(1000) });

const AddressForm = ({ onAsked }: { onAsked: (asked: { mailed: boolean }) => void }) => {
  const { t } = useTranslation('members');
  const form = useForm({ schema: Change, domain: 'members', initial: { email: '', password: '' }, save: (body) => unwrap(api.POST('/me/address', { body })), onSaved: onAsked });
  return (
    <Form form={form} submit={t('address.go')}>
      <TextField name="email" label={t('address.new')} type="email" autoComplete="email" />
      <TextField name="password" label={t('address.current')} type="password" autoComplete="current-password" />
    </Form>
  );
};

/** The address that one signs in with, and asking for another. */
export const AccountAddress = () => {
  const { t } = useTranslation('members');
  const { account } = useMe();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<boolean>();
  return (
    <section>
      <h2>{t('address.section')}</h2>
      <p className="quiet">{t('address.sectionText', { email: account.email })}</p>
      {asked !== undefined && (
        <p className="notice done" role="status">
          {t(asked ? 'address.sent' : 'address.pending')}
        </p>
      )}
      {open && asked === undefined && <AddressForm onAsked={({ mailed }) => setAsked(mailed)} />}
      {!open && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('address.title')}
        </button>
      )}
    </section>
  );
};

/** Leads to lending a role for an absence. */
export const AccountAway = () => {
  const { t } = useTranslation('members');
  if (useMe().organizations.length === 0) return null;
  return (
    <section>
      <h2>{t('away.section')}</h2>
      <p className="quiet">{t('away.sectionText')}</p>
      <Link to="/account/away" className="button">
        {t('away.open')}
      </Link>
    </section>
  );
};
