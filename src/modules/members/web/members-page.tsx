import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { centreRoles } from '../../../kernel/permissions.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { PendingInvitations } from './invitations.tsx';
import { membersKey } from './queries.ts';
import { Reasons } from './reasons.tsx';
import './members.css';

/** Who has access to the centre, why, and who is invited. */
export const MembersPage = () => {
  const { t } = useTranslation(['members', 'shell']);
  const { shortDate, month } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const path = { organizationId: centre.id };
  const base = `/c/${centre.slug}/members`;
  const invite = may('member.write') && (
    <Link to={`${base}/invite`} className="button primary">
      {t('invite.go')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={invite}>
      <PendingInvitations />
      <RecordList
        caption={t('title')}
        queryKey={[...membersKey(centre.id), 'list']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/members', { params: { path, query }, signal }))}
        columns={[
          {
            key: 'name',
            header: t('fields.name'),
            sort: 'name',
            cell: (member) => (
              <>
                <Link to={`${base}/${member.id}`}>{member.name}</Link>
                {member.self && <span className="quiet"> {t('you')}</span>}
                <div className="quiet small">{member.email}</div>
              </>
            ),
          },
          {
            key: 'reasons',
            header: t('fields.roles'),
            cell: (member) =>
              member.state === 'running' && !member.disabled ? (
                <Reasons reasons={member.reasons} />
              ) : (
                <span className="tag">{member.disabled ? t('disabled') : t(`states.${member.state}`, { date: shortDate(member.state === 'ended' ? member.end! : member.start) })}</span>
              ),
          },
          { key: 'end', header: t('fields.end'), cell: (member) => member.state === 'running' && member.end && <span className="day">{shortDate(member.end)}</span> },
          { key: 'factor', header: t('fields.factor'), cell: (member) => <span className={member.factor === 'owed' ? 'tag soon' : undefined}>{t(`factors.${member.factor}`)}</span> },
          { key: 'lastMonth', header: t('fields.lastMonth'), cell: (member) => (member.lastMonth ? month(member.lastMonth) : t('never')) },
        ]}
        filters={[
          { name: 'state', label: t('fields.state'), options: (['running', 'coming', 'ended'] as const).map((value) => ({ value, label: t(`filters.${value}`) })) },
          { name: 'role', label: t('fields.role'), options: centreRoles.map((value) => ({ value, label: t(`shell:roles.${value}`) })) },
        ]}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: invite }}
      />
    </Page>
  );
};
