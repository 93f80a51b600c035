/**
 * The undertaking of one person, for the page of a person or of a case: whether they have signed, and what to do about it.
 *
 *   <LinkedDeclaration organizationId={centre.id} slug={centre.slug} personId={person.id} />
 *
 * Nothing is shown to who may not read the register.
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { useFormat } from './format.ts';
import { useMay } from './session.ts';

type Props = { organizationId: string; slug: string; personId: string };

const Shown = ({ organizationId, slug, personId }: Props) => {
  const { t } = useTranslation('declarations');
  const { date } = useFormat();
  const may = useMay();
  const path = { organizationId };
  const need = useQuery({
    queryKey: ['declarations', organizationId, 'of', personId],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/organizations/{organizationId}/declarationNeeds', { params: { path, query: { personId, pageSize: 1 } }, signal }))).items[0] ?? null,
  });
  const signed = useQuery({
    queryKey: ['declarations', organizationId, 'signedBy', personId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/declarations', { params: { path, query: { personId, sort: '-signed', pageSize: 20 } }, signal })),
  });
  if (need.data === undefined || !signed.data) return null;
  const here = `/c/${slug}/declarations`;
  const waits = need.data && ['missing', 'renewal', 'coming'].includes(need.data.state);
  return (
    <section aria-labelledby="undertaking" className="linked-declaration">
      <h2 id="undertaking">{t('linked.title')}</h2>
      {need.data === null && signed.data.items.length === 0 && <p className="quiet">{t('linked.notBound')}</p>}
      {need.data?.state === 'covered' && <p>{t('state.covered', { name: need.data.coveredBy ?? '' })}</p>}
      {need.data?.state === 'missing' && <p className="late">{t('linked.missing', { date: date(need.data.waitsSince) })}</p>}
      {need.data?.state === 'renewal' && <p>{t('linked.renewal', { date: date(need.data.waitsSince) })}</p>}
      {need.data?.state === 'coming' && <p>{t('linked.coming', { date: date(need.data.since) })}</p>}
      {signed.data.items.length > 0 && (
        <ul className="records">
          {signed.data.items.map((one) => (
            <li key={one.id}>
              <Link to={`${here}/${one.id}`}>{t(`variants.${one.variant}`)}</Link>
              <span>{[t('own.signedOn', { date: date(one.signedOn) }), t(`ways.${one.how}`)].join(', ')}</span>
              {one.annulledOn && <span className="quiet small">{t('annul.short')}</span>}
            </li>
          ))}
        </ul>
      )}
      {waits && may('declaration.collect') && (
        <Link to={`${here}/sign/${personId}`} className="button no-print">
          {t('linked.collect')}
        </Link>
      )}
    </section>
  );
};

export const LinkedDeclaration = (props: Props) => {
  const may = useMay();
  if (!may('declaration.read')) return null;
  return (
    <Suspense>
      <Shown {...props} />
    </Suspense>
  );
};
