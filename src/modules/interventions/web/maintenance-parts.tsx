import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCentre, useMay } from '../../../web/session.ts';
import type { Maintenance } from './queries.ts';

/** Where an agreement stands; of one that counts, whether its contract is in order. */
export const MaintenanceState = ({ agreement }: { agreement: Maintenance }) => {
  const { t } = useTranslation('interventions');
  const { state, contractFault } = agreement;
  const living = state === 'asked' || state === 'agreed';
  return (
    <>
      <span className={state === 'asked' ? 'intervention-open' : living ? undefined : 'quiet'}>{t(`maintenance.states.${state}`)}</span>
      {living && contractFault && (
        <small className="late intervention-mark">
          <ContractFault agreement={agreement} />
        </small>
      )}
    </>
  );
};

const ContractFault = ({ agreement }: { agreement: Maintenance }) => {
  const { t } = useTranslation(['interventions', 'suppliers']);
  const clauses = agreement.missingClauses.map((kind) => t(`suppliers:clauseKinds.${kind}`)).join(', ');
  return <>{t(`maintenance.contractFaults.${agreement.contractFault!}`, { clauses })}</>;
};

/** The contract under which the firm connects, and what it lacks. */
export const ContractStanding = ({ agreement }: { agreement: Maintenance }) => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const may = useMay();
  const { contractId, contractTitle, contractFault } = agreement;
  return (
    <section aria-labelledby="maintenance-contract">
      <h2 id="maintenance-contract">{t('maintenance.contract')}</h2>
      {contractTitle && <p>{contractId && may('supplier.read') ? <Link to={`/c/${centre.slug}/suppliers/contracts/${contractId}`}>{contractTitle}</Link> : contractTitle}</p>}
      {contractFault ? (
        <p className="notice late">
          <ContractFault agreement={agreement} />
        </p>
      ) : (
        <p className="quiet">{t('maintenance.contractGood')}</p>
      )}
    </section>
  );
};
