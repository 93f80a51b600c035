import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Item, type Sitting, useRefreshCouncil } from './queries.ts';

const Words = z.strictObject({ title: z.string().trim().min(1).max(300), text: z.string().trim().min(1).max(10_000).optional() });

/** The words of an item: of a new one that is urgent or other, or of one that is there. */
export const ItemForm = ({ sitting, item, kind, onDone }: { sitting: Sitting; item?: Item; kind: 'urgent' | 'other'; onDone: () => void }) => {
  const { t } = useTranslation(['council', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const form = useForm({
    schema: Words,
    domain: 'council',
    initial: { title: item?.title ?? '', text: item?.text ?? '' },
    version: item?.version,
    save: (values, { patch, version }): Promise<unknown> =>
      item
        ? unwrap(api.PATCH('/organizations/{organizationId}/councilItems/{id}', { params: { path: { organizationId: centre.id, id: item.id } }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/councilSittings/{id}/items', { params: { path: { organizationId: centre.id, id: sitting.id } }, body: { kind, ...values } })),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextField name="title" label={t('fields.title')} maxLength={300} />
      <TextAreaField name="text" label={t('fields.text')} optional maxLength={10_000} />
    </Form>
  );
};

/** What may be done to an item: put it elsewhere in the order, change its words, move it to the next sitting, take it off. */
const ItemTools = ({ sitting, item, index, onEdit, onProblem }: { sitting: Sitting; item: Item; index: number; onEdit: () => void; onProblem: (problem: Problem | undefined) => void }) => {
  const { t } = useTranslation(['council', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const number = index + 1;
  const path = { organizationId: centre.id, id: item.id };
  const act = async (work: () => Promise<unknown>) => {
    onProblem(undefined);
    try {
      await work();
    } catch (error) {
      onProblem(problemOf(error));
    }
    void refresh();
  };
  const move = (by: number) => {
    const ids = sitting.agenda.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    ids.splice(index + by, 0, moved!);
    void act(() => unwrap(api.PUT('/organizations/{organizationId}/councilSittings/{id}/order', { params: { path: { organizationId: centre.id, id: sitting.id } }, body: { items: ids } })));
  };
  const { next } = sitting;
  return (
    <div className="buttons council-tools no-print">
      {index > 0 && (
        <button type="button" className="button plain" aria-label={t('sitting.upOf', { number })} onClick={() => move(-1)}>
          {t('sitting.up')}
        </button>
      )}
      {index < sitting.agenda.length - 1 && (
        <button type="button" className="button plain" aria-label={t('sitting.downOf', { number })} onClick={() => move(1)}>
          {t('sitting.down')}
        </button>
      )}
      {item.kind !== 'monthly' && (
        <button type="button" className="button plain" aria-label={t('sitting.editOf', { number })} onClick={onEdit}>
          {t('sitting.edit')}
        </button>
      )}
      {next && item.noteState !== 'presented' && (
        <button
          type="button"
          className="button plain"
          onClick={() => void act(() => unwrap(api.PATCH('/organizations/{organizationId}/councilItems/{id}', { params: { path }, headers: ifMatch(item.version), body: { sittingId: next.id } })))}
        >
          {t('sitting.moveTo', { date: shortDate(next.heldOn) })}
          <span className="hidden-text">, {item.title}</span>
        </button>
      )}
      {item.can['delete'] && (
        <button
          type="button"
          className="button plain"
          aria-label={t('sitting.removeOf', { number })}
          onClick={() => void act(() => unwrap(api.DELETE('/organizations/{organizationId}/councilItems/{id}', { params: { path }, headers: ifMatch(item.version) })))}
        >
          {t('shell:remove')}
        </button>
      )}
    </div>
  );
};

/** One item of the agenda: what it is, its papers, what became of it. */
export const AgendaItem = ({ sitting, item, index }: { sitting: Sitting; item: Item; index: number }) => {
  const { t } = useTranslation('council');
  const { date } = useFormat();
  const centre = useCentre();
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const base = `/c/${centre.slug}`;
  const facts = [
    t(`kinds.${item.kind}`),
    item.kind === 'monthly' && item.nihil ? t('sitting.nihil') : '',
    item.noteState ? t(`note.states.${item.noteState}`) : '',
    item.postponedFrom ? t('sitting.postponedFrom', { date: date(item.postponedFrom) }) : '',
    item.decidedOn && !item.result ? t('sitting.decidedOn', { date: date(item.decidedOn) }) : '',
    item.procedures ? t('sitting.procedures', { count: item.procedures.length, year: item.year }) : '',
  ].filter(Boolean);
  return (
    <li className="council-item">
      <span className="council-number" aria-hidden="true">
        {index + 1}
      </span>
      <div>
        <h3>{item.title}</h3>
        <p className="quiet small">{facts.join(' · ')}</p>
        {item.text && <p className="council-text">{item.text}</p>}
        {item.result && (
          <p className="council-result">
            {item.decisionNumber ? t('record.done', { result: t(`results.${item.result}`), number: item.decisionNumber }) : t(`results.${item.result}`)}
            {item.resultNote && <span className="quiet"> · {item.resultNote}</span>}
          </p>
        )}
        <p className="council-links">
          {item.noteId && <Link to={`${base}/council/sittings/${sitting.id}/note`}>{t('sitting.openNote')}</Link>}
          {item.path && <Link to={`${base}/${item.path}`}>{t('sitting.openRecord')}</Link>}
        </p>
        {problem && <ProblemNotice problem={problem} domain="council" />}
        {editing ? (
          <ItemForm sitting={sitting} item={item} kind="other" onDone={() => setEditing(false)} />
        ) : (
          item.can['update'] && <ItemTools sitting={sitting} item={item} index={index} onEdit={() => setEditing(true)} onProblem={setProblem} />
        )}
        {item.result && (item.resultNote ?? item.result === 'approved') && (
          <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'council', id: item.id }} title={item.resultNote ?? item.title} />
        )}
      </div>
    </li>
  );
};
