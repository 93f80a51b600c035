import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CentreRole, centreRoles } from '../../../kernel/permissions.ts';
import { languages } from '../../../kernel/language.ts';
import { grantRefusal, InvitationData, isHead } from '../member.ts';
import { api, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { LinkNotice } from '../../../web/link-notice.tsx';
import { invitationsQuery, membersKey, type Sent } from './queries.ts';
import { RolesField } from './roles-field.tsx';
import './members.css';

type Person = { id: string; firstName: string; lastName: string; email?: string | undefined; language?: string | undefined };

const InviteForm = ({ person, onSent }: { person?: Person | undefined; onSent: (sent: Sent, email: string) => void }) => {
  const { t, i18n } = useTranslation(['members', 'shell']);
  const centre = useCentre();
  const queries = useQueryClient();
  const back = person ? `/c/${centre.slug}/people/${person.id}` : `/c/${centre.slug}/members`;
  const own = centre.roles as CentreRole[];
  // The server decides; what it would refuse in any case is not offered.
  const givable = centreRoles.filter((role) => grantRefusal(own, role, { headless: true }) === undefined);
  const form = useForm({
    schema: InvitationData,
    domain: 'members',
    initial: { email: person?.email ?? '', language: person?.language ?? i18n.language, roles: [], ...(person ? { personId: person.id } : {}) },
    save: async (values) => ({ sent: await unwrap(api.POST('/organizations/{organizationId}/invitations', { params: { path: { organizationId: centre.id } }, body: values })), email: values.email }),
    onSaved: ({ sent, email }: { sent: Sent; email: string }) => {
      void queries.invalidateQueries({ queryKey: membersKey(centre.id) });
      onSent(sent, email);
    },
  });
  return (
    <Form form={form} submit={t('invite.send')} cancel={<Link to={back}>{t('shell:cancel')}</Link>}>
      <TextField name="email" label={t('fields.email')} type="email" help={t('invite.emailHelp')} />
      <SelectField name="language" label={t('invite.language')} options={languages.map((value) => ({ value, label: t(`shell:ownLanguages.${value}`) }))} />
      <RolesField name="roles" label={t('fields.grantedRoles')} help={t(person ? 'invite.rolesHelpPerson' : isHead(own) ? 'invite.rolesHelpHead' : 'invite.rolesHelp')} roles={givable} />
      <DateField name="accessUntil" label={t('invite.until')} help={t('invite.untilHelp')} optional />
    </Form>
  );
};

/** Gives somebody access by an invitation; the address may name the person of the register whose mandates and contracts give the roles (`?person=<id>`). */
export const InvitePage = () => {
  const { t } = useTranslation(['members', 'shell']);
  const centre = useCentre();
  const { person: id } = useSearch({ strict: false }) as { person?: string };
  const [done, setDone] = useState<{ sent: Sent; email: string }>();
  const mail = useQuery(invitationsQuery(centre.id)).data?.mail;
  const query = useQuery({
    queryKey: ['people', centre.id, 'invited', id],
    queryFn: ({ signal }): Promise<Person> => unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path: { organizationId: centre.id, id: id! } }, signal })),
    enabled: id !== undefined,
  });
  const name = query.data && `${query.data.firstName} ${query.data.lastName}`;
  return (
    <Page title={name ? t('invite.titleOf', { name }) : t('invite.title')} lead={t(id ? 'invite.leadPerson' : 'invite.lead')} back={{ to: `/c/${centre.slug}/members`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} />}
      {done ? (
        <>
          {done.sent.link ? <LinkNotice link={done.sent.link} fault={done.sent.mailFault} /> : <p className="notice done">{t('invite.sent', { email: done.email })}</p>}
          <div className="buttons">
            <Link to={`/c/${centre.slug}/members`} className="button primary">
              {t('invite.back')}
            </Link>
            {!id && (
              <button type="button" className="button" onClick={() => setDone(undefined)}>
                {t('invite.another')}
              </button>
            )}
          </div>
        </>
      ) : (
        <>
          {mail === false && <p className="notice">{t('invite.noMail')}</p>}
          {(id === undefined || query.data) && <InviteForm person={query.data} onSent={(sent, email) => setDone({ sent, email })} />}
        </>
      )}
    </Page>
  );
};
