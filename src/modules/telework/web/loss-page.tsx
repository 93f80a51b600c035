import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeviceField } from '../../../web/device-field.tsx';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedSteps } from '../../../web/linked-steps.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { lossKinds, LossInput } from '../device.ts';
import type { toldOnce } from '../loss.ts';
import { Facts, todayHere } from './parts.tsx';
import { deviceQuery, type Loss, lossQuery, useRefreshTelework } from './queries.ts';

const fieldsOf = (loss: Loss) => Object.fromEntries(Object.keys(LossInput.shape).map((key) => [key, loss[key as keyof Loss]]));

const LossForm = ({ loss }: { loss?: Loss }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshTelework(centre.id);
  const base = `/c/${centre.slug}/telework/losses`;
  const path = { organizationId: centre.id, id: loss?.id ?? '' };
  const form = useForm({
    schema: LossInput,
    domain: 'telework',
    draft: `teleworkLoss/${loss?.id ?? `new/${centre.id}`}`,
    ...(loss ? { record: { register: 'teleworkLoss', id: loss.id } } : {}),
    initial: loss ? fieldsOf(loss) : { kind: 'loss', discoveredOn: todayHere() },
    version: loss?.version,
    save: (values, { patch, version }) =>
      loss
        ? unwrap(api.PATCH('/organizations/{organizationId}/teleworkLosses/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/teleworkLosses', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/teleworkLosses/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: { id: string }) => {
      void refresh();
      void navigate({ to: `${base}/${saved.id}` });
    },
  });
  // What was told is shown above, and only what lacks is asked.
  const free = (name: (typeof toldOnce)[number]): boolean => !loss || loss[name] === undefined;
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <Link to={base} className="button">
          {t('shell:cancel')}
        </Link>
      }
    >
      {free('kind') && <ChoiceField name="kind" label={t('fields.kind')} options={lossKinds.map((value) => ({ value, label: t(`lossKinds.${value}`) }))} />}
      {free('what') && <TextAreaField name="what" label={t('fields.what')} maxLength={1000} />}
      {free('discoveredOn') && <DateField name="discoveredOn" label={t('fields.discoveredOn')} max={todayHere()} />}
      {free('deviceId') && <DeviceField name="deviceId" label={t('fields.deviceId')} optional />}
      {free('personId') && <PersonField name="personId" label={t('fields.personId')} optional />}
      {free('place') && <TextField name="place" label={t('fields.place')} optional maxLength={200} />}
      {free('managementToldOn') && <DateField name="managementToldOn" label={t('fields.managementToldOn')} optional max={todayHere()} />}
      {free('dpoToldOn') && <DateField name="dpoToldOn" label={t('fields.dpoToldOn')} optional max={todayHere()} />}
      {free('blockedOn') && <DateField name="blockedOn" label={t('fields.blockedOn')} optional max={todayHere()} />}
      {free('policeReference') && <TextField name="policeReference" label={t('fields.policeReference')} optional maxLength={120} />}
      <TextAreaField name="note" label={t('fields.note')} {...(loss?.note ? { help: t('loss.noteHelp') } : {})} optional maxLength={2000} />
    </Form>
  );
};

const Whole = ({ loss }: { loss: Loss }) => {
  const { t } = useTranslation('telework');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const device = useQuery({ ...deviceQuery(centre.id, loss.deviceId ?? ''), enabled: loss.deviceId !== undefined }).data;
  return (
    <>
      <Facts
        lines={[
          [t('fields.what'), loss.what],
          [t('fields.discoveredOn'), date(loss.discoveredOn)],
          [
            t('fields.deviceId'),
            device && (
              <>
                {may('inventory.read') ? <Link to={`/c/${centre.slug}/inventories/devices/${device.id}`}>{device.name}</Link> : device.name},{' '}
                {loss.deviceGoneOn ? t('loss.gone', { date: date(loss.deviceGoneOn) }) : t('loss.there')}
              </>
            ),
          ],
          [t('fields.place'), loss.place],
          [t('fields.managementToldOn'), loss.managementToldOn ? date(loss.managementToldOn) : t('loss.untold')],
          [t('fields.dpoToldOn'), loss.dpoToldOn ? date(loss.dpoToldOn) : t('loss.untold')],
          [t('fields.blockedOn'), loss.blockedOn && date(loss.blockedOn)],
          [t('fields.policeReference'), loss.policeReference],
          [t('fields.note'), loss.can['update'] ? undefined : loss.note],
        ]}
      />
      <LinkedSteps organizationId={centre.id} slug={centre.slug} origin={{ kind: 'loss', id: loss.id }} />
      {loss.can['update'] && (
        <section aria-labelledby="complete">
          <h2 id="complete">{t('loss.complete')}</h2>
          <p className="quiet">{t('loss.kept')}</p>
          <LossForm loss={loss} />
        </section>
      )}
      <History organizationId={centre.id} table="telework_loss" recordId={loss.id} version={loss.version} />
    </>
  );
};

export const NewTeleworkLossPage = () => {
  const { t } = useTranslation('telework');
  const centre = useCentre();
  return (
    <Page title={t('loss.add')} lead={t('loss.lead')} back={{ to: `/c/${centre.slug}/telework/losses`, label: t('loss.title') }}>
      <LossForm />
    </Page>
  );
};

/** One loss or theft: who was told, and what was done. */
export const TeleworkLossPage = () => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const { lossId: id = '' } = useParams({ strict: false }) as { lossId?: string };
  const query = useQuery(lossQuery(centre.id, id));
  const loss = query.data;
  return (
    <Page
      title={loss ? t(`lossKinds.${loss.kind}`).replace(/^./u, (first) => first.toLocaleUpperCase()) : t('loss.one')}
      lead={loss && t(loss.managementToldOn && loss.dpoToldOn ? 'loss.told' : 'loss.untold')}
      back={{ to: `/c/${centre.slug}/telework/losses`, label: t('loss.title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {loss && <Whole key={`${loss.id}-${loss.version}`} loss={loss} />}
    </Page>
  );
};
