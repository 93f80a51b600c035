import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, TextAreaField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { DeskRoundInput, type Finding, roundTopics } from '../round.ts';
import { PremisesTabs, todayHere, Waiting } from './parts.tsx';
import { type Round, roundQuery, useRefreshPremises, type Zone, zonesQuery } from './queries.ts';

/** For each zone, what was looked at, and what was not well; what nobody looked at stays out. */
const FindingsField = ({ zones }: { zones: Zone[] }) => {
  const { t } = useTranslation('premises');
  const field = useField('findings', t('fields.findings'));
  const findings = (field.value ?? []) as Finding[];
  const [shown, setShown] = useState<string[]>(() => [...new Set(findings.map(({ zoneId }) => zoneId))]);
  const of = (zoneId: string, topic: Finding['topic']) => findings.find((one) => one.zoneId === zoneId && one.topic === topic);
  const set = (zoneId: string, topic: Finding['topic'], next: Partial<Finding> | undefined) => {
    const rest = findings.filter((one) => one.zoneId !== zoneId || one.topic !== topic);
    field.set(next ? [...rest, { good: true, ...of(zoneId, topic), ...next, zoneId, topic }] : rest);
  };
  return (
    <>
      {zones.map((zone) => (
        <fieldset key={zone.id} className="field round-zone">
          <legend className="field-label">
            <button
              type="button"
              className="button plain"
              aria-expanded={shown.includes(zone.id)}
              onClick={() => setShown(shown.includes(zone.id) ? shown.filter((id) => id !== zone.id) : [...shown, zone.id])}
            >
              {zone.name}
            </button>
          </legend>
          {shown.includes(zone.id) &&
            roundTopics.map((topic) => {
              const finding = of(zone.id, topic);
              const name = `${zone.name}, ${t(`topics.${topic}`)}`;
              return (
                <div key={topic} className="round-topic" role="group" aria-label={name}>
                  <span>{t(`topics.${topic}`)}</span>
                  <span className="buttons">
                    {([true, false] as const).map((good) => (
                      <button
                        key={String(good)}
                        type="button"
                        className="button"
                        aria-pressed={finding?.good === good}
                        onClick={() => set(zone.id, topic, finding?.good === good ? undefined : { good, ...(good ? { note: undefined } : {}) })}
                      >
                        {t(good ? 'rounds.good' : 'rounds.notGood')}
                      </button>
                    ))}
                  </span>
                  {finding && !finding.good && (
                    <input
                      className="control"
                      aria-label={t('rounds.what', { name })}
                      placeholder={t('rounds.whatHelp')}
                      maxLength={500}
                      value={finding.note ?? ''}
                      onChange={(event) => set(zone.id, topic, { note: event.target.value })}
                    />
                  )}
                </div>
              );
            })}
        </fieldset>
      ))}
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </>
  );
};

const RoundForm = ({ of, onDone }: { of?: Round; onDone?: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const zones = (useQuery(zonesQuery(centre.id)).data?.items ?? []).filter(({ kind }) => !['outside', 'technical'].includes(kind));
  const list = `/c/${centre.slug}/premises/rounds`;
  const path = { organizationId: centre.id, id: of?.id ?? '' };
  const form = useForm({
    schema: DeskRoundInput,
    domain: 'premises',
    draft: `round/${of?.id ?? `new/${centre.id}`}`,
    initial: of ? { heldOn: of.heldOn, heldById: of.heldById, findings: of.findings, note: of.note } : { heldOn: todayHere(), findings: [] },
    version: of?.version,
    save: (values, { patch, version }) =>
      of
        ? unwrap(api.PATCH('/organizations/{organizationId}/deskRounds/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/deskRounds', { params: { path }, body: values })),
    onSaved: (saved: Round) => {
      void refresh();
      onDone?.();
      if (!of) void navigate({ to: `${list}/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={list}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t('shell:save')} cancel={cancel}>
      <DateField name="heldOn" label={t('fields.heldOn')} />
      {may('person.read') && <PersonField name="heldById" label={t('fields.heldById')} optional />}
      <FindingsField zones={zones} />
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};

const Whole = ({ round }: { round: Round }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const [editing, setEditing] = useState(false);
  const zones = new Map(useQuery(zonesQuery(centre.id)).data?.items.map((zone) => [zone.id, zone.name]));
  if (editing) return <RoundForm of={round} onDone={() => setEditing(false)} />;
  const path = { organizationId: centre.id, id: round.id };
  const wanting = round.findings.filter(({ good }) => !good);
  const good = round.findings.length - wanting.length;
  return (
    <div className="chapters">
      <section aria-labelledby="round-findings">
        <h2 id="round-findings">{t('fields.findings')}</h2>
        {wanting.length === 0 && <p>{t('rounds.allGood')}</p>}
        <ul className="premises-lines">
          {wanting.map(({ zoneId, topic, note }) => (
            <li key={`${zoneId}-${topic}`}>
              <span>
                <b>{zones.get(zoneId) ?? t('one')}</b> · {t(`topics.${topic}`)}
                {note && (
                  <>
                    {' · '}
                    <span className="late">{note}</span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
        {wanting.length > 0 && <p className="quiet">{t('rounds.goodOnes', { count: good })}</p>}
        {round.note && <p className="free measure">{round.note}</p>}
        {round.can['update'] && (
          <p className="buttons no-print">
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('shell:edit')}
            </button>
            <AskToDelete
              label={t('rounds.delete')}
              plain
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/deskRounds/{id}', { params: { path }, headers: ifMatch(round.version) }))}
              onDeleted={() => {
                void refresh();
                void navigate({ to: `/c/${centre.slug}/premises/rounds` });
              }}
            />
          </p>
        )}
      </section>
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'round', id: round.id }} title={wanting[0]?.note ?? t('rounds.of', { date: date(round.heldOn) })} />
      <History organizationId={centre.id} table="desk_round" recordId={round.id} version={round.version} />
    </div>
  );
};

/** The rounds through the offices. */
export const RoundsPage = () => {
  const { t } = useTranslation('premises');
  const { date, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/premises/rounds`;
  const path = { organizationId: centre.id };
  const add = may('premises.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('rounds.add')}
    </Link>
  );
  return (
    <Page title={t('tabs.rounds')} lead={t('rounds.lead')} actions={add}>
      <PremisesTabs />
      <RecordList
        caption={t('tabs.rounds')}
        queryKey={['premises', centre.id, 'rounds']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/deskRounds', { params: { path, query: { ...query, sort: (query['sort'] as never) ?? '-held' } }, signal }))}
        columns={[
          { key: 'held', header: t('fields.heldOn'), sort: 'held', cell: (round) => <Link to={`${base}/${round.id}`}>{date(round.heldOn)}</Link> },
          { key: 'by', header: t('fields.heldById'), cell: (round) => round.heldByName },
          { key: 'looked', header: t('fields.looked'), end: true, cell: (round) => number(round.looked ?? 0) },
          { key: 'wanting', header: t('fields.wanting'), end: true, cell: (round) => ((round.wanting ?? 0) > 0 ? <span className="late">{number(round.wanting!)}</span> : number(0)) },
        ]}
        exportAddress={`/organizations/${centre.id}/deskRounds/export`}
        empty={{ title: t('rounds.empty.title'), text: t('rounds.empty.text'), actions: add }}
      />
    </Page>
  );
};

export const NewRoundPage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  return (
    <Page title={t('rounds.add')} lead={t('rounds.addLead')} back={{ to: `/c/${centre.slug}/premises/rounds`, label: t('tabs.rounds') }}>
      <RoundForm />
    </Page>
  );
};

/** One round: what was not well, and what is done about it. */
export const RoundPage = () => {
  const { t } = useTranslation('premises');
  const { date } = useFormat();
  const centre = useCentre();
  const { roundId: id = '' } = useParams({ strict: false }) as { roundId?: string };
  const query = useQuery(roundQuery(centre.id, id));
  return (
    <Page title={query.data ? t('rounds.of', { date: date(query.data.heldOn) }) : t('tabs.rounds')} back={{ to: `/c/${centre.slug}/premises/rounds`, label: t('tabs.rounds') }}>
      <Waiting query={query} />
      {query.data && <Whole key={query.data.id} round={query.data} />}
    </Page>
  );
};
