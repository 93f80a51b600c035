import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import { type Answers, type Checks, forbiddenBy, type LineId } from '../lines.ts';
import { leftToClose, stateOf } from '../telework.ts';
import { AskToDelete } from './ask-to-delete.tsx';
import { AssessForm } from './assess-form.tsx';
import { CheckForm } from './check-form.tsx';
import { todayHere } from './parts.tsx';
import { type Telework, useRefreshTelework } from './queries.ts';
import { AgreeForm, AuthoriseForm, CloseForm, EndForm, RefuseForm, ReviewForm } from './step-forms.tsx';
import { TeleworkForm } from './telework-form.tsx';

type Step = 'assess' | 'check' | 'authorise' | 'agree' | 'refuse' | 'review' | 'end' | 'close' | 'change' | 'edit';

/** The steps that this reader may take now, the next one first; a form opens in its place. */
export const Steps = ({ telework }: { telework: Telework }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshTelework(centre.id);
  const [step, setStep] = useState<Step>();
  const state = stateOf(telework, todayHere());
  const path = { organizationId: centre.id, id: telework.id };
  const checks = (telework.checks ?? {}) as Checks;
  const forbidden = forbiddenBy(telework, checks);
  const open = ['asked', 'assessed', 'checked', 'authorised'].includes(state);
  const offered: Step[] = [
    ...(['assessed', 'checked'].includes(state) && may('telework.check') ? (['check'] as const) : []),
    ...(state === 'checked' && may('telework.authorise') && forbidden.length === 0 ? (['authorise'] as const) : []),
    ...(state === 'authorised' && may('telework.agree') ? (['agree'] as const) : []),
    ...(state === 'asked' && may('telework.write') ? (['assess'] as const) : []),
    ...(open && may('telework.refuse') ? (['refuse'] as const) : []),
    ...(state === 'inForce' && may('telework.authorise') ? (['review'] as const) : []),
    ...(['inForce', 'onSite'].includes(state) && may('telework.write') ? (['change'] as const) : []),
    ...(['agreed', 'inForce', 'onSite'].includes(state) && may('telework.write') ? (['end'] as const) : []),
    ...(state === 'ended' && leftToClose(telework).length > 0 && may('telework.equip') ? (['close'] as const) : []),
    ...(open && may('telework.write') ? (['edit'] as const) : []),
  ];
  // The last step, done: the one that follows stands first among what is offered.
  const primary = offered[0] === 'check' && offered.includes('authorise') ? 'authorise' : offered[0];
  const done = () => {
    setStep(undefined);
    void refresh();
  };
  const forms: Record<Step, () => React.ReactNode> = {
    assess: () => (
      <>
        <p className="quiet">{t('step.assessText')}</p>
        <AssessForm
          id={telework.id}
          situation={telework.situation}
          bcss={telework.bcss}
          said={(telework.answers ?? {}) as Answers}
          submit={t('step.assess')}
          send={(answers) => unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/assess', { params: { path }, headers: ifMatch(telework.version), body: { answers } }))}
          onSaved={done}
          cancel={() => setStep(undefined)}
        />
      </>
    ),
    check: () => <CheckForm telework={telework} onDone={done} cancel={() => setStep(undefined)} />,
    authorise: () => <AuthoriseForm telework={telework} onDone={done} cancel={() => setStep(undefined)} />,
    agree: () => <AgreeForm telework={telework} onDone={done} cancel={() => setStep(undefined)} />,
    refuse: () => <RefuseForm telework={telework} onDone={done} cancel={() => setStep(undefined)} />,
    review: () => <ReviewForm telework={telework} onDone={done} cancel={() => setStep(undefined)} />,
    end: () => <EndForm telework={telework} onDone={done} cancel={() => setStep(undefined)} />,
    close: () => <CloseForm telework={telework} onDone={done} cancel={() => setStep(undefined)} />,
    change: () => (
      <>
        <p className="quiet measure">{t('step.changeText')}</p>
        <TeleworkForm replaces={telework} onDone={() => setStep(undefined)} />
      </>
    ),
    edit: () => (
      <>
        <p className="quiet measure">{t('step.editText')}</p>
        <TeleworkForm telework={telework} onDone={() => setStep(undefined)} />
      </>
    ),
  };
  if (step)
    return (
      <section aria-labelledby="telework-step" className="telework-after">
        <h2 id="telework-step">{t(`step.${step}`)}</h2>
        {forms[step]()}
      </section>
    );
  return (
    <>
      {state === 'checked' && forbidden.length > 0 && (
        <div className="notice late telework-after">
          <p>
            <b>{t('step.forbidden')}</b>
          </p>
          <ul>
            {forbidden.map((line) => (
              <li key={line.id}>
                {t(`lines.${line.id as LineId}.rule`)} {t(`lines.${line.id}.wayOut` as never)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="buttons no-print telework-after">
        {offered.map((one) => (
          <button key={one} type="button" className={one === primary ? 'button primary' : 'button'} onClick={() => setStep(one)}>
            {t(`step.${one}`)}
          </button>
        ))}
        {open && may('telework.write') && (
          <AskToDelete
            label={t('step.delete')}
            text={t('step.deleteText')}
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/teleworks/{id}', { params: { path }, headers: ifMatch(telework.version) }))}
            onDeleted={() => {
              void refresh();
              void navigate({ to: `/c/${centre.slug}/telework` });
            }}
          />
        )}
      </p>
    </>
  );
};
