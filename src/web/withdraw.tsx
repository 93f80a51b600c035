import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Dialog } from './dialog.tsx';
import { TextAreaField } from './fields.tsx';
import { Form, useForm } from './form.tsx';

const Reason = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

type Withdrawing = { domain: string; title: string; text: ReactNode; label: string; save: (body: { reason: string }) => Promise<unknown>; onSaved: () => void };

/** Takes back what was sent, with the reason, which it asks for first. `label` is that of the reason. */
export const Withdraw = ({ domain, title, text, label, save, onSaved }: Withdrawing) => {
  const { t } = useTranslation('shell');
  const [asking, setAsking] = useState(false);
  const form = useForm({ schema: Reason, domain, initial: {}, save, onSaved });
  return (
    <div className="delete no-print">
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {title}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={title}>
        <p>{text}</p>
        <Form
          form={form}
          submit={title}
          cancel={
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          }
        >
          <TextAreaField name="reason" label={label} maxLength={2000} />
        </Form>
      </Dialog>
    </div>
  );
};
