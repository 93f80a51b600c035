import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type CentreRole, centreRoles } from '../../../kernel/permissions.ts';
import { grantRefusal, MemberData } from '../member.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { AskFirst } from './ask-first.tsx';
import { type Member, memberQuery, membersKey } from './queries.ts';
import { Reasons } from './reasons.tsx';
import { ResetFactors } from './reset-factors.tsx';
import { RolesField } from './roles-field.tsx';
import './members.css';

const dataOf = ({ grantedRoles, end }: Member) => ({ grantedRoles, end });
const yesterday = (): string => new Date(Date.now() - 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });

const AccessForm = ({ member }: { member: Member }) => {
  const { t } = useTranslation(['members', 'shell']);
  const centre = useCentre();
  const queries = useQueryClient();
  const path = { organizationId: centre.id, id: member.id };
  const own = centre.roles as CentreRole[];
  const form = useForm({
    schema: MemberData,
    domain: 'members',
    initial: dataOf(member),
    version: member.version,
    save: (_values, { patch, version }) => unwrap(api.PATCH('/organizations/{organizationId}/members/{id}', { params: { path }, headers: ifMatch(version!), body: patch })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/members/{id}', { params: { path } }));
      return { initial: dataOf(now), version: now.version };
    },
    onSaved: () => void queries.invalidateQueries({ queryKey: membersKey(centre.id) }),
  });
  return (
    <Form form={form} submit={t('shell:save')}>
      <RolesField
        name="grantedRoles"
        label={t('fields.grantedRoles')}
        help={t('member.rolesHelp')}
        roles={centreRoles.filter((role) => grantRefusal(own, role, { headless: false }) === undefined)}
        fixed={member.grantedRoles}
      />
      <DateField name="end" label={t('fields.end')} help={t('member.endHelp')} optional />
    </Form>
  );
};

const EndNow = ({ member }: { member: Member }) => {
  const { t } = useTranslation('members');
  const centre = useCentre();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      unwrap(
        api.PATCH('/organizations/{organizationId}/members/{id}', {
          params: { path: { organizationId: centre.id, id: member.id } },
          headers: ifMatch(member.version),
          body: { end: yesterday() },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: membersKey(centre.id) }),
  });
  return (
    <div className="member-actions no-print">
      {end.error && <ProblemNotice problem={problemOf(end.error)} domain="members" />}
      <AskFirst go={t('member.endNow')} title={t('member.endTitle', { name: member.name })} onGo={() => end.mutate()}>
        {t('member.endText')}
      </AskFirst>
    </div>
  );
};

/** One access: its roles and why, its grants and its end. */
export const MemberPage = () => {
  const { t } = useTranslation(['members', 'shell']);
  const { date, month } = useFormat();
  const centre = useCentre();
  const { memberId: id = '' } = useParams({ strict: false }) as { memberId?: string };
  const may = useMay();
  const query = useQuery(memberQuery(centre.id, id));
  const member = query.data;
  return (
    <Page title={member?.name ?? t('member.title')} lead={member?.email} back={{ to: `/c/${centre.slug}/members`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {member && (
        <div className="chapters">
          <section>
            <dl className="facts">
              <dt>{t('fields.access')}</dt>
              <dd>
                {member.disabled
                  ? t('disabled')
                  : t(`member.${member.state}`, { start: date(member.start), end: member.end ? date(member.end) : '', context: member.state === 'running' && member.end ? 'until' : undefined })}
              </dd>
              {member.personId && (
                <>
                  <dt>{t('fields.person')}</dt>
                  <dd>
                    <Link to={`/c/${centre.slug}/people/${member.personId}`}>{member.personName}</Link>
                  </dd>
                </>
              )}
              <dt>{t('fields.roles')}</dt>
              <dd>
                <Reasons reasons={member.reasons} />
              </dd>
              <dt>{t('fields.factor')}</dt>
              <dd>{t(`factors.${member.factor}`)}</dd>
              <dt>{t('fields.lastMonth')}</dt>
              <dd>{member.lastMonth ? month(member.lastMonth) : t('never')}</dd>
            </dl>
          </section>
          {member.can['update'] && (
            <section>
              <h2>{t('member.change')}</h2>
              <AccessForm key={member.version} member={member} />
              {member.state === 'running' && <EndNow member={member} />}
            </section>
          )}
          {member.factor === 'enrolled' && !member.self && may('member.resetFactors') && <ResetFactors member={member} />}
          {member.self && <p className="quiet">{t('member.self')}</p>}
        </div>
      )}
      {member && <History organizationId={centre.id} table="link" recordId={member.id} version={member.version} />}
    </Page>
  );
};
