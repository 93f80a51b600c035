import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentLanguages } from '../../../kernel/language.ts';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { useStepWords } from '../../../web/linked-steps.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { CancelForm, MoveForm, ReturnForm } from './case-forms.tsx';
import { type Movement, movementQuery, useRefreshMovements } from './queries.ts';
import { StepItem } from './step-item.tsx';
import './movements.css';

const Lead = ({ movement }: { movement: Movement }) => {
  const { t } = useTranslation('movements');
  const { date, moment } = useFormat();
  const parts = [
    t(`case.lead.${movement.resumesId ? 'return' : movement.kind}`, { date: date(movement.day) }),
    movement.until && t('case.lead.until', { date: date(movement.until) }),
    movement.cancelledAt && t('case.cancelledLead', { date: moment(movement.cancelledAt), reason: movement.cancelReason ?? '' }),
    movement.state === 'cancelled' && movement.open > 0 && t('case.undo'),
  ].filter(Boolean);
  return (
    <>
      {parts.join(' ')} {movement.announcedLate && movement.state === 'open' && <b className="late">{t('case.announcedLate', { date: moment(movement.announcedAt) })}</b>}
    </>
  );
};

/** The clock of the account: what is left of it, or how it ended. */
const Clock = ({ movement }: { movement: Movement }) => {
  const { t } = useTranslation('movements');
  const { age, moment, date } = useFormat();
  const [now] = useState(() => Date.now());
  const step = movement.allSteps.find(({ kind, state }) => (kind === 'disableAccount' || kind === 'blockAccounts') && state !== 'dropped' && state !== 'notApplicable');
  if (!step || movement.state === 'cancelled') return null;
  const left = step.dueAt ? Date.parse(step.dueAt) - now : undefined;
  const said =
    step.state === 'done'
      ? t(step.late ? 'case.clockDoneLate' : 'case.clockDone', { date: moment(step.doneAt!) })
      : left === undefined
        ? step.dueOn && t(step.late ? 'step.lateSince' : 'step.dueOn', { date: date(step.dueOn) })
        : t(left < 0 ? 'case.clockLate' : 'case.clockLeft', { time: age(Math.abs(left)) });
  return (
    <p className={`movement-clock${step.late ? ' is-late' : ''}`}>
      {step.state === 'open' && <span className="quiet">{t('case.clock')} </span>}
      <strong>{said}</strong>
      {step.state === 'open' && step.dueAt && <span className="quiet small"> {t('step.dueOn', { date: moment(step.dueAt) })}</span>}
    </p>
  );
};

/** What closes the case: its certificate once it is closed, the button where nothing is open, else what is missing. */
const Closing = ({ movement }: { movement: Movement }) => {
  const { t } = useTranslation('movements');
  const { moment } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshMovements();
  const close = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/organizations/{organizationId}/movements/{id}/close', { params: { path: { organizationId: centre.id, id: movement.id } }, headers: ifMatch(movement.version), body: {} })),
    onSuccess: () => refresh(),
  });
  const { certificate } = movement;
  if (certificate) {
    return (
      <section className="movement-closing" aria-labelledby="closing">
        <h2 id="closing">{t('case.certificate', { number: `${certificate.year}-${String(certificate.number).padStart(2, '0')}` })}</h2>
        <p>
          {movement.closedAt && t('case.frozen', { date: moment(movement.closedAt) })} {movement.closedByName && t('step.by', { who: movement.closedByName })}{' '}
          <code className="small">sha256 {certificate.contentHash.slice(0, 16)}…</code>
        </p>
        <div className="buttons no-print">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/movements/${movement.id}/certificate?format=${format}`} download>
              {t(`formats.${format}`)}
            </a>
          ))}
        </div>
      </section>
    );
  }
  if (movement.state !== 'open') return null;
  return (
    <div className="movement-closing">
      <p>{movement.open > 0 ? t('case.missing', { count: movement.open }) : t('case.ready')}</p>
      {close.error && <ProblemNotice problem={problemOf(close.error)} />}
      {movement.can['close'] && (
        <button type="button" className="button primary" disabled={close.isPending} onClick={() => close.mutate()}>
          {t('case.close')}
        </button>
      )}
    </div>
  );
};

const Letters = ({ movement }: { movement: Movement }) => {
  const { t } = useTranslation(['movements', 'shell']);
  const centre = useCentre();
  const [language, setLanguage] = useState('');
  if (movement.firms.length === 0 || !movement.can['update']) return null;
  const query = language ? `&language=${language}` : '';
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{t('case.letters')}</h2>
      <p className="quiet small">{t('case.lettersHelp')}</p>
      <label className="field movement-language no-print">
        <span className="field-label">{t('case.letterLanguage')}</span>
        <select className="control short" value={language} onChange={(event) => setLanguage(event.target.value)}>
          <option value="">–</option>
          {documentLanguages.map((one) => (
            <option key={one} value={one}>
              {t(`shell:languages.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <ul className="steps">
        {movement.firms.map((firm) => (
          <li key={firm.id} className="step">
            <div className="step-line">
              <p className="step-title">{firm.name}</p>
              <div className="buttons no-print">
                {(['pdf', 'docx'] as const).map((format) => (
                  <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/movements/${movement.id}/letter?supplierId=${firm.id}&format=${format}${query}`} download>
                    {t(`formats.${format}`)}
                    <span className="hidden-text">, {firm.name}</span>
                  </a>
                ))}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** One case: its clock, its steps, its letters, and the certificate that closes it. */
export const MovementPage = () => {
  const { t } = useTranslation('movements');
  const centre = useCentre();
  const words = useStepWords();
  const { movementId: id = '' } = useParams({ strict: false }) as { movementId?: string };
  const query = useQuery(movementQuery(centre.id, id));
  const movement = query.data;
  const steps = movement?.allSteps ?? [];
  const open = steps.filter(({ state }) => state === 'open');
  const settled = steps.filter(({ state }) => state === 'done' || state === 'notApplicable');
  const waits = (after: string | undefined) => {
    const first = after && open.find(({ kind }) => kind === after);
    return first ? words.title(first) : undefined;
  };
  return (
    <Page
      title={movement ? `${movement.resumesId ? t('events.return') : t(`movementKinds.${movement.kind}`)} · ${movement.personName}` : t('title')}
      lead={movement && <Lead movement={movement} />}
      back={{ to: `/c/${centre.slug}/movements`, label: t('title') }}
      actions={
        movement && (
          <Link to={`/c/${centre.slug}/people/${movement.personId}`} className="button">
            {t('case.person')}
          </Link>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {movement && (
        <>
          <p className="quiet">{[movement.function, movement.serviceName, movement.note].filter(Boolean).join(' · ')}</p>
          <Clock movement={movement} />
          <Closing movement={movement} />
          {open.length > 0 && (
            <section aria-labelledby="open">
              <h2 id="open">{t('case.open')}</h2>
              <ul className="steps">
                {open.map((step) => (
                  <StepItem key={step.id} step={step} waits={waits(step.afterKind)} />
                ))}
              </ul>
            </section>
          )}
          <Letters movement={movement} />
          {settled.length > 0 && (
            <section aria-labelledby="settled">
              <h2 id="settled">{t('case.settled')}</h2>
              <ul className="steps">
                {settled.map((step) => (
                  <StepItem key={step.id} step={step} />
                ))}
              </ul>
            </section>
          )}
          {movement.returnId ? (
            <p>
              <Link to={`/c/${centre.slug}/movements/${movement.returnId}`}>{t('case.returned')}</Link>
            </p>
          ) : (
            movement.can['resume'] && <ReturnForm key={`return-${movement.version}`} movement={movement} />
          )}
          {movement.can['update'] && (
            <details className="movement-manage no-print">
              <summary>{t('case.manage')}</summary>
              <MoveForm key={`move-${movement.version}`} movement={movement} />
              <CancelForm key={`cancel-${movement.version}`} movement={movement} />
            </details>
          )}
          <History organizationId={centre.id} table="movement" recordId={movement.id} version={movement.version} />
        </>
      )}
    </Page>
  );
};
