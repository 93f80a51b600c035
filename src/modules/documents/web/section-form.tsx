import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { ProblemError, problemOf } from '../../../web/problem.ts';
import { useCentre } from '../../../web/session.ts';
import { mergeBodies, sourceChanges } from '../reading.ts';
import { longestBody, longestTitle, type SectionSource } from '../wording.ts';
import { useRefreshDocuments } from './document-queries.ts';
import { SectionEditor } from './section-editor.tsx';
import { useVariables } from './section-words.tsx';
import { TextChanges } from './text-changes.tsx';
import { type DocumentSections, type Section, sectionsQuery, useSay } from './wording-queries.ts';

const Written = z.strictObject({ title: z.string().trim().min(1).max(longestTitle), body: z.string().max(longestBody), level: z.enum(['1', '2']).optional() });

const sourceOfSection = (section: Section): SectionSource => ({ title: section.wording?.title ?? section.library?.title ?? '', body: section.wording?.body ?? section.library?.body ?? '' });

type Conflict = { section: Section; theirs: SectionSource };
type ConflictProps = { conflict: Conflict; mine: SectionSource; lang: string; keepMine: () => void; takeTheirs: () => void; merge: () => void };

/** Somebody else saved the section first: who and when, what differs, and what to do with it. */
const ConflictPart = ({ conflict, mine, lang, keepMine, takeTheirs, merge }: ConflictProps) => {
  const { t } = useTranslation('documents');
  const { moment } = useFormat();
  const say = useSay();
  const { wording } = conflict.section;
  return (
    <div className="notice soon wording-conflict form-problem" role="alert" tabIndex={-1}>
      <p>
        <b>{wording ? t('conflict.by', { who: wording.writtenBy ?? '–', when: moment(wording.writtenAt) }) : t('conflict.gone')}</b> {t('conflict.text')}
      </p>
      <TextChanges changes={sourceChanges(conflict.theirs, mine, say)} lang={lang} />
      <div className="buttons">
        <button type="button" className="button" onClick={merge}>
          {t('conflict.merge')}
        </button>
        <button type="button" className="button" onClick={keepMine}>
          {t('conflict.keepMine')}
        </button>
        <button type="button" className="button" onClick={takeTheirs}>
          {t('conflict.takeTheirs')}
        </button>
      </div>
    </div>
  );
};

/** Saves a section; `latest` is read anew where somebody else came first. */
const useSaving = (text: DocumentSections, given: Section) => {
  const centre = useCentre();
  const queries = useQueryClient();
  const { after } = useSearch({ strict: false }) as { after?: string };
  const section = useRef(given);
  const { kind, language } = text;
  const path = { organizationId: centre.id };
  const latest = async (): Promise<Section | undefined> => {
    const fresh = await queries.fetchQuery({ ...sectionsQuery(centre.id, kind, language), staleTime: 0 });
    const found = fresh.sections.find(({ key }) => key === given.key);
    if (found) section.current = found;
    return found;
  };
  const send = async ({ title, body, level }: z.output<typeof Written>, version: number | undefined) => {
    const { key, wording } = section.current;
    if (key === 'new' || !wording) {
      const own = key === 'new' ? { how: 'added' as const, after: after ?? '', level: level === '1' ? (1 as const) : (2 as const) } : { how: 'replaced' as const, sectionKey: key };
      return unwrap(api.POST('/organizations/{organizationId}/documentWordings', { params: { path }, body: { kind, language, ...own, title, body } }));
    }
    const own =
      wording.how === 'added' ? { how: 'added' as const, after: wording.after ?? '', level: (level ?? String(wording.level)) === '1' ? (1 as const) : (2 as const) } : { how: 'replaced' as const };
    const params = { path: { ...path, id: wording.id } };
    return unwrap(api.PUT('/organizations/{organizationId}/documentWordings/{id}', { params, headers: ifMatch(version ?? wording.version), body: { ...own, title, body } }));
  };
  return { send, latest };
};

/** A section to write: its title, its text, and a draft in this browser until it is saved. */
export const SectionForm = ({ text, section: given, done }: { text: DocumentSections; section: Section; done: (words: string) => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshDocuments(centre.id);
  const variables = useVariables(text);
  // What is written is compared with what was there when it was begun, whatever is read meanwhile.
  const [section] = useState(given);
  const [conflict, setConflict] = useState<Conflict>();
  const { send, latest } = useSaving(text, section);
  const { kind, language } = text;
  const base = sourceOfSection(section);
  const isOwn = section.state === 'added';
  const form = useForm({
    schema: Written,
    domain: 'documents',
    draft: `wording/${centre.id}/${kind}/${language}/${section.key}`,
    record: section.key === 'new' ? undefined : { register: 'document', id: `${kind}:${language}:${section.key}` },
    initial: { ...base, ...(isOwn ? { level: String(section.level) } : {}) },
    version: section.wording?.version,
    save: async (values, { version }) => {
      try {
        return await send(values, version === undefined ? undefined : Number(version));
      } catch (error) {
        const problem = problemOf(error);
        if (section.key === 'new' || ![404, 409, 412].includes(problem.status)) throw error;
        const now = await latest();
        if (!now) throw error;
        setConflict({ section: now, theirs: sourceOfSection(now) });
        throw new ProblemError({ type: 'urn:problem-type:beffroi:wordingChanged', status: problem.status });
      }
    },
    onSaved: async (saved: { sectionKey: string }) => {
      setConflict(undefined);
      await refresh();
      if (section.key === 'new') void navigate({ to: '../$section', params: { section: saved.sectionKey } as never, search: { language } as never, replace: true });
      else done(t('wording.saved'));
    },
  });
  const mine = (): SectionSource => ({ title: String(form.values['title']), body: String(form.values['body']) });
  const theirs = conflict && { initial: { ...form.values, ...conflict.theirs }, version: conflict.section.wording?.version ?? 0 };
  const settle = (body?: string) => {
    if (!theirs || !conflict) return;
    const title = form.values['title'] === base.title ? conflict.theirs.title : form.values['title'];
    form.startAgain(theirs);
    if (body !== undefined) {
      form.set('title', title);
      form.set('body', body);
    }
    setConflict(undefined);
  };
  return (
    <div className="own-side">
      <h2 className="hidden-text">{t('wording.own')}</h2>
      <Form
        form={form}
        wide
        submit={t('shell:save')}
        cancel={
          <Link className="button" to="/c/$centre/documents/$kind/wording" params={{ centre: centre.slug, kind } as never} search={{ language } as never}>
            {t('shell:cancel')}
          </Link>
        }
      >
        {conflict && theirs && (
          <ConflictPart
            conflict={conflict}
            mine={mine()}
            lang={language}
            keepMine={() => void form.submit(theirs)}
            takeTheirs={() => settle()}
            merge={() => settle(mergeBodies(base.body, mine().body, conflict.theirs.body))}
          />
        )}
        <TextField name="title" label={t('wording.sectionTitle')} maxLength={longestTitle} />
        {isOwn && (
          <ChoiceField
            name="level"
            label={t('wording.level')}
            options={[
              { value: '1', label: t('wording.chapter') },
              { value: '2', label: t('wording.part') },
            ]}
          />
        )}
        <SectionEditor name="body" label={t('wording.body')} section={section} variables={variables} lang={language} />
      </Form>
    </div>
  );
};
