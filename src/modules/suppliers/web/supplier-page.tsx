import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEnterpriseNumber } from '../../../kernel/identifiers.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { Contracts } from './contracts.tsx';
import { FirmPeople } from './firm-people.tsx';
import { Pending } from './pending.tsx';
import { type Supplier, suppliedQuery, supplierQuery, useRefreshSuppliers } from './queries.ts';
import { SupplierForm } from './supplier-form.tsx';
import './suppliers.css';

const Facts = ({ supplier }: { supplier: Supplier }) => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const { date } = useFormat();
  const mail = (address: string | undefined) => address && <a href={`mailto:${address}`}>{address}</a>;
  const lines = [
    [t('fields.kind'), t(`kinds.${supplier.kind}`)],
    [t('fields.processor'), t(supplier.processor ? 'shell:yes' : 'shell:no')],
    [t('fields.enterpriseNumber'), supplier.enterpriseNumber && formatEnterpriseNumber(supplier.enterpriseNumber)],
    [t('fields.address'), supplier.address],
    [t('fields.email'), mail(supplier.email)],
    [t('fields.phone'), supplier.phone],
    [t('fields.supportEmail'), mail(supplier.supportEmail)],
    [t('fields.supportPhone'), supplier.supportPhone],
    [t('fields.endedOn'), supplier.endedOn && date(supplier.endedOn)],
    [t('fields.note'), supplier.note],
  ] as const;
  return (
    <dl className="facts">
      {lines.map(
        ([term, value]) =>
          value && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd className="supplier-text">{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
};

/** What the firm supplies to the centre. */
const Supplied = ({ supplierId }: { supplierId: string }) => {
  const { t } = useTranslation(['suppliers', 'resources']);
  const centre = useCentre();
  const query = useQuery(suppliedQuery(centre.id, supplierId));
  return (
    <section aria-labelledby="supplied">
      <h2 id="supplied">{t('supplied.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data?.items.length === 0 && <p className="quiet">{t('supplied.none')}</p>}
      {query.data && query.data.items.length > 0 && (
        <ul className="supplied">
          {query.data.items.map(({ id, name, kind, state }) => (
            <li key={id}>
              <Link to={`/c/${centre.slug}/resources/${id}`}>{name}</Link>{' '}
              <span className="quiet">{[t(`resources:kinds.${kind}`), state === 'retired' && t('resources:states.retired')].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Whole = ({ supplier }: { supplier: Supplier }) => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshSuppliers(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: supplier.id };
  return (
    <div className="chapters">
      <section aria-label={t('one')}>
        {editing ? (
          <SupplierForm supplier={supplier} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Facts supplier={supplier} />
            {supplier.can['update'] && (
              <p className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                <AskToDelete
                  label={t('delete.label')}
                  text={t('delete.text')}
                  plain
                  remove={() => unwrap(api.DELETE('/organizations/{organizationId}/suppliers/{id}', { params: { path }, headers: ifMatch(supplier.version) }))}
                  onDeleted={() => {
                    void refresh();
                    void navigate({ to: `/c/${centre.slug}/suppliers` });
                  }}
                />
              </p>
            )}
          </>
        )}
      </section>
      <Pending supplierId={supplier.id} ending={supplier.endedOn !== undefined} />
      <Contracts supplier={supplier} />
      <FirmPeople supplier={supplier} />
      {may('resource.read') && <Supplied supplierId={supplier.id} />}
      <History organizationId={centre.id} table="supplier" recordId={supplier.id} version={supplier.version} />
    </div>
  );
};

export const NewSupplierPage = () => {
  const { t } = useTranslation('suppliers');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('addLead')} back={{ to: `/c/${centre.slug}/suppliers`, label: t('title') }}>
      <SupplierForm />
    </Page>
  );
};

/** One firm: its contracts, its people and what they reach, and what it supplies. */
export const SupplierPage = () => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const centre = useCentre();
  const { supplierId: id = '' } = useParams({ strict: false }) as { supplierId?: string };
  const query = useQuery(supplierQuery(centre.id, id));
  const supplier = query.data;
  return (
    <Page title={supplier?.name ?? t('one')} back={{ to: `/c/${centre.slug}/suppliers`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {supplier && <Whole key={supplier.id} supplier={supplier} />}
    </Page>
  );
};
