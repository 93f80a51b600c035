import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { SelectField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { type AnsweredWay, answeredWays, answersOf, DeviceAnswerInput } from '../way-out.ts';
import { answersQuery } from './disposal-queries.ts';
import { type Device, useRefreshInventories } from './queries.ts';

/** The contracts of the firm that was chosen. */
const ContractField = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const supplierId = useFormContext().get('supplierId') as string | undefined;
  const contracts = useQuery({
    queryKey: ['inventories', centre.id, 'contractsOf', supplierId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/supplierContracts', { params: { path: { organizationId: centre.id }, query: { supplierId: supplierId!, pageSize: 200 } }, signal })),
    enabled: Boolean(supplierId),
  }).data?.items;
  return <SelectField name="contractId" label={t('fields.contractId')} options={(contracts ?? []).map(({ id, title }) => ({ value: id, label: title }))} />;
};

const AnswerFields = ({ ways }: { ways: readonly AnsweredWay[] }) => {
  const { t } = useTranslation('inventories');
  const form = useFormContext();
  const way = form.get('way') as AnsweredWay | undefined;
  const answer = form.get('answer');
  return (
    <>
      <p>{t('answers.help')}</p>
      <SelectField name="way" label={t('fields.way')} options={ways.map((value) => ({ value, label: t(`answeredWays.${value}`) }))} />
      <SelectField name="answer" label={t('fields.answer')} options={(way ? answersOf[way] : []).map((value) => ({ value, label: t(`answerWords.${value}`) }))} />
      {way === 'reassignment' && <PersonField name="personId" label={t('fields.personId')} />}
      {way === 'repair' && <SupplierField name="supplierId" label={t('fields.supplierId')} optional={answer !== 'clause'} />}
      {answer === 'clause' && <ContractField />}
      <TextAreaField name="note" label={t('fields.note')} optional={!['assessed', 'neverHeld', 'wiped'].includes(String(answer))} maxLength={1000} />
    </>
  );
};

const AnswerForm = ({ device, onDone }: { device: Device; onDone: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const ways = answeredWays.filter((way) => (way === 'lost') === Boolean(device.retiredOn));
  const form = useForm({
    schema: DeviceAnswerInput,
    domain: 'inventories',
    initial: { deviceId: device.id, way: ways.length === 1 ? ways[0] : '', answer: '', note: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/deviceAnswers', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('answers.add')}
      cancel={
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <AnswerFields ways={ways} />
    </Form>
  );
};

/** What the adviser answered for the data that stay on a device, and the form to answer. */
export const Answers = ({ device }: { device: Device }) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshInventories(centre.id);
  const [adding, setAdding] = useState(false);
  const query = useQuery(answersQuery(centre.id, device.id));
  const items = query.data?.items ?? [];
  const gone = device.retiredHow === 'lost' || device.retiredHow === 'stolen';
  if (device.retiredOn && !gone && items.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('answers.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && items.length === 0 && <p className={gone && !device.encrypted ? 'late' : 'quiet'}>{t(gone ? 'departures.open' : 'answers.none')}</p>}
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <b>{date(item.answeredOn)}</b>, {[t(`answeredWays.${item.way}`), t(`answerWords.${item.answer}`), item.personName ?? item.supplierName, item.answeredBy].filter(Boolean).join(' · ')}
            {item.note && <span className="quiet"> · {item.note}</span>}{' '}
            {item.way !== 'lost' && <span className="quiet small">{item.usedOn ? t('answers.used', { date: date(item.usedOn) }) : t('answers.open')}</span>}
            {item.way !== 'lost' && !item.usedOn && may('inventory.sign') && (
              <AskToDelete
                label={t('answers.withdraw')}
                text={t('answers.withdrawText')}
                plain
                remove={() =>
                  unwrap(api.DELETE('/organizations/{organizationId}/deviceAnswers/{id}', { params: { path: { organizationId: centre.id, id: item.id } }, headers: ifMatch(item.version) }))
                }
                onDeleted={() => void refresh()}
              />
            )}
          </li>
        ))}
      </ul>
      {query.data?.can.add &&
        (!device.retiredOn || gone) &&
        (adding ? (
          <AnswerForm device={device} onDone={() => setAdding(false)} />
        ) : (
          <p className="buttons no-print">
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t('answers.add')}
            </button>
          </p>
        ))}
    </section>
  );
};
