import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, ifMatch, localAddress, unwrap } from '../../../web/api.ts';
import { DateField, TextField } from '../../../web/fields.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { EvidenceNote } from '../evidence.ts';
import type { Evidence, NormRow } from './assessment-queries.ts';
import { useFactWords } from './fact-words.ts';

type Props = { row: NormRow; own: boolean; onChanged: () => void };

const LinkForm = ({ row, own, onChanged, onDone }: Props & { onDone: () => void }) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const form = useForm({
    schema: z.strictObject({ url: z.url({ protocol: /^https$/, error: 'invalidHttpsUrl' }), title: EvidenceNote.shape.title, validUntil: CivilDate.optional() }),
    domain: 'norms',
    initial: { url: '', title: '', validUntil: '' },
    save: (values) => {
      const request = { params: { path: { organizationId: centre.id, id: row.id } }, body: { kind: 'link' as const, ...values } };
      return unwrap(own ? api.POST('/organizations/{organizationId}/ownNorms/{id}/proofs', request) : api.POST('/organizations/{organizationId}/assessmentNorms/{id}/proofs', request));
    },
    onSaved: () => {
      onDone();
      onChanged();
    },
  });
  return (
    <Form
      form={form}
      submit={t('evidence.add')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextField name="url" type="url" label={t('fields.url')} help={t('evidence.urlHelp')} maxLength={1000} />
      <TextField name="title" label={t('fields.title')} optional maxLength={200} />
      <DateField name="validUntil" label={t('fields.validUntil')} optional />
    </Form>
  );
};

const NoteForm = ({ one, own, onChanged, onDone }: { one: Evidence; own: boolean; onChanged: () => void; onDone: () => void }) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const form = useForm({
    schema: EvidenceNote,
    domain: 'norms',
    initial: { title: one.title ?? '', validUntil: one.validUntil ?? '' },
    version: one.version,
    save: (_values, { patch, version }) => {
      const request = { params: { path: { organizationId: centre.id, id: one.id } }, headers: ifMatch(version!), body: patch as never };
      return unwrap(own ? api.PATCH('/organizations/{organizationId}/ownProofs/{id}', request) : api.PATCH('/organizations/{organizationId}/assessmentProofs/{id}', request));
    },
    onSaved: () => {
      onDone();
      onChanged();
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
      <TextField name="title" label={t('fields.title')} optional maxLength={200} />
      <DateField name="validUntil" label={t('fields.validUntil')} optional />
    </Form>
  );
};

/** What a piece of evidence is: its name as a link to it, and what it is worth today. */
export const EvidenceLine = ({ one }: { one: Evidence }) => {
  const { t } = useTranslation('norms');
  const { shortDate } = useFormat();
  const { say, nameOf } = useFactWords();
  const centre = useCentre();
  const name =
    one.title ??
    (one.kind === 'link' ? (one.url ?? '').replace(/^https:\/\//, '') : one.kind === 'fact' ? (one.fact ? say(one.fact) : nameOf(one.factId ?? '')) : (one.file?.name ?? t('evidence.file')));
  const worth = one.state === 'valid' ? undefined : t(`evidenceStates.${one.state}`, { date: one.validUntil ? shortDate(one.validUntil) : '' });
  return (
    <>
      {one.file ? (
        <a href={localAddress(one.file.href)} download>
          {name}
        </a>
      ) : one.kind === 'link' ? (
        <a href={one.url} rel="noreferrer noopener" target="_blank">
          {name}
        </a>
      ) : one.fact ? (
        <Link to={`/c/${centre.slug}/${one.fact.path}`}>{name}</Link>
      ) : (
        name
      )}
      <span className="small quiet">
        {' '}
        {t(`evidenceKinds.${one.kind}`)}
        {one.state === 'valid' && one.validUntil ? ` · ${t('evidence.until', { date: shortDate(one.validUntil) })}` : ''}
      </span>
      {worth && <span className={`small ${one.state === 'endsSoon' ? 'norm-soon' : 'norm-late'}`}>{worth}</span>}
    </>
  );
};

/** What proves the answer: files, addresses, facts of Beffroi; and those facts that usually prove this norm, one click away. */
export const NormEvidence = ({ row, own, onChanged }: Props) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const { say } = useFactWords();
  const [open, setOpen] = useState<'link' | 'file' | string | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const may = row.can['answer'] ?? false;
  const close = () => setOpen(undefined);
  const act = async (work: Promise<unknown>) => {
    setProblem(undefined);
    try {
      await work;
      onChanged();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const addFact = (fact: string) => {
    const request = { params: { path: { organizationId: centre.id, id: row.id } }, body: { kind: 'fact' as const, fact } };
    return act(unwrap(own ? api.POST('/organizations/{organizationId}/ownNorms/{id}/proofs', request) : api.POST('/organizations/{organizationId}/assessmentNorms/{id}/proofs', request)));
  };
  const remove = (one: Evidence) => {
    const request = { params: { path: { organizationId: centre.id, id: one.id } }, headers: ifMatch(one.version) };
    return act(unwrap(own ? api.DELETE('/organizations/{organizationId}/ownProofs/{id}', request) : api.DELETE('/organizations/{organizationId}/assessmentProofs/{id}', request)));
  };
  const suggested = may ? row.facts.filter(({ id }) => !row.evidence.some(({ factId }) => factId === id)) : [];
  return (
    <div className="norm-evidence">
      <h3>{t('evidence.title')}</h3>
      {row.evidence.length === 0 && suggested.length === 0 && <p className="quiet small">{t('evidence.nothing')}</p>}
      {problem && <ProblemNotice problem={problem} domain="norms" />}
      <ul className="plain-list">
        {row.evidence.map((one) => (
          <li key={one.id} className={`evidence ${one.state}`}>
            <EvidenceLine one={one} />
            {may && (
              <span className="evidence-tools no-print">
                <button type="button" className="button plain" aria-expanded={open === one.id} onClick={() => setOpen(open === one.id ? undefined : one.id)}>
                  {t('evidence.change')}
                </button>
                <button type="button" className="button plain" onClick={() => void remove(one)}>
                  {t('shell:remove')}
                </button>
              </span>
            )}
            {open === one.id && <NoteForm one={one} own={own} onChanged={onChanged} onDone={close} />}
          </li>
        ))}
        {suggested.map((fact) => (
          <li key={fact.id} className="evidence suggested">
            <span className={fact.state === 'true' ? 'quiet' : 'norm-late'}>{say(fact)}</span>{' '}
            <button type="button" className="button plain no-print" onClick={() => void addFact(fact.id)}>
              {t('evidence.take')}
              <span className="hidden-text">, {say(fact)}</span>
            </button>
          </li>
        ))}
      </ul>
      {may && open !== 'link' && open !== 'file' && (
        <p className="buttons no-print">
          <button type="button" className="button" onClick={() => setOpen('file')}>
            {t('evidence.file')}
            <span className="hidden-text">, {row.norm.id}</span>
          </button>
          <button type="button" className="button" onClick={() => setOpen('link')}>
            {t('evidence.link')}
            <span className="hidden-text">, {row.norm.id}</span>
          </button>
        </p>
      )}
      {open === 'link' && <LinkForm row={row} own={own} onChanged={onChanged} onDone={close} />}
      {open === 'file' && (
        <>
          <FilePicker
            plain
            label={t('evidence.choose')}
            help={t('evidence.fileHelp')}
            accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
            send={(body) => {
              const request = { params: { path: { organizationId: centre.id, id: row.id } }, body: body as never };
              return unwrap(own ? api.POST('/organizations/{organizationId}/ownNorms/{id}/files', request) : api.POST('/organizations/{organizationId}/assessmentNorms/{id}/files', request));
            }}
            onSent={() => {
              close();
              onChanged();
            }}
          />
          <button type="button" className="button plain" onClick={close}>
            {t('shell:cancel')}
          </button>
        </>
      )}
    </div>
  );
};
