import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { mappableRoles } from '../mapping.ts';
import { Preview } from './groups-preview.tsx';
import { mappingsQuery } from './queries.ts';
import './providers.css';

const NewMapping = z.object({ providerId: z.uuid('required'), groupName: z.string('required').trim().min(1, 'required').max(200), role: z.enum(mappableRoles, 'required') });
type Named = { id: string; name: string; groups: boolean };

const useAgain = () => {
  const queries = useQueryClient();
  const centre = useCentre();
  return () => queries.invalidateQueries({ queryKey: ['groupMappings', centre.id] });
};

const Add = ({ providers, known, onAdded }: { providers: Named[]; known: { providerId: string; groupName: string }[]; onAdded: () => void }) => {
  const { t } = useTranslation(['providers', 'shell']);
  const centre = useCentre();
  const form = useForm({
    schema: NewMapping,
    domain: 'providers',
    initial: providers.length === 1 ? { providerId: providers[0]!.id } : {},
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/groupMappings', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: onAdded,
  });
  const chosen = providers.find(({ id }) => id === form.get('providerId'));
  const seen = known.flatMap(({ providerId, groupName }) => (providerId === chosen?.id ? [groupName] : []));
  return (
    <Form form={form} submit={t('groups.add')}>
      <SelectField name="providerId" label={t('groups.provider')} options={providers.map(({ id, name }) => ({ value: id, label: name }))} />
      {chosen && !chosen.groups && <p className="notice">{t('groups.noGroups')}</p>}
      <TextField
        name="groupName"
        label={t('groups.group')}
        help={seen.length > 0 ? `${t('groups.groupHelp')} ${t('groups.known', { names: seen.slice(0, 12).join(', ') })}` : t('groups.groupHelp')}
        maxLength={200}
      />
      <SelectField name="role" label={t('groups.role')} help={t('groups.roleHelp')} options={mappableRoles.map((value) => ({ value, label: t(`shell:roles.${value}`) }))} />
    </Form>
  );
};

/** What pasted groups of somebody would give. */
const Trial = ({ providers }: { providers: Named[] }) => {
  const { t } = useTranslation(['providers', 'shell']);
  const centre = useCentre();
  const id = useId();
  const [providerId, setProviderId] = useState(providers[0]!.id);
  const [text, setText] = useState('');
  const trial = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/organizations/{organizationId}/groupMappings/trial', {
          params: { path: { organizationId: centre.id } },
          body: { providerId, groups: text.split('\n').flatMap((line) => line.trim() || []) },
        }),
      ),
  });
  const said = (roles: string[]): string => roles.map((role) => t(`shell:roles.${role}` as 'add')).join(', ') || t('groups.noRole');
  return (
    <section>
      <h2>{t('groups.trial')}</h2>
      <p className="quiet">{t('groups.trialText')}</p>
      <form
        className="form group-trial"
        onSubmit={(event) => {
          event.preventDefault();
          trial.mutate();
        }}
      >
        {providers.length > 1 && (
          <div className="field">
            <label className="field-label" htmlFor={`${id}-provider`}>
              {t('groups.provider')}
            </label>
            <select id={`${id}-provider`} className="control" value={providerId} onChange={(event) => setProviderId(event.target.value)}>
              {providers.map((provider) => (
                <option key={provider.id} value={provider.id}>
                  {provider.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label className="field-label" htmlFor={`${id}-groups`}>
            {t('groups.trialGroups')}
          </label>
          <textarea id={`${id}-groups`} className="control" value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        {trial.error && <ProblemNotice problem={problemOf(trial.error)} />}
        <div role="status">
          {trial.data && (
            <>
              <p>
                <b>{t('groups.trialWanted', { roles: said(trial.data.wanted) })}</b>
              </p>
              <p className="quiet">{t('groups.trialApplied', { roles: said(trial.data.applied) })}</p>
            </>
          )}
        </div>
        <div className="form-foot">
          <button type="submit" className="button">
            {t('groups.trialGo')}
          </button>
        </div>
      </form>
    </section>
  );
};

/** Groups of identity providers that give roles in this centre: wished for, shown, applied. */
export const GroupsPage = () => {
  const { t } = useTranslation(['providers', 'shell']);
  const centre = useCentre();
  const again = useAgain();
  const [added, setAdded] = useState(0);
  const query = useQuery(mappingsQuery(centre.id));
  const path = { organizationId: centre.id };
  const remove = useMutation({ mutationFn: (id: string) => unwrap(api.DELETE('/organizations/{organizationId}/groupMappings/{id}', { params: { path: { ...path, id } } })), onSettled: again });
  const keep = useMutation({
    mutationFn: (body: { providerId: string; groupName: string; role: (typeof mappableRoles)[number] }) =>
      unwrap(api.POST('/organizations/{organizationId}/groupMappings', { params: { path }, body })),
    onSettled: again,
  });
  const { data } = query;
  const problem = query.error ?? remove.error ?? keep.error;
  const named = (id: string): string => data?.providers.find((provider) => provider.id === id)?.name ?? '–';
  return (
    <Page title={t('groups.title')} lead={t('groups.lead')}>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {data && data.providers.length === 0 && (
        <div className="empty">
          <h2>{t('groups.noneTitle')}</h2>
          <p>{t('groups.none')}</p>
        </div>
      )}
      {data && data.providers.length > 0 && (
        <div className="chapters">
          <section>
            {data.items.length === 0 ? (
              <p className="quiet">{t('groups.empty')}</p>
            ) : (
              <table className="list">
                <caption className="hidden-text">{t('groups.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('groups.group')}</th>
                    <th scope="col">{t('groups.role')}</th>
                    <th scope="col">{t('groups.provider')}</th>
                    <th scope="col">{t('groups.state')}</th>
                    <th scope="col">
                      <span className="hidden-text">{t('groups.remove')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.items.map(({ id, state, ...mapping }) => {
                    const words = { role: t(`shell:roles.${mapping.role}`), group: mapping.groupName };
                    return (
                      <tr key={id}>
                        <th scope="row">{mapping.groupName}</th>
                        <td data-label={t('groups.role')}>{words.role}</td>
                        <td data-label={t('groups.provider')}>{named(mapping.providerId)}</td>
                        <td data-label={t('groups.state')}>
                          <span className={state === 'applied' ? 'tag done' : 'tag soon'}>{t(`groups.states.${state}`)}</span>
                        </td>
                        <td>
                          <span>
                            {state === 'toRemove' ? (
                              <button type="button" className="button" onClick={() => keep.mutate(mapping)} aria-label={t('groups.undoOf', words)}>
                                {t('groups.undo')}
                              </button>
                            ) : (
                              <button type="button" className="button danger" onClick={() => remove.mutate(id)} aria-label={t('groups.removeOf', words)}>
                                {t('groups.remove')}
                              </button>
                            )}
                          </span>
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            )}
          </section>
          <Preview onApplied={again} />
          <section>
            <h2>{t('groups.add')}</h2>
            <Add
              key={added}
              providers={data.providers}
              known={data.knownGroups}
              onAdded={() => {
                setAdded((count) => count + 1);
                void again();
              }}
            />
          </section>
          <Trial providers={data.providers} />
        </div>
      )}
    </Page>
  );
};
