import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { clauseKinds, clauseState, missingClauses } from '../supplier.ts';
import { ContractForm } from './contract-form.tsx';
import { type Contract, contractQuery, contractsQuery, type Supplier, supplierQuery, useRefreshSuppliers } from './queries.ts';
import './suppliers.css';

/** What the contract says, subject by subject. */
const Clauses = ({ contract, processor }: { contract: Contract; processor: boolean }) => {
  const { t } = useTranslation('suppliers');
  const missing = missingClauses(contract.clauses, processor);
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">{t('fields.clauses')}</h2>
      <table className="list clauses">
        <thead>
          <tr>
            <th scope="col">{t('clauses.subject')}</th>
            <th scope="col">{t('clauses.answer')}</th>
            <th scope="col">{t('clauses.at')}</th>
          </tr>
        </thead>
        <tbody>
          {clauseKinds.map((kind) => {
            const clause = contract.clauses.find((one) => one.kind === kind);
            return (
              <tr key={kind}>
                <th scope="row">{t(`clauseKinds.${kind}`)}</th>
                <td data-label={t('clauses.answer')}>
                  <span className={missing.includes(kind) ? 'missing' : clause ? undefined : 'quiet'}>{clause ? t(`clauseAnswers.${clause.covered}`) : t('clauses.open')}</span>
                </td>
                <td data-label={t('clauses.at')} className={clause?.at ? undefined : 'no-value'}>
                  {clause?.at}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

const ContractFile = ({ contract }: { contract: Contract }) => {
  const { t } = useTranslation('suppliers');
  const centre = useCentre();
  const refresh = useRefreshSuppliers(centre.id);
  const path = { organizationId: centre.id, id: contract.id };
  if (!contract.fileId && !contract.can['update']) return null;
  return (
    <section aria-labelledby="file">
      <h2 id="file">{t('file.title')}</h2>
      {contract.fileId && (
        <p className="buttons">
          <a className="button" href={`${apiBase}/organizations/${centre.id}/supplierContracts/${contract.id}/file`} download>
            {t('file.open')}
          </a>
        </p>
      )}
      {contract.can['update'] && (
        <FilePicker
          label={t(contract.fileId ? 'file.again' : 'file.give')}
          help={t('file.help')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          plain
          send={(body) => unwrap(api.PUT('/organizations/{organizationId}/supplierContracts/{id}/file', { params: { path }, headers: ifMatch(contract.version), body: body as never }))}
          onSent={() => void refresh()}
        />
      )}
    </section>
  );
};

const Whole = ({ contract, supplier }: { contract: Contract; supplier: Supplier }) => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshSuppliers(centre.id);
  const [editing, setEditing] = useState(false);
  const checkedBy = useQuery(contractsQuery(centre.id, supplier.id)).data?.items.find(({ id }) => id === contract.id)?.checkedByName;
  const base = `/c/${centre.slug}/suppliers`;
  const path = { organizationId: centre.id, id: contract.id };
  const lines = [
    [t('fields.reference'), contract.reference],
    [t('fields.start'), date(contract.start)],
    [t('fields.end'), contract.end ? date(contract.end) : t('contracts.open')],
    [t('fields.checkedOn'), contract.checkedOn ? [date(contract.checkedOn), checkedBy].filter(Boolean).join(', ') : t('contracts.neverChecked')],
    [t('fields.coversPeople'), t(contract.coversPeople ? 'shell:yes' : 'shell:no')],
    [t('fields.note'), contract.note],
  ] as const;
  // What an action of the plan is called from here: the clauses that the firm is to be asked for, if any is missing.
  const missing = contract.checkedOn ? missingClauses(contract.clauses, supplier.processor).map((kind) => t(`clauseKinds.${kind}`)) : [];
  const about = `${supplier.name} – ${contract.title}`;
  const toDo = missing.length > 0 ? t('contracts.askClauses', { about, clauses: missing.join(', ') }) : about;
  if (editing) return <ContractForm contract={contract} onDone={() => setEditing(false)} />;
  return (
    <div className="chapters">
      <section aria-label={t('contracts.one')}>
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
        {contract.can['update'] && (
          <p className="buttons no-print">
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t(contract.checkedOn ? 'shell:edit' : 'contracts.check')}
            </button>
            <Link to={`${base}/contracts/new`} search={{ from: contract.id } as never} className="button">
              {t('contracts.renew')}
            </Link>
            <AskToDelete
              label={t('contracts.delete')}
              text={t('contracts.deleteText')}
              plain
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/supplierContracts/{id}', { params: { path }, headers: ifMatch(contract.version) }))}
              onDeleted={() => {
                void refresh();
                void navigate({ to: `${base}/${contract.supplierId}` });
              }}
            />
          </p>
        )}
      </section>
      <Clauses contract={contract} processor={supplier.processor} />
      <ContractFile contract={contract} />
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'contract', id: contract.id }} title={toDo} />
      <History organizationId={centre.id} table="supplier_contract" recordId={contract.id} version={contract.version} />
    </div>
  );
};

export const NewSupplierContractPage = () => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const centre = useCentre();
  const { supplier, from } = useSearch({ strict: false }) as { supplier?: string; from?: string };
  const before = useQuery({ ...contractQuery(centre.id, from ?? ''), enabled: from !== undefined }).data;
  const firm = useQuery({ ...supplierQuery(centre.id, supplier ?? before?.supplierId ?? ''), enabled: supplier !== undefined || before !== undefined }).data;
  const base = `/c/${centre.slug}/suppliers`;
  return (
    <Page
      title={t(from ? 'contracts.renewTitle' : 'contracts.add')}
      lead={from ? t('contracts.renewLead') : firm?.name}
      back={firm ? { to: `${base}/${firm.id}`, label: firm.name } : { to: base, label: t('title') }}
    >
      {(from === undefined || before) && <ContractForm supplierId={supplier} from={before} />}
    </Page>
  );
};

/** One contract: its term, its clauses one by one, its file. */
export const SupplierContractPage = () => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const centre = useCentre();
  const { contractId: id = '' } = useParams({ strict: false }) as { contractId?: string };
  const query = useQuery(contractQuery(centre.id, id));
  const contract = query.data;
  const supplier = useQuery({ ...supplierQuery(centre.id, contract?.supplierId ?? ''), enabled: contract !== undefined }).data;
  const state = contract && supplier && t(`contracts.states.${clauseState(contract, supplier.processor)}`);
  return (
    <Page title={contract?.title ?? t('contracts.one')} lead={state} back={{ to: `/c/${centre.slug}/suppliers/${contract?.supplierId ?? ''}`, label: supplier?.name ?? t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {contract && supplier && <Whole key={contract.id} contract={contract} supplier={supplier} />}
    </Page>
  );
};
