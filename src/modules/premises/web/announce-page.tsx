import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { PickField } from '../../../web/pick-field.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { ExpectedVisitorInput } from '../visitor.ts';
import { hosts } from './hosts.ts';
import { todayHere } from './parts.tsx';
import { useRefreshPremises } from './queries.ts';

const Announce = ({ onSaved }: { onSaved: (name: string) => void }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const [other, setOther] = useState(false);
  const form = useForm({
    schema: ExpectedVisitorInput,
    domain: 'premises',
    initial: { day: todayHere() },
    save: async ({ hostId, host, escortId, ...body }) => {
      const forWhom = other ? { hostId, host, escortId } : {};
      await unwrap(api.POST('/organizations/{organizationId}/expectedVisitors', { params: { path: { organizationId: centre.id } }, body: { ...body, ...forWhom } }));
      return body.name;
    },
    onSaved,
  });
  return (
    <Form form={form} submit={t('expected.announce')}>
      <TextField name="name" label={t('visitors.name')} maxLength={120} />
      <TextField name="firm" label={t('fields.firm')} optional maxLength={120} />
      <DateField name="day" label={t('fields.day')} min={todayHere()} />
      <TextField name="time" label={t('fields.time')} optional help={t('expected.timeHelp')} maxLength={5} />
      <label className="choice">
        <input type="checkbox" checked={other} onChange={(event) => setOther(event.target.checked)} />
        <span>
          {t('expected.other')}
          <small>{t('expected.otherHelp')}</small>
        </span>
      </label>
      {other && (
        <>
          <PickField name="hostId" label={t('fields.hostId')} help={t('visitors.hostHelp')} optional choices={hosts} />
          <TextField name="host" label={t('visitors.orHost')} optional maxLength={120} />
          <PickField name="escortId" label={t('fields.escortId')} optional choices={hosts} />
        </>
      )}
    </Form>
  );
};

/** Who waits for a visitor tells the reception beforehand, and sees who came. */
export const AnnouncePage = () => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshPremises(centre.id);
  const [told, setTold] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const path = { organizationId: centre.id };
  const cancel = async (id: string, version: number) => {
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/expectedVisitors/{id}', { params: { path: { ...path, id } }, headers: ifMatch(version) }));
      setProblem(undefined);
    } catch (error) {
      setProblem(problemOf(error));
    }
    await refresh();
  };
  return (
    <Page title={t('expected.title')} lead={t('expected.lead')} {...(may('visitor.keep') ? { back: { to: `/c/${centre.slug}/premises/visitors`, label: t('tabs.visitors') } } : {})}>
      {told.length > 0 && (
        <p className="notice" role="status">
          {t('expected.told', { name: told.at(-1) })}
        </p>
      )}
      <Announce
        key={told.length}
        onSaved={(name) => {
          setTold([...told, name]);
          void refresh();
        }}
      />
      <h2 className="announced">{t(may('visitor.keep') ? 'expected.all' : 'expected.own')}</h2>
      {problem && <ProblemNotice problem={problem} domain="premises" />}
      <RecordList
        caption={t(may('visitor.keep') ? 'expected.all' : 'expected.own')}
        queryKey={['premises', centre.id, 'expected']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/expectedVisitors', { params: { path, query: { ...query, sort: (query['sort'] as never) ?? 'day' } }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), cell: (one) => [one.name, one.firm].filter(Boolean).join(', ') },
          { key: 'day', header: t('fields.day'), sort: 'day', cell: (one) => [shortDate(one.day), one.time].filter(Boolean).join(' · ') },
          { key: 'host', header: t('fields.hostName'), cell: (one) => one.hostName },
          {
            key: 'state',
            header: t('fields.state'),
            cell: (one) =>
              one.arrived ? (
                t('expected.arrived', { time: one.arrived })
              ) : (
                <>
                  <span className={one.state === 'absent' ? 'quiet' : undefined}>{t(`expected.states.${one.state}`)}</span>{' '}
                  {one.can['delete'] && (
                    <button type="button" className="button plain" onClick={() => void cancel(one.id, one.version)}>
                      {t(one.state === 'absent' ? 'expected.remove' : 'expected.cancel')}
                      <span className="hidden-text"> {one.name}</span>
                    </button>
                  )}
                </>
              ),
          },
        ]}
        empty={{ title: t('expected.empty.title'), text: t('expected.empty.text') }}
      />
    </Page>
  );
};
