import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { LinkNotice } from '../../../web/link-notice.tsx';
import { type Invitation, invitationsQuery, membersKey } from './queries.ts';

const What = ({ invitation }: { invitation: Invitation }) => {
  const { t } = useTranslation(['members', 'shell']);
  return <>{[invitation.personName && t('invitation.through', { name: invitation.personName }), ...invitation.roles.map((role) => t(`shell:roles.${role}`))].filter(Boolean).join(', ')}</>;
};

/** The invitations that wait for an answer: sent again or taken back from here. */
export const PendingInvitations = () => {
  const { t } = useTranslation(['members', 'shell']);
  const { shortDate, moment } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const queries = useQueryClient();
  const path = (id: string) => ({ params: { path: { organizationId: centre.id, id } } });
  const refresh = () => queries.invalidateQueries({ queryKey: membersKey(centre.id) });
  const query = useQuery(invitationsQuery(centre.id));
  const again = useMutation({ mutationFn: (id: string) => unwrap(api.POST('/organizations/{organizationId}/invitations/{id}/send', path(id))), onSettled: refresh });
  const withdraw = useMutation({ mutationFn: (id: string) => unwrap(api.POST('/organizations/{organizationId}/invitations/{id}/withdraw', path(id))), onSettled: refresh });
  const items = query.data?.items ?? [];
  const problem = query.error ?? again.error ?? withdraw.error;
  return (
    <>
      {problem && <ProblemNotice problem={problemOf(problem)} domain="members" />}
      {again.data?.link && <LinkNotice link={again.data.link} fault={again.data.mailFault} />}
      {again.data && !again.data.link && (
        <p className="notice done" role="status">
          {t('invitation.sentAgain')}
        </p>
      )}
      {items.length > 0 && (
        <section className="waiting" aria-labelledby="waiting">
          <h2 id="waiting">{t('invitation.waiting')}</h2>
          <table className="list">
            <caption className="hidden-text">{t('invitation.waiting')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fields.email')}</th>
                <th scope="col">{t('fields.roles')}</th>
                <th scope="col">{t('invitation.sent')}</th>
                <th scope="col">{t('invitation.goodUntil')}</th>
                {may('member.write') && <th scope="col">{t('invitation.actions')}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((invitation) => (
                <tr key={invitation.id}>
                  <th scope="row">{invitation.email}</th>
                  <td data-label={t('fields.roles')}>
                    <What invitation={invitation} />
                  </td>
                  <td data-label={t('invitation.sent')}>
                    <span>{t(invitation.sentByMail ? 'invitation.byMail' : 'invitation.byHand', { date: shortDate(invitation.sentAt.slice(0, 10)), name: invitation.invitedBy })}</span>
                  </td>
                  <td data-label={t('invitation.goodUntil')}>{invitation.expired ? <span className="tag late">{t('invitation.expired')}</span> : moment(invitation.expiresAt)}</td>
                  {may('member.write') && (
                    <td data-label={t('invitation.actions')}>
                      <span className="buttons">
                        <button type="button" className="button" onClick={() => again.mutate(invitation.id)} aria-label={t('invitation.againTo', { email: invitation.email })}>
                          {t('invitation.again')}
                        </button>
                        <button type="button" className="button danger" onClick={() => withdraw.mutate(invitation.id)} aria-label={t('invitation.withdrawOf', { email: invitation.email })}>
                          {t('invitation.withdraw')}
                        </button>
                      </span>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
};
