import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import type { MovementKind, movementKinds } from '../movement.ts';
import { templatesQuery, useRefreshMovements } from './queries.ts';
import { MovementTabs } from './tabs.tsx';
import { DropForm, TemplateForm, type TemplateStep } from './template-form.tsx';
import './movements.css';

/** How a step of the templates is said: what it is, who does it, by when. */
const useTemplateWords = () => {
  const { t } = useTranslation(['movements', 'deadlines']);
  const term = (amount: number, unit: TemplateStep['unit']): string => {
    const length = t(`deadlines:rule.${unit}`, { count: Math.abs(amount) });
    return amount === 0 ? t('templates.sameDay') : t(amount > 0 ? 'templates.after' : 'templates.before', { length });
  };
  const named = ({ kind, each }: TemplateStep): string =>
    kind === 'give' || kind === 'letter' ? t(`templates.named.${kind}`) : kind === 'withdraw' ? t(`templates.named.${each === 'keys' ? 'keys' : 'accounts'}`) : t(`steps.${kind}`);
  return {
    t,
    title: (step: TemplateStep): string => (step.kind === 'other' && step.title ? step.title : [named(step), step.title].filter(Boolean).join(' – ')),
    owner: ({ owner, ownerName, ownerLeft }: TemplateStep): string => (ownerName && !ownerLeft ? ownerName : t(`ownerRoles.${owner}`)),
    term,
  };
};

type Open = { id: string; form: 'change' | 'drop' } | undefined;

const Item = ({ kind, step, places, open, onOpen }: { kind: MovementKind; step: TemplateStep; places: { value: string; label: string }[]; open: Open; onOpen: (open: Open) => void }) => {
  const { t, title, owner, term } = useTemplateWords();
  const centre = useCentre();
  const refresh = useRefreshMovements();
  const name = title(step);
  const set = step.setting;
  const back = useMutation({
    mutationFn: async () => {
      const params = { path: { organizationId: centre.id, id: set!.id } };
      await unwrap(api.DELETE('/organizations/{organizationId}/stepSettings/{id}', { params, headers: ifMatch(set!.version) }));
    },
    onSettled: () => refresh(),
  });
  const proposed = step.proposed && t('templates.proposed', { owner: t(`ownerRoles.${step.proposed.owner}`), term: term(step.proposed.amount, step.proposed.unit as TemplateStep['unit']) });
  const details = [
    owner(step),
    step.ownerLeft && t('templates.ownerLeft', { name: step.ownerName }),
    term(step.amount, step.unit),
    step.after && t('act.waits', { step: t(`stepKinds.${step.after}`) }),
    step.lastContract && t('templates.lastContract'),
    step.own ? t('templates.own') : step.source !== 'beffroi' && step.source,
    proposed,
  ].filter(Boolean);
  const openForm = open?.id === step.id ? open.form : undefined;
  const button = (form: 'change' | 'drop', label: string) => (
    <button type="button" className="button" aria-expanded={openForm === form} onClick={() => onOpen(openForm === form ? undefined : { id: step.id, form })}>
      {label}
      <span className="hidden-text">, {name}</span>
    </button>
  );
  return (
    <li className={`step${step.dropped ? ' is-dropped' : ''}`}>
      <div className="step-line">
        <div>
          <p className="step-title">{name}</p>
          <p className="quiet small">
            {step.dropped ? (
              t('templates.droppedBecause', { reason: set?.dropReason ?? '' })
            ) : (
              <>
                {details.map((detail, place) => (
                  <span key={String(detail)}>
                    {place > 0 && ' · '}
                    {detail}
                  </span>
                ))}
              </>
            )}
          </p>
        </div>
        <div className="buttons no-print">
          {!step.dropped && button('change', t('templates.change'))}
          {!step.own && !step.dropped && button('drop', t('templates.drop'))}
          {set && (
            <button type="button" className="button" disabled={back.isPending} onClick={() => back.mutate()}>
              {t(step.own ? 'templates.remove' : step.dropped ? 'templates.takeBack' : 'templates.reset')}
              <span className="hidden-text">, {name}</span>
            </button>
          )}
        </div>
      </div>
      {back.error && <ProblemNotice problem={problemOf(back.error)} />}
      {openForm === 'change' && <TemplateForm key={set?.version ?? 0} kind={kind} step={step} places={places} onDone={() => onOpen(undefined)} />}
      {openForm === 'drop' && <DropForm kind={kind} step={step} onDone={() => onOpen(undefined)} />}
    </li>
  );
};

const adding = { id: 'new', form: 'change' } as const;

/** The steps that the next case opens, as the centre wants them; a case that is open keeps its own. */
export const TemplatesPage = () => {
  const { t, title } = useTemplateWords();
  const centre = useCentre();
  const query = useQuery(templatesQuery(centre.id));
  const [kind, setKind] = useState<MovementKind>('departure');
  const [open, setOpen] = useState<Open>();
  const steps = query.data?.items.find((one) => one.kind === kind)?.steps ?? [];
  const library = steps.filter((step) => !step.own);
  const places = [{ value: '0', label: t('templates.first') }, ...library.map((step, place) => ({ value: String(place + 1), label: t('templates.placeAfter', { step: title(step) }) }))];
  const dropped = steps.filter((step) => step.dropped).length;
  const own = steps.filter((step) => step.own).length;
  return (
    <Page
      title={t('templates.title')}
      lead={t('templates.lead')}
      actions={
        <button type="button" className="button primary" aria-expanded={open?.id === adding.id} onClick={() => setOpen(adding)}>
          {t('templates.add')}
        </button>
      }
    >
      <MovementTabs />
      <div className="buttons movement-choice no-print" role="group" aria-label={t('fields.movementKind')}>
        {(['arrival', 'change', 'suspension', 'departure'] satisfies (typeof movementKinds)[number][]).map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={one === kind}
            onClick={() => {
              setKind(one);
              setOpen(undefined);
            }}
          >
            {t(`movementKinds.${one}`)}
          </button>
        ))}
      </div>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && (
        <>
          <p className="list-count" role="status">
            {[t('templates.count', { count: steps.length - dropped }), own > 0 && t('templates.countOwn', { count: own }), dropped > 0 && t('templates.countDropped', { count: dropped })]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {open?.id === adding.id && <TemplateForm key={kind} kind={kind} places={places} onDone={() => setOpen(undefined)} />}
          <ul className="steps">
            {steps.map((step) => (
              <Item key={step.id} kind={kind} step={step} places={places} open={open} onOpen={setOpen} />
            ))}
          </ul>
          <p className="quiet small">
            {t('templates.rules')} <Link to={`/c/${centre.slug}/deadlines/rules`}>{t('templates.rulesLink')}</Link>
          </p>
        </>
      )}
    </Page>
  );
};
