import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { type DisposalAct, isLate as lateOn } from '../disposal.ts';
import { CancelForm, CarryOutForm, CheckForm, OrderForm } from './disposal-acts.tsx';
import { DisposalForm } from './disposal-form.tsx';
import { type Disposal, disposalQuery } from './disposal-queries.ts';
import { useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';
import './disposals.css';

const isLate = (disposal: Disposal) => lateOn(disposal, todayHere());

/** Where it stands, and what happened so far: a line for each step. */
const Story = ({ disposal }: { disposal: Disposal }) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const { interventionId: made } = disposal;
  const step = (on: string | undefined, ...more: (string | undefined)[]) => on && [date(on), ...more].filter(Boolean).join(' · ');
  const number = t('disposals.intervention', { number: disposal.interventionNumber ?? '' });
  const lines: [string, ReactNode][] = [
    [t('fields.retiredHow'), t(`disposalWays.${disposal.how}`)],
    [t('disposals.facts.drafted'), step(disposal.draftedOn, disposal.draftedBy)],
    [t('disposals.facts.planned'), step(disposal.plannedOn, disposal.supplierName, disposal.carrier)],
    [
      t('disposals.facts.ordered'),
      step(
        disposal.orderedOn,
        [disposal.orderedBy, disposal.orderedAs && t(`capacities.${disposal.orderedAs}`)].filter(Boolean).join(', '),
        disposal.orderedHow === 'screen' ? t('disposals.drawn') : undefined,
      ),
    ],
    [
      t('disposals.facts.carried'),
      disposal.carriedOn && (
        <>
          {step(disposal.carriedOn, disposal.carriedBy)}
          {made && ' · '}
          {made && (may('intervention.read') ? <Link to={`/c/${centre.slug}/interventions/${made}`}>{number}</Link> : number)}
        </>
      ),
    ],
    [t('disposals.facts.checked'), disposal.checked && step(disposal.checkedOn, disposal.checkedBy, t(`disposals.seen.${disposal.checked}`))],
    [t('fields.checkNote'), disposal.checkNote],
    [t('disposals.facts.cancelled'), step(disposal.cancelledOn, disposal.cancelReason)],
    [t('fields.note'), disposal.note],
  ];
  return (
    <dl className="facts">
      <dt>{t('disposals.stands')}</dt>
      <dd>
        <b>{t(`disposalStates.${disposal.state}`)}</b>
        {isLate(disposal) && (
          <>
            {' '}
            <span className="tag late">{t('disposals.late')}</span>
          </>
        )}
      </dd>
      {lines.map(
        ([term, said]) =>
          said && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
};

const Items = ({ disposal }: { disposal: Disposal }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const anyLeft = disposal.items.some(({ leftBecause }) => leftBecause);
  const whatOf = ({ brand, model, serial }: Disposal['items'][number]) => [brand, model, serial].filter(Boolean).join(', ');
  // A column that nothing stands in is not shown.
  const anyWhat = disposal.items.some((item) => whatOf(item));
  const anyNote = anyLeft || disposal.items.some(({ note }) => note);
  return (
    <section aria-labelledby="items">
      <h2 id="items">{t('disposals.items')}</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('fields.deviceName')}</th>
            {anyWhat && <th scope="col">{t('columns.what')}</th>}
            <th scope="col">{t('fields.medium')}</th>
            <th scope="col">{t('fields.method')}</th>
            {anyNote && <th scope="col">{t(anyLeft ? 'disposals.stayed' : 'fields.note')}</th>}
          </tr>
        </thead>
        <tbody>
          {disposal.items.map((item) => (
            <tr key={item.deviceId}>
              <th scope="row">
                <Link to={`/c/${centre.slug}/inventories/devices/${item.deviceId}`}>{`${item.deviceName} (${item.number})`}</Link>
              </th>
              {anyWhat && <td data-label={t('columns.what')}>{whatOf(item)}</td>}
              <td data-label={t('fields.medium')}>{item.medium ? t(`media.${item.medium}`) : t(item.holdsData ? 'disposals.erased' : 'disposals.noData')}</td>
              <td data-label={t('fields.method')}>{item.method && t(`methods.${item.method}`)}</td>
              {anyNote && <td data-label={t(anyLeft ? 'disposals.stayed' : 'fields.note')}>{anyLeft ? item.leftBecause : item.note}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Papers = ({ disposal }: { disposal: Disposal }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshInventories(centre.id);
  const path = { organizationId: centre.id, id: disposal.id };
  const at = `${apiBase}/organizations/${centre.id}/disposals/${disposal.id}`;
  const papers = disposal.orderedOn
    ? ([
        ['order', 'pdf', 'orderPdf'],
        ['order', 'docx', 'orderDocx'],
        ...(disposal.checkedOn
          ? ([
              ['record', 'pdf', 'recordPdf'],
              ['record', 'docx', 'recordDocx'],
            ] as const)
          : []),
      ] as const)
    : ([['order', 'pdf', 'draftPdf']] as const);
  return (
    <div className="disposal-papers no-print">
      <p className="buttons">
        {papers.map(([of, format, label]) => (
          <a key={label} className="button" href={`${at}/document?of=${of}&format=${format}`} download>
            {t(`disposals.${label}`)}
          </a>
        ))}
        {disposal.fileId && (
          <a className="button" href={`${at}/file`} download>
            {t('disposals.certificateGiven', { name: disposal.fileName ?? '' })}
          </a>
        )}
      </p>
      {may('inventory.write') && disposal.orderedOn && !disposal.cancelledOn && !disposal.fileId && (
        <FilePicker
          label={t('disposals.certificate')}
          help={t('disposals.certificateHelp')}
          accept=".pdf,.docx,.xlsx,.png,.jpg"
          plain
          send={(body) => unwrap(api.PUT('/organizations/{organizationId}/disposals/{id}/file', { params: { path }, headers: ifMatch(disposal.version), body: body as never }))}
          onSent={() => void refresh()}
        />
      )}
    </div>
  );
};

const Whole = ({ disposal }: { disposal: Disposal }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const [doing, setDoing] = useState<DisposalAct>();
  const done = () => setDoing(undefined);
  const { acts } = disposal;
  const forms = { order: OrderForm, carryOut: CarryOutForm, check: CheckForm, cancel: CancelForm } as const;
  const Doing = doing && doing in forms ? forms[doing as keyof typeof forms] : undefined;
  if (doing === 'change') return <DisposalForm disposal={disposal} onDone={done} />;
  return (
    <div className="chapters">
      <section aria-label={t('disposals.one')}>
        <Story disposal={disposal} />
        {Doing ? (
          <Doing disposal={disposal} onDone={done} />
        ) : (
          <p className="buttons no-print">
            {(['order', 'carryOut', 'check', 'change', 'cancel'] as const)
              .filter((act) => acts.includes(act))
              .map((act, index) => (
                <button key={act} type="button" className={index === 0 ? 'button primary' : 'button'} onClick={() => setDoing(act)}>
                  {t(`disposals.${act}`)}
                </button>
              ))}
            {acts.includes('delete') && (
              <AskToDelete
                label={t('disposals.deleteLabel')}
                text={t('disposals.deleteText')}
                plain
                remove={() =>
                  unwrap(api.DELETE('/organizations/{organizationId}/disposals/{id}', { params: { path: { organizationId: centre.id, id: disposal.id } }, headers: ifMatch(disposal.version) }))
                }
                onDeleted={() => {
                  void refresh();
                  void navigate({ to: `/c/${centre.slug}/inventories/disposals` });
                }}
              />
            )}
          </p>
        )}
        {!Doing && <Papers disposal={disposal} />}
      </section>
      <Items disposal={disposal} />
      <History organizationId={centre.id} table="disposal" recordId={disposal.id} version={disposal.version} />
    </div>
  );
};

/** One disposal: where it stands, its list, its papers, and what comes next. */
export const DisposalPage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const { disposalId: id = '' } = useParams({ strict: false }) as { disposalId?: string };
  const query = useQuery(disposalQuery(centre.id, id));
  return (
    <Page title={query.data?.title ?? t('disposals.one')} back={{ to: `/c/${centre.slug}/inventories/disposals`, label: t('disposals.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole key={query.data.id} disposal={query.data} />}
    </Page>
  );
};
