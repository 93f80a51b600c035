import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confidentialRoles, DelegationData } from '../member.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { type Centre, useMe } from '../../../web/session.ts';
import './members.css';

type Delegation = components['schemas']['Delegation'];
type StandIn = components['schemas']['StandIns']['items'][number];

const key = (centreId: string) => ['members', centreId, 'delegations'];
const civilToday = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });

const LendForm = ({ centre, people, onMade }: { centre: Centre; people: StandIn[]; onMade: (made: Delegation) => void }) => {
  const { t } = useTranslation(['members', 'shell']);
  const me = people.find((one) => one.self);
  const others = people.filter((one) => !one.self && one.roles.length > 0);
  const form = useForm({
    schema: DelegationData,
    domain: 'members',
    initial: { start: civilToday() },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/delegations', { params: { path: { organizationId: centre.id } }, body: body as never })),
    onSaved: onMade,
  });
  const absentId = form.get('fromLinkId') as string | undefined;
  const absent = absentId ? people.find((one) => one.linkId === absentId) : me;
  const receivers = people.filter((one) => one !== absent && !(absentId && one.self));
  const receiver = (form.get('invitationId') as string | undefined) ?? (form.get('toLinkId') as string | undefined);
  if ((me?.roles.length ?? 0) === 0 && others.length === 0) return <p className="quiet">{t('away.nothing')}</p>;
  if (people.length < 2) return <p className="quiet">{t('away.nobody')}</p>;
  return (
    <Form form={form} submit={t('away.make')}>
      {others.length > 0 && (
        <SelectField
          name="fromLinkId"
          label={t('away.absent')}
          optional={(me?.roles.length ?? 0) > 0}
          options={others.map((one) => ({ value: one.linkId!, label: one.name }))}
          help={(me?.roles.length ?? 0) > 0 ? t('away.absentHelp') : undefined}
        />
      )}
      <SelectField name="role" label={t('away.role')} options={(absent?.roles ?? []).map((value) => ({ value, label: t(`shell:roles.${value}`) }))} />
      <SelectField
        name="toLinkId"
        label={t('away.receiver')}
        options={receivers.filter((one) => one.linkId).map((one) => ({ value: one.linkId!, label: one.name }))}
        optional={receiver !== undefined && form.get('invitationId') !== undefined}
      />
      {receivers.some((one) => one.invitationId) && (
        <SelectField
          name="invitationId"
          label={t('invitation.waiting')}
          optional
          options={receivers.filter((one) => one.invitationId).map((one) => ({ value: one.invitationId!, label: t('away.invited', { name: one.name }) }))}
        />
      )}
      {!absentId && confidentialRoles.includes(form.get('role') as never) && <CheckField name="confidential" label={t('away.confidential')} help={t('away.confidentialHelp')} />}
      <DateField name="start" label={t('away.start')} min={civilToday()} />
      <DateField name="end" label={t('away.last')} help={t('away.lastHelp')} />
      <TextField name="reason" label={t('away.reason')} help={t('away.reasonHelp')} optional={!absentId} maxLength={300} />
    </Form>
  );
};

const Running = ({ centre, items }: { centre: Centre; items: Delegation[] }) => {
  const { t } = useTranslation(['members', 'shell']);
  const { shortDate } = useFormat();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/organizations/{organizationId}/delegations/{id}/end', { params: { path: { organizationId: centre.id, id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: key(centre.id) }),
  });
  if (items.length === 0) return <p className="quiet">{t('away.none')}</p>;
  return (
    <>
      {end.error && <ProblemNotice problem={problemOf(end.error)} />}
      <table className="list">
        <caption className="hidden-text">{t('away.running')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('away.role')}</th>
            <th scope="col">{t('away.from')}</th>
            <th scope="col">{t('away.to')}</th>
            <th scope="col">{t('away.dates')}</th>
            <th scope="col">{t('away.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {t(`shell:roles.${one.role}`)}
                {one.warnings.map((rule) => (
                  <p key={rule} className="small quiet">
                    <b>{t('away.warning')}</b>
                    {t(`incompatibilities.${rule}`)}
                  </p>
                ))}
              </th>
              <td data-label={t('away.from')}>
                <span>
                  {one.from} {one.by && <span className="quiet small">{t('away.by', { name: one.by })}</span>}
                  {one.reason && <span className="quiet small"> · {one.reason}</span>}
                </span>
              </td>
              <td data-label={t('away.to')}>{one.invited ? t('away.invited', { name: one.to }) : one.to}</td>
              <td data-label={t('away.dates')}>{t('away.period', { start: shortDate(one.start), end: shortDate(one.end) })}</td>
              <td data-label={t('away.state')}>
                <span className="buttons">
                  <span className={one.state === 'running' ? 'tag done' : 'tag'}>{t(`away.states.${one.state}`)}</span>
                  {one.can.end && (
                    <button type="button" className="button danger" onClick={() => end.mutate(one.id)} aria-label={t('away.endOf', { role: t(`shell:roles.${one.role}`) })}>
                      {t('away.end')}
                    </button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

const OfCentre = ({ centre }: { centre: Centre }) => {
  const { t } = useTranslation('members');
  const queries = useQueryClient();
  const [made, setMade] = useState(0);
  const params = { params: { path: { organizationId: centre.id } } };
  const delegations = useQuery({ queryKey: key(centre.id), queryFn: () => unwrap(api.GET('/organizations/{organizationId}/delegations', params)) });
  const people = useQuery({ queryKey: [...key(centre.id), 'standIns'], queryFn: () => unwrap(api.GET('/organizations/{organizationId}/delegations/standIns', params)) });
  const problem = delegations.error ?? people.error;
  const onMade = () => {
    setMade((count) => count + 1);
    void queries.invalidateQueries({ queryKey: key(centre.id) });
  };
  return (
    <div className="chapters">
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      <section>
        <h2>{t('away.running')}</h2>
        {made > 0 && (
          <p className="notice done" role="status">
            {t('away.made')}
          </p>
        )}
        {delegations.data && <Running centre={centre} items={delegations.data.items} />}
      </section>
      <section>
        <h2>{t('away.open')}</h2>
        {people.data && <LendForm key={made} centre={centre} people={people.data.items} onMade={onMade} />}
      </section>
    </div>
  );
};

/** Lends a role for an absence; what one lends and is lent, in one of one's centres at a time. */
export const AwayPage = () => {
  const { t } = useTranslation('members');
  const { name } = useFormat();
  const { organizations } = useMe();
  const id = useId();
  const [chosen, setChosen] = useState(organizations[0]?.id);
  const centre = organizations.find((one) => one.id === chosen);
  return (
    <Page title={t('away.title')} lead={t('away.lead')} back={{ to: '/account', label: t('shell:account.title') }}>
      {organizations.length > 1 && (
        <div className="field form away-centre">
          <label className="field-label" htmlFor={id}>
            {t('away.centre')}
          </label>
          <select id={id} className="control" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {organizations.map((one) => (
              <option key={one.id} value={one.id}>
                {name(one.name)}
              </option>
            ))}
          </select>
        </div>
      )}
      {centre && <OfCentre key={centre.id} centre={centre} />}
    </Page>
  );
};
