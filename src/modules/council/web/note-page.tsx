import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { Paper } from '../../../web/paper.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { NoteInput } from '../council.ts';
import { LinesField } from './note-lines.tsx';
import { type Note, noteQuery, previewQuery, useRefreshCouncil } from './queries.ts';
import './council.css';

const fieldsOf = ({ nihil, introduction, lines }: Note) => ({ nihil, introduction: introduction ?? '', lines });

const NoteForm = ({ note }: { note: Note }) => {
  const { t } = useTranslation('council');
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const path = { organizationId: centre.id, id: note.id };
  const form = useForm({
    schema: NoteInput,
    domain: 'council',
    draft: `council/${centre.id}/note/${note.id}`,
    initial: fieldsOf(note),
    version: note.version,
    save: (_values, { patch, version }) => unwrap(api.PATCH('/organizations/{organizationId}/councilNotes/{id}', { params: { path }, headers: ifMatch(version!), body: patch })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/councilNotes/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => void refresh(),
  });
  return (
    <Form form={form} submit={t('note.save')} wide>
      <CheckField name="nihil" label={t('note.nihil')} help={t('note.nihilHelp')} />
      <TextAreaField name="introduction" label={t('note.introduction')} help={t('note.introductionHelp')} optional maxLength={5000} />
      <LinesField />
    </Form>
  );
};

/** The next step of a note: ready, presented; or drafted again from the records. */
const Steps = ({ note, previewHash }: { note: Note; previewHash: string | undefined }) => {
  const { t } = useTranslation('council');
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const [problem, setProblem] = useState<Problem | undefined>();
  const [told, setTold] = useState('');
  const params = { path: { organizationId: centre.id, id: note.id } };
  const headers = ifMatch(note.version);
  const act = async (work: () => Promise<unknown>, after = '') => {
    setProblem(undefined);
    setTold('');
    try {
      await work();
      setTold(after);
    } catch (error) {
      setProblem(problemOf(error));
    }
    void refresh();
  };
  if (!note.can['update'] && !note.can['present']) return null;
  return (
    <section className="no-print council-steps" aria-label={t(`note.states.${note.state}`)}>
      {problem && <ProblemNotice problem={problem} domain="council" />}
      <p role="status" className="small quiet">
        {told}
      </p>
      {note.can['present'] && <p className="quiet">{t('note.presentText')}</p>}
      <div className="buttons">
        {note.can['present'] && (
          <button
            type="button"
            className="button primary"
            onClick={() => void act(() => unwrap(api.POST('/organizations/{organizationId}/councilNotes/{id}/present', { params, headers, body: previewHash ? { previewHash } : {} })))}
          >
            {t('note.present')}
          </button>
        )}
        {note.can['ready'] && note.state === 'draft' && (
          <button
            type="button"
            className="button primary"
            onClick={() => void act(() => unwrap(api.POST('/organizations/{organizationId}/councilNotes/{id}/ready', { params, headers, body: { ready: true } })))}
          >
            {t('note.ready')}
          </button>
        )}
        {note.can['ready'] && note.state === 'ready' && (
          <button
            type="button"
            className="button"
            onClick={() => void act(() => unwrap(api.POST('/organizations/{organizationId}/councilNotes/{id}/ready', { params, headers, body: { ready: false } })))}
          >
            {t('note.notReady')}
          </button>
        )}
        {note.can['update'] && (
          <button
            type="button"
            className="button"
            onClick={() => void act(() => unwrap(api.POST('/organizations/{organizationId}/councilNotes/{id}/draft', { params, headers })), t('note.againDone'))}
          >
            {t('note.again')}
          </button>
        )}
      </div>
    </section>
  );
};

/** The monthly note of a sitting: drafted lines, the way to present it, and the paper as the council reads it. */
export const NotePage = () => {
  const { t } = useTranslation(['council', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const { sittingId = '' } = useParams({ strict: false }) as { sittingId?: string };
  const query = useQuery(noteQuery(centre.id, sittingId));
  const note = query.data;
  const preview = useQuery({ ...previewQuery(centre.id, note ?? ({ id: '', version: 0 } as Note)), enabled: Boolean(note) });
  const lead = note && [
    t('note.of', { date: date(note.heldOn), from: date(note.periodFrom), until: date(note.periodUntil) }),
    t(`note.next.${note.state === 'presented' && !note.presentedBy ? 'presentedAlone' : note.state}`, { date: note.presentedOn ? date(note.presentedOn) : '', name: note.presentedBy ?? '' }),
  ];
  const nothing = query.error && problemOf(query.error).status === 404;
  return (
    <Page
      title={note ? `${t('note.title')} · ${t(`note.states.${note.state}`)}` : t('note.title')}
      lead={nothing ? t('note.none') : lead?.join(' ')}
      back={{ to: `/c/${centre.slug}/council/sittings/${sittingId}`, label: t('sittings.one') }}
    >
      {query.error && !nothing && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {note?.can['update'] && <NoteForm key={note.version} note={note} />}
      {note && <Steps note={note} previewHash={preview.data?.contentHash} />}
      {note && (
        <section aria-labelledby="preview">
          <h2 id="preview">{t('note.preview')}</h2>
          <div className="buttons no-print">
            {(['pdf', 'docx'] as const).map((format) => (
              <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/councilNotes/${note.id}/file?format=${format}`} download>
                {t(`note.files.${format}`)}
              </a>
            ))}
          </div>
          {note.contentHash && (
            <p className="small quiet">
              {t('note.hash')} <code>{note.contentHash}</code>
            </p>
          )}
          {preview.data && <Paper html={preview.data.html} />}
        </section>
      )}
    </Page>
  );
};
