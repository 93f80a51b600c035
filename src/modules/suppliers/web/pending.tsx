import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { pendingQuery } from './queries.ts';

const pages = { disposal: 'inventories/disposals', intervention: 'interventions', device: 'inventories/devices' } as const;

/** What is still open with the firm, each with its page; nothing where nothing is. */
export const Pending = ({ supplierId, ending }: { supplierId: string; ending: boolean }) => {
  const { t } = useTranslation('suppliers');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const items = useQuery(pendingQuery(centre.id, supplierId)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="pending">
      <h2 id="pending">{t('pending.title')}</h2>
      <p className={ending ? 'notice late' : 'quiet'}>{t(ending ? 'pending.ending' : 'pending.lead')}</p>
      <ul className="plain-list">
        {items.map(({ kind, id, title, on }) => (
          <li key={id}>
            <Link to={`/c/${centre.slug}/${pages[kind]}/${id}`}>{title}</Link>
            <small>{[t(`pending.${kind}`), shortDate(on)].join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
};
