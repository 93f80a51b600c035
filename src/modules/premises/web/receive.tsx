import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentLanguages, type DocumentLanguage } from '../../../kernel/language.ts';
import type { SignatureInput } from '../../../kernel/signature.ts';
import { api, unwrap } from '../../../web/api.ts';
import { TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PickField } from '../../../web/pick-field.tsx';
import { type Problem, ProblemError, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { SignaturePad } from '../../../web/signature-pad.tsx';
import { badgeTaken, notice, VisitorInput } from '../visitor.ts';
import { hosts } from './hosts.ts';

export type Values = Omit<VisitorInput, 'language' | 'signature'>;

const Who = ({ known, sign, next, cancel }: { known: Values | undefined; sign: boolean; next: (values: Values) => Promise<void>; cancel: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const form = useForm({ schema: VisitorInput, domain: 'premises', initial: { ...known }, save: (values) => next(values), onSaved: () => undefined });
  const quit = (
    <button type="button" className="button plain" onClick={cancel}>
      {t('shell:cancel')}
    </button>
  );
  return (
    <Form form={form} submit={t(sign ? 'visitors.toNotice' : 'visitors.enter')} cancel={quit}>
      <TextField name="name" label={t('visitors.name')} maxLength={120} />
      <TextField name="firm" label={t('fields.firm')} optional maxLength={120} />
      <PickField name="hostId" label={t('fields.hostId')} help={t('visitors.hostHelp')} optional choices={hosts} />
      <TextField name="host" label={t('visitors.orHost')} optional maxLength={120} />
      <PickField name="escortId" label={t('fields.escortId')} optional choices={hosts} />
      <TextField name="badge" label={t('fields.badge')} optional maxLength={40} />
    </Form>
  );
};

const Notice = ({ days, sign, back }: { days: number; sign: (language: DocumentLanguage, signature: SignatureInput) => Promise<void>; back: () => void }) => {
  const { t, i18n } = useTranslation(['premises', 'shell']);
  const [language, setLanguage] = useState<DocumentLanguage>(documentLanguages.find((one) => one === i18n.language) ?? 'fr');
  const [signature, setSignature] = useState<SignatureInput>();
  const [busy, setBusy] = useState(false);
  const { title, lines } = notice[language];
  const go = async () => {
    setBusy(true);
    await sign(language, signature!);
    setBusy(false);
  };
  return (
    <section className="desk-notice" aria-labelledby="desk-notice">
      <div className="buttons" role="group" aria-label={t('fields.language')}>
        {documentLanguages.map((one) => (
          <button key={one} type="button" className="button" aria-pressed={language === one} lang={one} onClick={() => setLanguage(one)}>
            {t(`shell:languages.${one}` as never, { defaultValue: one.toUpperCase() })}
          </button>
        ))}
      </div>
      <h2 id="desk-notice" lang={language}>
        {title}
      </h2>
      <ul lang={language}>
        {lines.map((line) => (
          <li key={line}>{line.replace('{{days}}', String(days))}</li>
        ))}
      </ul>
      <SignaturePad tell={setSignature} />
      <p className="buttons">
        <button type="button" className="button primary" disabled={!signature || busy} onClick={() => void go()}>
          {t('visitors.enter')}
        </button>
        <button type="button" className="button plain" onClick={back}>
          {t('visitors.back')}
        </button>
      </p>
    </section>
  );
};

/** A visitor comes in: who they are, which is there already of one who was announced, then the notice that they read and sign on the same screen. */
export const Receive = ({
  announced,
  sign,
  days,
  inside,
  onDone,
}: {
  announced?: Values | undefined;
  sign: boolean;
  days: number;
  inside: readonly { badge?: string | undefined }[];
  onDone: () => void;
}) => {
  const centre = useCentre();
  const [values, setValues] = useState(announced);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (body: VisitorInput) => {
    await unwrap(api.POST('/organizations/{organizationId}/visitors', { params: { path: { organizationId: centre.id } }, body }));
    onDone();
  };
  if (!reading)
    return (
      <>
        {problem && <ProblemNotice problem={problem} domain="premises" />}
        <Who
          known={values}
          sign={sign}
          next={async (known) => {
            // Said before the notice is read: nobody signs twice for a badge.
            if (badgeTaken(inside, known.badge))
              throw new ProblemError({
                type: 'urn:problem-type:belgif:badRequest',
                status: 400,
                issues: [{ in: 'body', name: 'badge', type: 'urn:problem-type:beffroi:input-validation:invalidInput', code: 'badgeTaken' }],
              });
            setValues(known);
            setProblem(undefined);
            if (sign) setReading(true);
            else await send(known);
          }}
          cancel={onDone}
        />
      </>
    );
  return (
    <Notice
      days={days}
      back={() => setReading(false)}
      sign={async (language, signature) => {
        try {
          await send({ ...values!, language, signature });
        } catch (error) {
          setProblem(problemOf(error));
          setReading(false);
        }
      }}
    />
  );
};
