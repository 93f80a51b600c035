import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { partnerQuery } from './queries.ts';
import { OnOwnDevice, OnPaper, OnScreen } from './ways-to-sign.tsx';
import './declarations.css';

/** Having a supplier or partner sign: on its representative's own device, on a screen of the centre, or on paper. */
export const PartnerPage = () => {
  const { t } = useTranslation(['declarations', 'suppliers', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const { supplierId = '' } = useParams({ strict: false }) as { supplierId?: string };
  const query = useQuery(partnerQuery(centre.id, supplierId));
  const partner = query.data;
  const here = `/c/${centre.slug}/declarations`;
  const whom = { supplierId };
  return (
    <Page
      title={partner ? t('collect.title', { name: partner.name }) : t('collect.titleAlone')}
      lead={partner && t(`partners.lead.${partner.state}`, { date: date(partner.signedOn ?? partner.since), title: partner.coveredBy ?? '' })}
      back={{ to: `${here}/partners`, label: t('partners.title') }}
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data === null && <p>{t('partners.gone')}</p>}
      {partner && (
        <>
          <p>
            {may('supplier.read') && <Link to={`/c/${centre.slug}/suppliers/${partner.id}`}>{t('partners.toSupplier')}</Link>}{' '}
            {partner.declarationId && <Link to={`${here}/${partner.declarationId}`}>{t('partners.toDeclaration')}</Link>}
          </p>
          <div className="declaration-collect">
            <OnOwnDevice key={partner.email} whom={whom} email={partner.email} />
            <OnScreen whom={whom} />
            {may('declaration.write') && <OnPaper whom={whom} />}
          </div>
        </>
      )}
    </Page>
  );
};
