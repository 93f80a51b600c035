import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { Alone } from '../../../web/pages/alone.tsx';
import { Paper } from '../../../web/paper.tsx';
import { issueCode, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import type { SignatureInput } from '../declaration.ts';
import { Agree } from './agree.tsx';
import { SignaturePad } from './signature-pad.tsx';
import './declarations.css';

const refusals = ['linkUsed', 'linkExpired', 'linkElsewhere'] as const;
/** Kept for this tab alone, so that loading the page again is not another device. */
const deviceKey = (token: string): string => `undertaking/${token.slice(0, 8)}`;

const followHash = (tell: () => void): (() => void) => {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
};

const Gone = ({ code }: { code: (typeof refusals)[number] | 'unknown' }) => {
  const { t } = useTranslation('declarations');
  return <Alone title={t(`gone.${code}.title`)} lead={t(`gone.${code}.text`)} />;
};

const Undertake = ({ token }: { token: string }) => {
  const { t } = useTranslation(['declarations', 'shell']);
  const [signature, setSignature] = useState<SignatureInput>();
  const query = useQuery({
    queryKey: ['undertaking', token],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) => {
      const device = sessionStorage.getItem(deviceKey(token)) ?? undefined;
      const opened = await unwrap(api.POST('/undertaking', { body: { token, ...(device ? { device } : {}) }, signal }));
      sessionStorage.setItem(deviceKey(token), opened.device);
      return opened;
    },
  });
  const shown = query.data;
  const sign = useMutation({
    mutationFn: () => unwrap(api.POST('/undertaking/sign', { body: { token, device: shown!.device, contentHash: shown!.contentHash, agreed: true, signature: signature! } })),
    onSuccess: () => sessionStorage.removeItem(deviceKey(token)),
  });
  if (sign.isSuccess) return <Alone title={t('undertake.doneTitle')} lead={t('undertake.done')} />;
  for (const error of [query.error, sign.error]) {
    if (!error) continue;
    const problem = problemOf(error);
    const code = refusals.find((one) => problem.issues?.some((issue) => issueCode(issue) === one));
    if (code) return <Gone code={code} />;
    if (problem.status === 404 || (error === query.error && problem.status === 400)) return <Gone code="unknown" />;
  }
  const problem = query.error ?? sign.error;
  return (
    <Alone title={shown?.title ?? t('undertake.title')} lead={shown && t('undertake.lead', { person: shown.person, centre: shown.centre })}>
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {problem && <ProblemNotice problem={problemOf(problem)} domain="declarations" />}
      {shown && (
        <div className="declaration-sign">
          <Paper html={shown.html} />
          <p className="quiet">{t('why.consent')}</p>
          <Agree busy={sign.isPending} ready={signature !== undefined} missing={t('issues.signatureMissing')} sign={() => sign.mutate()}>
            <SignaturePad tell={setSignature} />
          </Agree>
        </div>
      )}
    </Alone>
  );
};

/** Where somebody signs on a screen that was handed to them: `/undertake#<secret>`; what stands after the # never reaches a server's log. */
export const UndertakePage = () => {
  // Another address in the same tab changes what stands after the # alone: on a tablet that goes from hand to hand, it is somebody else's page.
  const token = useSyncExternalStore(followHash, () => window.location.hash.slice(1));
  return /^[\w-]{20,60}$/.test(token) ? <Undertake key={token} token={token} /> : <Gone code="unknown" />;
};
