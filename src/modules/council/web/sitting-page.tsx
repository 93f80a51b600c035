import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { AgendaItem, ItemForm } from './agenda-part.tsx';
import { BundlePart } from './bundle-part.tsx';
import { overviewQuery, type Sitting, sittingQuery, type Subject, useRefreshCouncil } from './queries.ts';
import { ResultsPart } from './results-part.tsx';
import { SittingForm } from './sitting-form.tsx';
import { useSubjectWords } from './words.ts';
import './council.css';

/** Ways to put something on the agenda: the monthly item with its drafted note, what awaits the council, procedures, free items. */
const AddItems = ({ sitting }: { sitting: Sitting }) => {
  const { t } = useTranslation('council');
  const say = useSubjectWords();
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const awaiting = useQuery(overviewQuery(centre.id)).data?.awaiting ?? [];
  const [adding, setAdding] = useState<'urgent' | 'other' | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const put = async (body: { kind: 'monthly' } | { kind: 'procedures' } | { kind: 'subject'; subjectKind: string; subjectId: string }) => {
    setProblem(undefined);
    try {
      await unwrap(api.POST('/organizations/{organizationId}/councilSittings/{id}/items', { params: { path: { organizationId: centre.id, id: sitting.id } }, body }));
    } catch (error) {
      setProblem(problemOf(error));
    }
    void refresh();
  };
  const has = (kind: string) => sitting.agenda.some((item) => item.kind === kind);
  const titleOf = (subject: Subject) => (subject.about ? `${subject.about} (${say(subject)})` : say(subject));
  return (
    <div className="no-print">
      {problem && <ProblemNotice problem={problem} domain="council" />}
      {adding ? (
        <ItemForm sitting={sitting} kind={adding} onDone={() => setAdding(undefined)} />
      ) : (
        <div className="buttons">
          {!has('monthly') && (
            <button type="button" className="button primary" onClick={() => void put({ kind: 'monthly' })}>
              {t('sitting.addMonthly')}
            </button>
          )}
          <button type="button" className="button" onClick={() => setAdding('urgent')}>
            {t('sitting.addUrgent')}
          </button>
          <button type="button" className="button" onClick={() => setAdding('other')}>
            {t('sitting.addOther')}
          </button>
          {!has('procedures') && (
            <button type="button" className="button" onClick={() => void put({ kind: 'procedures' })}>
              {t('sitting.addProcedures')}
            </button>
          )}
        </div>
      )}
      {sitting.organ === 'council' && awaiting.length > 0 && (
        <section aria-labelledby="awaiting">
          <h2 id="awaiting">{t('sitting.awaiting')}</h2>
          <p className="quiet small">{t('sitting.awaitingHelp')}</p>
          <ul className="council-awaiting">
            {awaiting.map((subject) => (
              <li key={subject.id}>
                <Link to={`/c/${centre.slug}/${subject.path}`}>{titleOf(subject)}</Link>
                <button type="button" className="button" onClick={() => void put({ kind: 'subject', subjectKind: subject.subjectKind, subjectId: subject.id })}>
                  {t('sitting.put')}
                  <span className="hidden-text">, {titleOf(subject)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const Delete = ({ sitting }: { sitting: Sitting }) => {
  const { t } = useTranslation('council');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshCouncil(centre.id);
  return (
    <AskToDelete
      label={t('sittings.delete')}
      title={t('sittings.deleteTitle')}
      text={t('sittings.deleteText')}
      remove={() => unwrap(api.DELETE('/organizations/{organizationId}/councilSittings/{id}', { params: { path: { organizationId: centre.id, id: sitting.id } }, headers: ifMatch(sitting.version) }))}
      onDeleted={() => {
        void navigate({ to: `/c/${centre.slug}/council` });
        void refresh();
      }}
    />
  );
};

/** One sitting: its agenda, what is put on it, its bundle, and what the council made of it. */
export const SittingPage = () => {
  const { t } = useTranslation(['council', 'shell']);
  const { date, list } = useFormat();
  const centre = useCentre();
  const { sittingId: id = '' } = useParams({ strict: false }) as { sittingId?: string };
  const query = useQuery(sittingQuery(centre.id, id));
  const [changing, setChanging] = useState(false);
  const sitting = query.data;
  const lead = sitting && [
    [sitting.startTime, sitting.place].filter(Boolean).join(', '),
    sitting.formerDates.length > 0 ? t('sittings.moved', { list: list(sitting.formerDates.map(date)) }) : '',
    sitting.cancelledOn ? t('sittings.cancelled', { date: date(sitting.cancelledOn) }) : '',
    sitting.state ? t(`sitting.next.${sitting.state}`) : '',
  ];
  return (
    <Page
      title={sitting ? t('sittings.of', { organ: t(`organs.${sitting.organ}`), date: date(sitting.heldOn) }) : t('sittings.one')}
      lead={lead
        ?.filter(Boolean)
        .map((part) => (part.endsWith('.') ? part : `${part}.`))
        .join(' ')}
      back={{ to: `/c/${centre.slug}/council`, label: t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {sitting && (
        <>
          <section aria-labelledby="agenda">
            <h2 id="agenda">{t('sitting.agenda')}</h2>
            {sitting.agenda.length === 0 && <p className="quiet">{t('sitting.noItems')}</p>}
            <ol className="council-agenda">
              {sitting.agenda.map((item, index) => (
                <AgendaItem key={item.id} sitting={sitting} item={item} index={index} />
              ))}
            </ol>
            {sitting.can['add'] && <AddItems sitting={sitting} />}
          </section>
          {sitting.agenda.length > 0 && <ResultsPart key={sitting.open} sitting={sitting} />}
          {sitting.agenda.length > 0 && <BundlePart sitting={sitting} />}
          {sitting.can['update'] && (
            <section className="no-print council-change">
              {changing ? (
                <SittingForm key={sitting.version} sitting={sitting} onDone={() => setChanging(false)} />
              ) : (
                <div className="buttons">
                  <button type="button" className="button" onClick={() => setChanging(true)}>
                    {t('sittings.change')}
                  </button>
                  {sitting.can['delete'] && <Delete sitting={sitting} />}
                </div>
              )}
            </section>
          )}
          <History organizationId={centre.id} table="council_sitting" recordId={sitting.id} version={sitting.version} />
        </>
      )}
    </Page>
  );
};
