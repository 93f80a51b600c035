import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { OwnPassageInput } from '../passage.ts';
import { PremisesTabs, Waiting } from './parts.tsx';
import { ownPassagesQuery, useRefreshPremises } from './queries.ts';

/** The register of passages into the server room, the archives and the like. */
export const PassagesPage = () => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const path = { organizationId: centre.id };
  const zones = useQuery(ownPassagesQuery(centre.id)).data?.zones ?? [];
  const add = may('passage.own') && (
    <Link to={`/c/${centre.slug}/premises/passages/new`} className="button primary">
      {t('passages.enter')}
    </Link>
  );
  return (
    <Page title={t('tabs.passages')} lead={t('passages.lead')} actions={add}>
      <PremisesTabs />
      <RecordList
        caption={t('tabs.passages')}
        queryKey={['premises', centre.id, 'passages']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/passages', { params: { path, query: { ...query, sort: (query['sort'] as never) ?? '-entered' } }, signal }))}
        columns={[
          { key: 'who', header: t('fields.who'), cell: (one) => [one.who, one.firm].filter(Boolean).join(', ') },
          { key: 'day', header: t('fields.day'), sort: 'entered', cell: (one) => one.day && shortDate(one.day) },
          { key: 'entered', header: t('fields.entered'), cell: (one) => one.entered },
          { key: 'left', header: t('fields.left'), cell: (one) => one.left ?? <span className="soon">{t('passages.inside')}</span> },
          { key: 'zone', header: t('fields.zoneName'), sort: 'zone', cell: (one) => one.zoneName },
          { key: 'escort', header: t('fields.escortName'), cell: (one) => one.escortName },
          { key: 'reason', header: t('fields.reason'), cell: (one) => one.reason },
        ]}
        filters={[
          { name: 'zoneId', label: t('fields.zoneName'), options: zones.map(({ id, name }) => ({ value: id, label: name })) },
          { name: 'who', label: t('fields.who'), options: (['inside', 'outsiders'] as const).map((value) => ({ value, label: t(`passages.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/passages/export`}
        empty={{ title: t('passages.empty.title'), text: t('passages.empty.text'), actions: add }}
      />
    </Page>
  );
};

const Enter = ({ zones }: { zones: { id: string; name: string }[] }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const [outsider, setOutsider] = useState(false);
  const wanted = new URLSearchParams(window.location.search).get('zone');
  const form = useForm({
    schema: OwnPassageInput,
    domain: 'premises',
    initial: { zoneId: zones.find(({ id }) => id === wanted)?.id ?? (zones.length === 1 ? zones[0]!.id : ''), reason: '' },
    save: ({ name, firm, ...values }) =>
      unwrap(api.POST('/organizations/{organizationId}/ownPassages', { params: { path: { organizationId: centre.id } }, body: outsider ? { ...values, name, firm } : values })),
    onSaved: () => void refresh(),
  });
  return (
    <Form form={form} submit={t('passages.enterNow')}>
      <ChoiceField name="zoneId" label={t('fields.zoneId')} options={zones.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField name="reason" label={t('fields.reason')} help={t('passages.reasonHelp')} maxLength={500} />
      <label className="choice">
        <input type="checkbox" checked={outsider} onChange={(event) => setOutsider(event.target.checked)} />
        <span>
          {t('passages.outsider')}
          <small>{t('passages.outsiderHelp')}</small>
        </span>
      </label>
      {outsider && (
        <>
          <TextField name="name" label={t('passages.name')} maxLength={120} />
          <TextField name="firm" label={t('fields.firm')} optional maxLength={120} />
        </>
      )}
    </Form>
  );
};

/** One enters, with a reason, and leaves: made for a telephone at the door. */
export const OwnPassagePage = () => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(ownPassagesQuery(centre.id));
  const refresh = useRefreshPremises(centre.id);
  const [problem, setProblem] = useState<Problem>();
  const leave = async (id: string, version: number) => {
    try {
      await unwrap(api.POST('/organizations/{organizationId}/ownPassages/{id}/leave', { params: { path: { organizationId: centre.id, id } }, headers: ifMatch(version) }));
      setProblem(undefined);
    } catch (error) {
      setProblem(problemOf(error));
    }
    await refresh();
  };
  const open = query.data?.open ?? [];
  return (
    <Page title={t('passages.own')} lead={t('passages.ownLead')} {...(may('passage.read') ? { back: { to: `/c/${centre.slug}/premises/passages`, label: t('tabs.passages') } } : {})}>
      <Waiting query={query} />
      {problem && <ProblemNotice problem={problem} domain="premises" />}
      {open.length > 0 && (
        <section aria-labelledby="open-passages">
          <h2 id="open-passages">{t('passages.open')}</h2>
          <ul className="premises-lines">
            {open.map((one) => (
              <li key={one.id}>
                <span>
                  <b>{one.zoneName}</b>, {one.who}
                  <span className="quiet"> · {t('passages.since', { date: shortDate(one.day), time: one.entered })}</span>
                </span>
                <button type="button" className="button primary" onClick={() => void leave(one.id, one.version)}>
                  {t('passages.leave')}
                  <span className="hidden-text">
                    {' '}
                    {one.zoneName}, {one.who}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {query.data && !query.data.known && <p className="notice soon">{t('issues.notOfTheRegister')}</p>}
      {query.data?.known && query.data.zones.length === 0 && <p className="quiet">{t('passages.noZones')}</p>}
      {query.data?.known && query.data.zones.length > 0 && <Enter key={open.length} zones={query.data.zones} />}
    </Page>
  );
};
