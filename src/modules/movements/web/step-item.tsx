import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { useStepWords } from '../../../web/linked-steps.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { handingKinds } from '../step.ts';
import { HandForm } from './hand-form.tsx';
import { type Step, useRefreshMovements } from './queries.ts';
import { StepForm } from './step-form.tsx';

/** One step: who, by when, and the buttons that do it or open it again. `about` shows whom it is about, with the way to the case. */
export const StepItem = ({ step, about = false, waits }: { step: Step; about?: boolean; waits?: string | undefined }) => {
  const { t } = useTranslation('movements');
  const words = useStepWords();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshMovements();
  const [open, setOpen] = useState<'tell' | 'hand' | undefined>();
  const params = { path: { organizationId: centre.id, id: step.id } };
  const tell = useMutation({
    mutationFn: (what: 'done' | 'open') =>
      what === 'done'
        ? unwrap(api.PUT('/organizations/{organizationId}/ownSteps/{id}/outcome', { params, headers: ifMatch(step.version), body: { outcome: 'done' } }))
        : unwrap(api.DELETE('/organizations/{organizationId}/ownSteps/{id}/outcome', { params, headers: ifMatch(step.version) })),
    onSettled: () => refresh(),
  });
  const title = words.title(step);
  const details = [
    (!about || step.can['hand']) && words.owner(step),
    step.account && t('step.account', { account: step.account }),
    step.doneByName && step.state !== 'open' && t('step.by', { who: step.doneByName }),
    step.recipientName && t('step.recipient', { name: step.recipientName }),
    step.proof,
    step.state === 'done' && step.reason,
  ].filter(Boolean);
  const more = (
    <button type="button" className="button" aria-expanded={open === 'tell'} onClick={() => setOpen(open === 'tell' ? undefined : 'tell')}>
      {handingKinds.includes(step.kind) ? t('act.recipient') : t('act.more')}
      <span className="hidden-text">, {title}</span>
    </button>
  );
  return (
    <li className={`step step-${step.state}`}>
      <div className="step-line">
        <div>
          <p className="step-title">
            {title}
            {about && step.personName && (
              <> · {step.originKind === 'movement' && may('movement.read') ? <Link to={`/c/${centre.slug}/movements/${step.originId}`}>{step.personName}</Link> : step.personName}</>
            )}
            {step.originKind === 'loss' && may('telework.read') && (
              <>
                {' · '}
                <Link to={`/c/${centre.slug}/telework/losses/${step.originId}`}>{t('originKinds.loss')}</Link>
              </>
            )}
          </p>
          <p className="quiet small">
            <span className={step.late ? 'late' : undefined}>{words.state(step)}</span>
            {details.map((detail) => (
              <span key={String(detail)}> · {detail}</span>
            ))}
            {waits && <span> · {t('act.waits', { step: waits })}</span>}
          </p>
        </div>
        <div className="buttons no-print">
          {step.proofFileId && may('movement.read') && (
            <a className="button" href={`${apiBase}/organizations/${centre.id}/accessSteps/${step.id}/file`} download>
              {t('act.seeFile')}
            </a>
          )}
          {step.kind === 'undertaking' && step.state === 'open' && step.personId && may('declaration.collect') && (
            <Link to={`/c/${centre.slug}/declarations/sign/${step.personId}`} className="button">
              {t('act.sign')}
              <span className="hidden-text">, {step.personName}</span>
            </Link>
          )}
          {step.can['do'] && !waits && !handingKinds.includes(step.kind) && (
            <button type="button" className="button" disabled={tell.isPending} onClick={() => tell.mutate('done')}>
              {t('act.done')}
              <span className="hidden-text">, {title}</span>
            </button>
          )}
          {step.can['do'] && more}
          {step.can['hand'] && (
            <button type="button" className="button" aria-expanded={open === 'hand'} onClick={() => setOpen(open === 'hand' ? undefined : 'hand')}>
              {t('hand.open')}
              <span className="hidden-text">, {title}</span>
            </button>
          )}
          {step.can['undo'] && (
            <button type="button" className="button" disabled={tell.isPending} onClick={() => tell.mutate('open')}>
              {t('act.undo')}
              <span className="hidden-text">, {title}</span>
            </button>
          )}
        </div>
      </div>
      {tell.error && <ProblemNotice problem={problemOf(tell.error)} />}
      {open === 'tell' && step.can['do'] && <StepForm key={step.version} step={step} onDone={() => setOpen(undefined)} />}
      {open === 'hand' && step.can['hand'] && <HandForm key={step.version} step={step} onDone={() => setOpen(undefined)} />}
    </li>
  );
};
