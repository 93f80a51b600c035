import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { ChoiceField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { ShownToken } from '../../../web/pages/account-tokens.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useProved } from '../../../web/sign-in/use-proved.tsx';
import type { BackupPlan } from './queries.ts';

type Made = components['schemas']['MadeToken'];
const key = ['tokens', 'mine'];
const NewToken = z.object({ name: z.string('required').trim().min(1, 'required').max(100), days: z.enum(['90', '365'], 'required') });

const TokenForm = ({ plan, onMade, onCancel }: { plan: BackupPlan; onMade: (made: Made) => void; onCancel: () => void }) => {
  const { t } = useTranslation(['continuity', 'tokens', 'shell']);
  const centre = useCentre();
  const { run, dialog } = useProved();
  const form = useForm({
    schema: NewToken,
    domain: 'tokens',
    initial: { name: plan.name, days: '365' },
    save: ({ name, days }) => run(() => unwrap(api.POST('/me/tokens', { body: { name, scopes: ['backupRun'], organizationIds: [centre.id], days: Number(days) as 90 | 365, backupPlanId: plan.id } }))),
    onSaved: onMade,
  });
  return (
    <>
      <Form
        form={form}
        submit={t('program.make')}
        cancel={
          <button type="button" className="button plain" onClick={onCancel}>
            {t('shell:cancel')}
          </button>
        }
      >
        <TextField name="name" label={t('tokens:name')} maxLength={100} />
        <ChoiceField name="days" label={t('tokens:howLong')} options={(['90', '365'] as const).map((value) => ({ value, label: t(`tokens:days.${value}`) }))} />
      </Form>
      {dialog}
    </>
  );
};

/** How a program calls, ready to be copied: the token goes in the place of the dots. */
const Calls = ({ plan }: { plan: BackupPlan }) => {
  const { t } = useTranslation('continuity');
  const address = `${window.location.origin}/api/beffroi/v1/organizations/${useCentre().id}/backupPlans/${plan.id}/report`;
  const curl = `curl -X POST ${address} \\\n  -H "Authorization: Bearer bft_…" -H "Content-Type: application/json" \\\n  -d '{"result":"good"}'`;
  const shell = `Invoke-RestMethod -Method Post -Uri ${address} \`\n  -Headers @{ Authorization = "Bearer bft_…" } \`\n  -ContentType "application/json" -Body '{"result":"good"}'`;
  return (
    <>
      <p>{t('program.how')}</p>
      <h3>{t('program.linux')}</h3>
      <pre className="program-call">{curl}</pre>
      <h3>{t('program.windows')}</h3>
      <pre className="program-call">{shell}</pre>
      <p className="quiet">{t('program.onFailure', { good: '"good"', failed: '"failed"' })}</p>
    </>
  );
};

/** The tokens by which a program tells of this backup, and of nothing else; one's own are listed here. */
export const ProgramTokens = ({ plan }: { plan: BackupPlan }) => {
  const { t } = useTranslation(['continuity', 'tokens']);
  const { date } = useFormat();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  const tokens = useQuery({ queryKey: key, queryFn: ({ signal }) => unwrap(api.GET('/me/tokens', { signal })) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const revoke = useMutation({ mutationFn: (id: string) => unwrap(api.DELETE('/me/tokens/{id}', { params: { path: { id } } })), onSettled: again });
  const problem = tokens.error ?? revoke.error;
  const own = (tokens.data?.items ?? []).filter(({ backupPlanId, state }) => backupPlanId === plan.id && state === 'good');
  return (
    <section aria-labelledby="backup-program" className="no-print">
      <h2 id="backup-program">{t('program.title')}</h2>
      <p className="measure">{t('program.lead')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {made && <ShownToken made={made} onDone={() => setMade(undefined)} />}
      {(made || own.length > 0) && <Calls plan={plan} />}
      {own.length > 0 && (
        <ul className="open-runs">
          {own.map((token) => (
            <li key={token.id}>
              <span>
                {token.name}
                <span className="quiet">
                  {', '}
                  {t('program.until', { date: date(token.expiresAt.slice(0, 10)) })}, {token.lastUsedOn ? t('program.used', { date: date(token.lastUsedOn) }) : t('program.unused')}
                </span>
              </span>
              <button type="button" className="button plain" disabled={revoke.isPending} onClick={() => revoke.mutate(token.id)} aria-label={t('program.revokeOf', { name: token.name })}>
                {t('program.revoke')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {making ? (
        <TokenForm
          plan={plan}
          onMade={(shown) => {
            setMade(shown);
            setMaking(false);
            void again();
          }}
          onCancel={() => setMaking(false)}
        />
      ) : (
        <p>
          <button type="button" className="button" onClick={() => setMaking(true)}>
            {t('program.add')}
          </button>
        </p>
      )}
    </section>
  );
};
