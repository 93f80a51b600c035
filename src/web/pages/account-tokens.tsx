/** The part of the account page about personal tokens: make one, see it once, see what became of the others, end them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { tokenScopeNames } from '../../kernel/token-scopes.ts';
import type { components } from '../api.generated.d.ts';
import { api, unwrap } from '../api.ts';
import { ChecksField } from '../checks-field.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { Form, useForm } from '../form.tsx';
import { useFormat } from '../format.ts';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { useMe } from '../session.ts';
import { useProved } from '../sign-in/use-proved.tsx';
import '../styles/tokens-part.css';

type Token = components['schemas']['Token'];
type Made = components['schemas']['MadeToken'];
const key = ['tokens', 'mine'];
/** What a token made here may be given: one for a backup program is made on the page of its backup. */
const offered = tokenScopeNames.filter((name) => name !== 'backupRun');
const NewToken = z.object({
  name: z.string('required').trim().min(1, 'required').max(100),
  scopes: z.array(z.enum(tokenScopeNames), 'chooseOne').min(1, 'chooseOne'),
  organizationIds: z.array(z.uuid(), 'chooseOne').min(1, 'chooseOne'),
  days: z.enum(['30', '90', '365'], 'required'),
});

const TokenForm = ({ onMade, onCancel }: { onMade: (made: Made) => void; onCancel: () => void }) => {
  const { t } = useTranslation(['tokens', 'shell']);
  const { name: officialName } = useFormat();
  const { organizations } = useMe();
  const { run, dialog } = useProved();
  const form = useForm({
    schema: NewToken,
    domain: 'tokens',
    initial: { scopes: [], organizationIds: organizations.length === 1 ? organizations.map(({ id }) => id) : [], days: '90' },
    save: ({ days, ...values }) => run(() => unwrap(api.POST('/me/tokens', { body: { ...values, days: Number(days) as 30 | 90 | 365 } }))),
    onSaved: onMade,
  });
  return (
    <>
      <Form
        form={form}
        submit={t('make')}
        cancel={
          <button type="button" className="button" onClick={onCancel}>
            {t('shell:cancel')}
          </button>
        }
      >
        <TextField name="name" label={t('name')} help={t('nameHelp')} maxLength={100} />
        <ChecksField name="scopes" label={t('may')} help={t('mayHelp')} options={offered.map((value) => ({ value, label: t(`scopes.${value}.label`), help: t(`scopes.${value}.help`) }))} />
        <ChecksField name="organizationIds" label={t('where')} options={organizations.map(({ id, name }) => ({ value: id, label: officialName(name) }))} all={t('everywhere')} />
        <ChoiceField name="days" label={t('howLong')} help={t('howLongHelp')} options={(['30', '90', '365'] as const).map((value) => ({ value, label: t(`days.${value}`) }))} />
      </Form>
      {dialog}
    </>
  );
};

/** A token that was just made, this once. */
export const ShownToken = ({ made, onDone }: { made: Made; onDone: () => void }) => {
  const { t } = useTranslation('tokens');
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(made.token).then(() => setCopied(true));
  return (
    <section className="notice done" role="status">
      <p>
        <b>{t('shown.title')}</b> {t('shown.text')}
      </p>
      <p>
        <code className="token">{made.token}</code>
      </p>
      <p className="small">
        {t('shown.use')} <code>Authorization: Bearer bft_…</code>
      </p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={copy}>
          {copied ? t('shown.copied') : t('shown.copy')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('shown.kept')}
        </button>
      </div>
    </section>
  );
};

const Line = ({ token, onRevoke }: { token: Token; onRevoke: () => void }) => {
  const { t } = useTranslation('tokens');
  const { moment, shortDate, name: officialName } = useFormat();
  const { organizations } = useMe();
  const [first, ...others] = token.organizationIds.flatMap((id) => organizations.find((organization) => organization.id === id) ?? []);
  const where = first ? (others.length > 0 ? t('andOthers', { name: officialName(first.name), count: others.length }) : officialName(first.name)) : t('nowhere');
  const end = token.revokedAt ? t('states.revokedOn', { when: moment(token.revokedAt) }) : t(token.state === 'expired' ? 'states.expiredOn' : 'states.until', { when: moment(token.expiresAt) });
  return (
    <li>
      <div>
        <b>{token.name}</b> {token.state !== 'good' && <span className="tag">{t(`states.${token.state}`)}</span>}
        <div className="small">
          {token.scopes.map((scope) => t(`scopes.${scope}.label` as 'make')).join(' · ')}
          {token.backupPlanId && ` (${t('forBackup')})`} – {where}
        </div>
        <div className="quiet small">
          {end} {token.lastUsedOn ? t('lastUsed', { when: shortDate(token.lastUsedOn) }) : t('neverUsed')}
        </div>
      </div>
      {token.state === 'good' && (
        <button type="button" className="button danger" onClick={onRevoke} aria-label={t('revokeOf', { name: token.name })}>
          {t('revoke')}
        </button>
      )}
    </li>
  );
};

export const AccountTokens = () => {
  const { t } = useTranslation('tokens');
  const queries = useQueryClient();
  const { organizations } = useMe();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  const tokens = useQuery({ queryKey: key, queryFn: ({ signal }) => unwrap(api.GET('/me/tokens', { signal })) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const revoke = useMutation({ mutationFn: (id: string) => unwrap(api.DELETE('/me/tokens/{id}', { params: { path: { id } } })), onSettled: again });
  const problem = tokens.error ?? revoke.error;
  const show = (token: Made) => {
    setMade(token);
    setMaking(false);
    void again();
  };
  return (
    <section id="tokens">
      <h2>{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {made && <ShownToken made={made} onDone={() => setMade(undefined)} />}
      {tokens.data && tokens.data.items.length > 0 && (
        <ul className="sessions">
          {tokens.data.items.map((token) => (
            <Line key={token.id} token={token} onRevoke={() => revoke.mutate(token.id)} />
          ))}
        </ul>
      )}
      {making ? (
        <TokenForm onMade={show} onCancel={() => setMaking(false)} />
      ) : (
        organizations.length > 0 && (
          <button type="button" className="button" onClick={() => setMaking(true)}>
            {t('add')}
          </button>
        )
      )}
    </section>
  );
};
