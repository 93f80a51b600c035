import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { AnnouncementInput, numberText } from '../intervention.ts';
import { AboutFields, PlanFields } from './fields.tsx';
import { mailQuery, recentQuery, type WholeMail } from './mail-queries.ts';
import { MailState } from './mails-page.tsx';
import { Facts } from './parts.tsx';
import { useRefreshInterventions } from './queries.ts';

const useAddress = ({ id, version }: WholeMail) => ({ params: { path: { organizationId: useCentre().id, id } }, headers: ifMatch(version) });
const useAfter = () => {
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInterventions(centre.id);
  return (interventionId?: string) => {
    void refresh();
    void navigate({ to: `/c/${centre.slug}/interventions/${interventionId ?? 'mails'}` });
  };
};
const filed = ({ interventionId }: { interventionId: string }): string => interventionId;

const Announced = AnnouncementInput.safeExtend({ acknowledge: z.boolean().default(false) });
/** A new intervention from what the mail says, with what its reader adds. */
const AsNew = ({ mail }: { mail: WholeMail }) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(mail);
  const after = useAfter();
  const form = useForm({
    schema: Announced,
    domain: 'interventions',
    initial: { urgent: false, remote: false, ...mail.announcement, acknowledge: Boolean(mail.sender) && mail.proof === 'pass' },
    save: ({ acknowledge, ...announcement }) => unwrap(api.POST('/organizations/{organizationId}/incomingMails/{id}/file', { ...address, body: { announcement, acknowledge } })),
    onSaved: (made) => after(filed(made as never)),
  });
  return (
    <Form form={form} submit={t('mails.announce')}>
      <AboutFields />
      <PlanFields />
      {mail.sender && mail.proof !== 'fail' && <CheckField name="acknowledge" label={t('mails.acknowledge')} help={t('mails.acknowledgeHelp')} />}
    </Form>
  );
};

const Picked = z.strictObject({ interventionId: z.uuid() });
const ToExisting = ({ mail }: { mail: WholeMail }) => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const address = useAddress(mail);
  const after = useAfter();
  const recent = useQuery(recentQuery(centre.id));
  const form = useForm({
    schema: Picked,
    domain: 'interventions',
    initial: { interventionId: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/incomingMails/{id}/file', { ...address, body: { ...body, acknowledge: false } })),
    onSaved: (made) => after(filed(made as never)),
  });
  const options = (recent.data?.items ?? []).map((one) => ({ value: one.id, label: `${numberText(one)} ${one.subject}` }));
  return (
    <Form form={form} submit={t('mails.file')}>
      <SelectField name="interventionId" label={t('mails.intervention')} options={options} />
    </Form>
  );
};

const Reason = z.strictObject({ reason: z.string().trim().min(1).max(500) });
const Aside = ({ mail }: { mail: WholeMail }) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(mail);
  const after = useAfter();
  const form = useForm({
    schema: Reason,
    domain: 'interventions',
    initial: { reason: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/incomingMails/{id}/setAside', { ...address, body })),
    onSaved: () => after(),
  });
  return (
    <Form form={form} submit={t('mails.setAside')}>
      <TextField name="reason" label={t('mails.reason')} maxLength={500} />
    </Form>
  );
};

const choices = ['asNew', 'toExisting', 'aside'] as const;
/** What becomes of a mail that nobody has taken. */
const Sorting = ({ mail }: { mail: WholeMail }) => {
  const { t } = useTranslation('interventions');
  const [choice, choose] = useState<(typeof choices)[number]>();
  return (
    <section className="intervention-acts" aria-labelledby="mail-what">
      <h2 id="mail-what">{t('mails.what')}</h2>
      {mail.proof === 'fail' && <p className="notice">{t('mails.forged')}</p>}
      <div className="buttons" role="group" aria-labelledby="mail-what">
        {choices.map((one) => (
          <button key={one} type="button" className={`button${choice === one ? ' primary' : ''}`} aria-pressed={choice === one} onClick={() => choose(one)}>
            {t(`mails.${one}`)}
          </button>
        ))}
      </div>
      {choice && <p className="quiet measure">{t(`mails.${choice}Help`)}</p>}
      {choice === 'asNew' && <AsNew mail={mail} />}
      {choice === 'toExisting' && <ToExisting mail={mail} />}
      {choice === 'aside' && <Aside mail={mail} />}
    </section>
  );
};

/** One mail, as text: nothing of it is shown as its sender laid it out, and nothing is fetched for it. */
export const MailPage = () => {
  const { t } = useTranslation('interventions');
  const { moment } = useFormat();
  const centre = useCentre();
  const { mailId } = useParams({ strict: false });
  const query = useQuery(mailQuery(centre.id, mailId!));
  const base = `/c/${centre.slug}/interventions`;
  const mail = query.data;
  const shorter = mail?.said && mail.said !== mail.text?.trim();
  return (
    <Page title={mail ? mail.subject || t('mails.noSubject') : t('mails.one')} back={{ to: `${base}/mails`, label: t('mails.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {mail && (
        <>
          <Facts
            lines={[
              [t('mails.facts.from'), [mail.senderName, mail.sender && `<${mail.sender}>`].filter(Boolean).join(' ')],
              [t('mails.facts.proof'), t(`mails.proofs.${mail.proof}`)],
              [t('mails.facts.firm'), mail.supplierName],
              [t('mails.facts.person'), mail.personName],
              [t('mails.facts.received'), moment(mail.receivedAt)],
              [t('mails.facts.attachments'), mail.attachments > 0 && t('mails.attachments', { count: mail.attachments })],
              [t('mails.facts.state'), <MailState key="state" mail={mail} />],
              [
                t('mails.facts.intervention'),
                mail.interventionId && mail.year && mail.number && (
                  <Link to={`${base}/${mail.interventionId}`}>
                    {numberText({ year: mail.year, number: mail.number })} {mail.interventionSubject}
                  </Link>
                ),
              ],
            ]}
          />
          <section aria-labelledby="mail-text">
            <h2 id="mail-text">{t('mails.text')}</h2>
            {mail.said || mail.text ? <p className="mail-text">{mail.said || mail.text}</p> : <p className="quiet">{t('mails.noText')}</p>}
            {shorter && (
              <details>
                <summary>{t('mails.whole')}</summary>
                <p className="mail-text quiet">{mail.text}</p>
              </details>
            )}
            {mail.cut && <p className="quiet">{t('mails.cut')}</p>}
          </section>
          {mail.announcement && <Sorting mail={mail} />}
        </>
      )}
    </Page>
  );
};
