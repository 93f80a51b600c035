import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { Alone } from '../../../web/pages/alone.tsx';
import { Paper } from '../../../web/paper.tsx';
import { issueCode, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { SignaturePad } from '../../../web/signature-pad.tsx';
import type { SignatureInput } from '../../../kernel/signature.ts';
import type { SignatoryInput } from '../declaration.ts';
import { Agree } from './agree.tsx';
import { Signatory } from './signatory.tsx';
import './declarations.css';

const refusals = ['linkUsed', 'linkExpired', 'linkElsewhere'] as const;
/** What makes this device known again when the page is loaded anew: kept for this tab alone on a screen that goes from hand to hand, for longer on one's own. */
const deviceKey = (token: string): string => `undertaking/${token.slice(0, 8)}`;
const knownDevice = (token: string): string | undefined => sessionStorage.getItem(deviceKey(token)) ?? localStorage.getItem(deviceKey(token)) ?? undefined;
const forgetDevice = (token: string): void => {
  for (const store of [sessionStorage, localStorage]) store.removeItem(deviceKey(token));
};

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
  const [signatory, setSignatory] = useState<SignatoryInput>();
  const query = useQuery({
    queryKey: ['undertaking', token],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) => {
      const device = knownDevice(token);
      const opened = await unwrap(api.POST('/undertaking', { body: { token, ...(device ? { device } : {}) }, signal }));
      (opened.kind === 'link' ? localStorage : sessionStorage).setItem(deviceKey(token), opened.device);
      return opened;
    },
  });
  const shown = query.data;
  const firm = shown?.variant === 'partner';
  const sign = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/undertaking/sign', { body: { token, device: shown!.device, contentHash: shown!.contentHash, agreed: true, signature: signature!, ...(firm ? { signatory: signatory! } : {}) } }),
      ),
    onSuccess: () => forgetDevice(token),
  });
  const disown = useMutation({
    mutationFn: () => unwrap(api.POST('/undertaking/disown', { body: { token, device: shown!.device } })),
    onSuccess: () => forgetDevice(token),
  });
  if (sign.isSuccess) return <Alone title={t('undertake.doneTitle')} lead={t(shown?.kind === 'link' ? 'undertake.doneHere' : 'undertake.done')} />;
  if (disown.isSuccess) return <Alone title={t('disown.doneTitle')} lead={t('disown.done')} />;
  for (const error of [query.error, sign.error]) {
    if (!error) continue;
    const problem = problemOf(error);
    const code = refusals.find((one) => problem.issues?.some((issue) => issueCode(issue) === one));
    if (code) return <Gone code={code} />;
    if (problem.status === 404 || (error === query.error && problem.status === 400)) return <Gone code="unknown" />;
  }
  const problem = query.error ?? sign.error ?? disown.error;
  return (
    <Alone title={shown?.title ?? t('undertake.title')} lead={shown && t(firm ? 'undertake.leadFirm' : 'undertake.lead', { person: shown.person, centre: shown.centre })}>
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {problem && <ProblemNotice problem={problemOf(problem)} domain="declarations" />}
      {shown && (
        <div className="declaration-sign">
          <Paper html={shown.html} />
          <p className="quiet">{t('why.consent')}</p>
          <Agree
            busy={sign.isPending}
            ready={signature !== undefined && (!firm || signatory !== undefined)}
            missing={t(firm && !signatory ? 'issues.signatoryMissing' : 'issues.signatureMissing')}
            sign={() => sign.mutate()}
          >
            {firm && <Signatory tell={setSignatory} />}
            <SignaturePad tell={setSignature} />
          </Agree>
          <p className="no-print">
            <button type="button" className="button plain" aria-disabled={disown.isPending} onClick={() => disown.isPending || disown.mutate()}>
              {t(firm ? 'disown.firm' : 'disown.person', { person: shown.person })}
            </button>
          </p>
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
