import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { withoutEmpty } from '../../../web/form-values.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { MailboxInput, needsOAuth } from '../mailbox.ts';
import { type Mailbox, mailboxQuery } from './mail-queries.ts';
import { InterventionTabs } from './parts.tsx';
import { useRefreshInterventions } from './queries.ts';

/** When it was read last, or since when it cannot be. */
const Standing = ({ mailbox }: { mailbox: Mailbox }) => {
  const { t } = useTranslation('interventions');
  const { moment } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const now = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/mailbox/readNow', { params: { path: { organizationId: centre.id } } })),
    onSuccess: () => void refresh(),
  });
  const { fault, faultSince, readAt, nextAt, enabled } = mailbox;
  return (
    <section aria-labelledby="mailbox-standing">
      <h2 id="mailbox-standing">{t('mailbox.standing')}</h2>
      {fault && faultSince && (
        <div className="notice" role="status">
          <p>
            <b>{t('mailbox.since', { moment: moment(faultSince), fault: t(`mailbox.faults.${fault}`) })}</b>
          </p>
          {enabled && nextAt && <p>{t('mailbox.next', { moment: moment(nextAt) })}</p>}
        </div>
      )}
      <p>
        {!enabled && `${t('mailbox.off')} `}
        {readAt ? t('mailbox.lastRead', { moment: moment(readAt) }) : enabled && t('mailbox.neverRead')}
      </p>
      {now.error && <ProblemNotice problem={problemOf(now.error)} />}
      <p className="buttons">
        {enabled && (
          <button type="button" className="button" disabled={now.isPending} onClick={() => now.mutate()}>
            {t('mailbox.now')}
          </button>
        )}
        <Link to={`/c/${centre.slug}/interventions/mails`} className="button plain">
          {t('mailbox.sort')}
        </Link>
      </p>
      {now.isSuccess && <p role="status">{t('mailbox.asked')}</p>}
    </section>
  );
};

/** Tries what the form holds, before it is kept. */
const Trial = () => {
  const { t } = useTranslation('interventions');
  const form = useFormContext();
  const centre = useCentre();
  const attempt = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/organizations/{organizationId}/mailbox/tryConnection', { params: { path: { organizationId: centre.id } }, body: (withoutEmpty(form.values) ?? {}) as MailboxInput })),
  });
  const { data } = attempt;
  const vouchers = data?.vouchers ?? [];
  return (
    <div className="mailbox-trial">
      <button type="button" className="button" disabled={attempt.isPending} onClick={() => attempt.mutate()}>
        {t('mailbox.try')}
      </button>
      <div role="status">
        {attempt.error && <ProblemNotice problem={problemOf(attempt.error)} domain="interventions" />}
        {data?.fault && <p className="notice">{t(`mailbox.faults.${data.fault}`)}</p>}
        {data?.mails !== undefined && (
          <>
            <p className="notice done">{t('mailbox.tried', { count: data.mails })}</p>
            {data.mails > 0 && <p>{vouchers.length > 0 ? t('mailbox.vouchers') : t('mailbox.noVouchers')}</p>}
            <p className="buttons">
              {vouchers.map((name) => (
                <button key={name} type="button" className="button plain" onClick={() => form.set('vouchedBy', name)}>
                  {t('mailbox.use', { name })}
                </button>
              ))}
            </p>
          </>
        )}
      </div>
    </div>
  );
};

const Remove = ({ version }: { version: number }) => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/organizations/{organizationId}/mailbox', { params: { path: { organizationId: centre.id } }, headers: ifMatch(version) })),
    onSuccess: () => void refresh(),
  });
  return (
    <section aria-labelledby="mailbox-remove">
      <h2 id="mailbox-remove">{t('mailbox.remove')}</h2>
      <p className="quiet measure">{t('mailbox.removeLead')}</p>
      {remove.error && <ProblemNotice problem={problemOf(remove.error)} />}
      <button type="button" className="button danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
        {t('mailbox.remove')}
      </button>
    </section>
  );
};

const initialOf = (mailbox: Mailbox): Record<string, unknown> => {
  const kept = mailbox as Record<string, unknown>;
  const first: Record<string, unknown> = { port: 993, security: 'tls', folder: 'INBOX', enabled: true, proof: true, keepDays: 365 };
  return Object.fromEntries(Object.keys(MailboxInput.shape).map((name) => [name, kept[name] ?? first[name] ?? '']));
};

const Settings = ({ mailbox }: { mailbox: Mailbox }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const form = useForm({
    schema: MailboxInput,
    domain: 'interventions',
    initial: initialOf(mailbox),
    version: mailbox.version,
    save: (body, { version }) => unwrap(api.PUT('/organizations/{organizationId}/mailbox', { params: { path: { organizationId: centre.id } }, headers: ifMatch(version!), body })),
    onSaved: () => void refresh(),
  });
  const name = (field: string) => t(`mailbox.${field}` as 'mailbox.host');
  return (
    <section aria-labelledby="mailbox-settings">
      <h2 id="mailbox-settings">{t('tabs.settings')}</h2>
      <Form form={form} submit={t('shell:save')}>
        <TextField name="address" label={name('address')} help={name('addressHelp')} type="email" />
        <TextField name="host" label={name('host')} />
        {needsOAuth(String(form.values['host'] ?? '').trim()) && <p className="notice measure">{t('mailbox.microsoft')}</p>}
        <SelectField name="security" label={name('security')} options={(['tls', 'startTls'] as const).map((value) => ({ value, label: t(`mailbox.securities.${value}`) }))} />
        <NumberField name="port" label={name('port')} />
        <TextField name="username" label={name('username')} help={name('usernameHelp')} />
        <TextField
          name="password"
          label={name('password')}
          help={`${name('passwordHelp')}${mailbox.set ? ` ${name('passwordKept')}` : ''}`}
          type="password"
          autoComplete="new-password"
          optional={mailbox.set}
        />
        <TextField name="folder" label={name('folder')} />
        <TextAreaField name="authority" label={name('authority')} help={name('authorityHelp')} optional maxLength={20_000} />
        <Trial />
        <TextField name="vouchedBy" label={name('vouchedBy')} help={name('vouchedByHelp')} optional />
        <CheckField name="proof" label={name('proof')} help={name('proofHelp')} />
        <NumberField name="keepDays" label={name('keepDays')} help={name('keepDaysHelp')} />
        <CheckField name="enabled" label={name('enabled')} />
      </Form>
    </section>
  );
};

/** The mailbox to which interventions are announced. */
export const MailboxPage = () => {
  const { t } = useTranslation('interventions');
  const query = useQuery(mailboxQuery(useCentre().id));
  return (
    <Page title={t('mailbox.title')} lead={t('mailbox.lead')}>
      <InterventionTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && (
        <div className="chapters">
          {query.data.set && <Standing mailbox={query.data} />}
          <Settings key={query.data.version} mailbox={query.data} />
          {query.data.set && <Remove version={query.data.version} />}
        </div>
      )}
    </Page>
  );
};
