/**
 * How a device that may leave the building was found when it was looked at for telework, and the form to say so, for its page.
 *
 *   <LinkedPosture organizationId={centre.id} deviceId={device.id} />
 *
 * Nothing is shown to who may not read telework.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../kernel/dates.ts';
import { api, ifMatch, unwrap } from './api.ts';
import { ChecksField } from './checks-field.tsx';
import { DateField, TextField } from './fields.tsx';
import { Form, useForm } from './form.tsx';
import { useFormat } from './format.ts';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { useMay } from './session.ts';

type Props = { organizationId: string; deviceId: string };
type Posture = { posture: string[]; lines: string[]; checkedOn?: string | undefined; checkedBy?: string | undefined; version: number };

const Asked = z.strictObject({ posture: z.array(z.string()), checkedOn: CivilDate.optional(), checkedBy: z.string().trim().min(1).max(160).optional() });
const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const PostureForm = ({ organizationId, deviceId, found, onDone }: Props & { found: Posture; onDone: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const queries = useQueryClient();
  const form = useForm({
    schema: Asked,
    domain: 'telework',
    initial: { posture: found.posture, checkedOn: todayHere(), checkedBy: found.checkedBy },
    save: (values) =>
      unwrap(
        api.PUT('/organizations/{organizationId}/teleworkDevices/{id}/posture', {
          params: { path: { organizationId, id: deviceId } },
          headers: ifMatch(found.version),
          body: values as { posture: never[] },
        }),
      ),
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['telework', organizationId] });
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <ChecksField name="posture" label={t('fields.posture')} options={found.lines.map((value) => ({ value, label: t(`lines.${value as 'vpn'}.rule`) }))} />
      <DateField name="checkedOn" label={t('fields.checkedOn')} max={todayHere()} />
      <TextField name="checkedBy" label={t('fields.checkedBy')} optional maxLength={160} />
    </Form>
  );
};

const Shown = ({ organizationId, deviceId }: Props) => {
  const { t } = useTranslation('telework');
  const { date, list } = useFormat();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: ['telework', organizationId, 'posture', deviceId],
    queryFn: ({ signal }): Promise<Posture> => unwrap(api.GET('/organizations/{organizationId}/teleworkDevices/{id}/posture', { params: { path: { organizationId, id: deviceId } }, signal })),
  });
  const found = query.data;
  return (
    <section aria-labelledby="posture">
      <h2 id="posture">{t('devices.posture')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {found && !editing && (
        <>
          <p>
            {found.checkedOn ? t('devices.checked', { date: [date(found.checkedOn), found.checkedBy].filter(Boolean).join(', ') }) : <span className="late">{t('devices.never')}</span>}
            {found.posture.length > 0 && <span className="quiet"> {list(found.posture.map((id) => t(`lines.${id as 'vpn'}.rule`)))}</span>}
          </p>
          {may('telework.equip') && (
            <p className="buttons no-print">
              <button type="button" className="button" onClick={() => setEditing(true)}>
                {t('devices.check')}
              </button>
            </p>
          )}
        </>
      )}
      {found && editing && <PostureForm organizationId={organizationId} deviceId={deviceId} found={found} onDone={() => setEditing(false)} />}
    </section>
  );
};

export const LinkedPosture = (props: Props) => {
  const may = useMay();
  if (!may('telework.read')) return null;
  // Its texts come when the page stands already, which must not go blank for them.
  return (
    <Suspense>
      <Shown {...props} />
    </Suspense>
  );
};
