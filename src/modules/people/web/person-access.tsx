import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useCentre, useMay } from '../../../web/session.ts';

/** Leads from a person to their access to Beffroi, or to giving them one. */
export const PersonAccess = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('members');
  const centre = useCentre();
  const may = useMay();
  const members = useQuery({
    queryKey: ['members', centre.id, 'of', personId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/members', { params: { path: { organizationId: centre.id }, query: { personId } }, signal })),
    enabled: may('member.read'),
  }).data;
  if (!members) return null;
  const [member] = members.items;
  if (member) {
    return (
      <Link to={`/c/${centre.slug}/members/${member.id}`} className="button">
        {t('title')}
      </Link>
    );
  }
  if (!may('member.write')) return null;
  return (
    <Link to={`/c/${centre.slug}/members/invite`} search={{ person: personId } as never} className="button">
      {t('invite.go')}
    </Link>
  );
};
