import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { isOpen, PartPerson } from './part-person.tsx';
import { type Part, partQuery, type Right, useRefreshReviews } from './queries.ts';
import { usePart } from './use-part.ts';
import './reviews.css';

const Answers = ({ part, reread }: { part: Part; reread: () => Promise<Part> }) => {
  const { t } = useTranslation(['reviews', 'shell']);
  const { list } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshReviews();
  const answers = usePart(centre.id, part, reread);
  const [opened, setOpened] = useState<string | undefined>();
  const [seen, setSeen] = useState(() => new Set(part.people.filter((person) => person.seen).map(({ personId }) => personId)));
  const [problem, setProblem] = useState<Problem | undefined>();
  const [handing, setHanding] = useState(false);
  const heads = useRef(new Map<string, HTMLButtonElement>());
  const confirmButton = useRef<HTMLButtonElement | null>(null);
  const toConfirmButton = useRef(false);
  const path = { organizationId: centre.id, id: part.reviewId };

  const { people } = part;
  const rights = people.flatMap((person) => person.rights);
  const openRights = rights.filter((right) => isOpen(right, answers.answer(right)));
  const openPeople = people.filter((person) => person.rights.some((right) => isOpen(right, answers.answer(right))));
  const isHalf = (right: Right): boolean => !right.goneOn && answers.answer(right).decision !== null && isOpen(right, answers.answer(right));
  const half = rights.some(isHalf);
  const unseen = openPeople.filter(({ personId }) => !seen.has(personId));
  const handed = rights.length > 0 && rights.every((right) => right.handed || right.goneOn);
  const locked = !part.can.answer || handed;

  // After « all of this person », the next one's button takes the focus: a key is enough for the whole list.
  useEffect(() => {
    if (opened === undefined || !toConfirmButton.current) return;
    toConfirmButton.current = false;
    confirmButton.current?.focus({ preventScroll: true });
    confirmButton.current?.closest('.reviewed')?.scrollIntoView({ block: 'nearest' });
  }, [opened]);

  const open = (personId: string | undefined) => {
    setOpened(personId);
    if (personId === undefined || seen.has(personId) || !part.can.answer) return;
    setSeen(new Set([...seen, personId]));
    api.POST('/organizations/{organizationId}/accessReviews/{id}/seen', { params: { path }, body: { by: part.by, personIds: [personId] } }).catch((error: unknown) => {
      // Not seen as far as the server knows: it is told again when it is opened again.
      setSeen((known) => new Set([...known].filter((id) => id !== personId)));
      setProblem(problemOf(error));
    });
  };
  const move = (from: number, by: 1 | -1) => heads.current.get(people[from + by]?.personId ?? '')?.focus();
  const confirmPerson = (index: number) => {
    const person = people[index]!;
    const undecided = person.rights.filter((right) => !right.handed && !right.goneOn && answers.answer(right).decision === null);
    if (undecided.length > 0) answers.set(Object.fromEntries(undecided.map((right) => [right.id, { decision: 'confirm' as const }])));
    // A withdrawal without its reason, a change without its level, stays what it is: the missing word is asked for.
    if (person.rights.some((right) => isHalf(right))) return confirmButton.current?.closest('.reviewed')?.querySelector<HTMLElement>('[aria-invalid], select')?.focus();
    const next = [...people.slice(index + 1), ...people.slice(0, index)].find((other) => other.rights.some((right) => isOpen(right, answers.answer(right))));
    if (next) {
      toConfirmButton.current = true;
      open(next.personId);
    } else {
      setOpened(undefined);
      heads.current.get(person.personId)?.focus();
    }
  };
  const run = async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await answers.flush();
      await work();
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const confirmRest = () => run(() => unwrap(api.POST('/organizations/{organizationId}/accessReviews/{id}/confirm', { params: { path }, body: { by: part.by } })));
  const handIn = async () => {
    setHanding(true);
    await run(() => unwrap(api.POST('/organizations/{organizationId}/accessReviews/{id}/handIn', { params: { path }, body: { by: part.by } })));
    setHanding(false);
  };

  return (
    <>
      <div className="review-bar no-print">
        <p role="status">
          {handed
            ? t('part.handed')
            : [
                openRights.length === 0 ? t('part.allDecided') : t('part.left', { count: openRights.length, people: openPeople.length }),
                answers.state === 'offline' ? t('part.offline') : answers.state === 'saving' ? t('part.saving') : answers.state === 'saved' ? t('part.saved') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
        </p>
        {!locked && (
          <div className="buttons">
            <button type="button" className="button" disabled={openRights.length === 0 || unseen.length > 0 || half} aria-describedby="rest-help" onClick={() => void confirmRest()}>
              {t('part.confirmRest')}
            </button>
            <button type="button" className="button primary" disabled={openRights.length > 0 || handing || answers.state === 'offline'} onClick={() => void handIn()}>
              {t('part.handIn')}
            </button>
          </div>
        )}
        {!locked && (
          <p id="rest-help" className="quiet small">
            {unseen.length > 0
              ? t('part.unseen', { count: unseen.length, names: list(unseen.slice(0, 3).map(({ name }) => name)) })
              : openRights.length > 0
                ? t('part.restHelp')
                : t('part.handInHelp')}
          </p>
        )}
      </div>
      {(problem ?? answers.problem) && <ProblemNotice problem={(problem ?? answers.problem)!} domain="reviews" />}
      <ul className="reviewed-people">
        {people.map((person, index) => (
          <PartPerson
            key={person.personId}
            person={{ ...person, rights: person.rights.map((right) => answers.rights.get(right.id) ?? right) }}
            opened={opened === person.personId}
            locked={locked}
            answers={answers}
            head={(element) => (element ? heads.current.set(person.personId, element) : heads.current.delete(person.personId))}
            confirmButton={confirmButton}
            onToggle={() => open(opened === person.personId ? undefined : person.personId)}
            onMove={(by) => move(index, by)}
            onConfirm={() => confirmPerson(index)}
          />
        ))}
      </ul>
    </>
  );
};

/** The people that one answers for, on one page: opened one after the other, each right confirmed, changed or withdrawn; what is done saves itself. */
export const PartPage = () => {
  const { t } = useTranslation('reviews');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const { reviewId: id = '' } = useParams({ strict: false }) as { reviewId?: string };
  const { by: asked } = useSearch({ strict: false }) as { by?: string };
  const query = useQuery(partQuery(centre.id, id, asked ?? 'own'));
  const part = query.data;
  const base = `/c/${centre.slug}/reviews`;
  const lead = part && [
    part.own ? '' : part.reviewerName ? t('part.for', { name: part.reviewerName }) : t('part.forAdviser'),
    part.people.length === 0 ? t('part.nobody') : t('part.lead', { count: part.people.length, date: date(part.takenOn) }),
    part.state === 'underWay' && part.people.length > 0 ? t('part.until', { date: date(part.answerBy) }) : '',
  ];
  const reread = async () => (await query.refetch({ throwOnError: true })).data!;
  return (
    <Page
      title={part ? t('part.title', { year: part.year }) : t('part.one')}
      lead={lead?.filter(Boolean).join(' ')}
      back={may('review.read') ? { to: `${base}/${id}`, label: t('back') } : { to: base, label: t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {part && part.people.length > 0 && <Answers key={`${id} ${part.by}`} part={part} reread={reread} />}
    </Page>
  );
};
