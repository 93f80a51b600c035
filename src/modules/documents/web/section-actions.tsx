import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { useDraft } from '../../../web/draft.ts';
import { TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { longestReason } from '../wording.ts';
import { useRefreshDocuments } from './document-queries.ts';
import type { DocumentSections, Section } from './wording-queries.ts';

type Props = { text: DocumentSections; section: Section; done: (words: string) => void };

const Reason = z.strictObject({ reason: z.string().trim().min(1).max(longestReason) });

/** Why the section is left out; the norm's own are never asked. */
const LeaveOutForm = ({ text, section, done }: Props) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const { kind, language } = text;
  const draft = useDraft(`wording/${centre.id}/${kind}/${language}/${section.key}`);
  const path = { organizationId: centre.id };
  const form = useForm({
    schema: Reason,
    domain: 'documents',
    initial: { reason: '' },
    save: ({ reason }) =>
      section.wording
        ? unwrap(
            api.PUT('/organizations/{organizationId}/documentWordings/{id}', {
              params: { path: { ...path, id: section.wording.id } },
              headers: ifMatch(section.wording.version),
              body: { how: 'leftOut', reason },
            }),
          )
        : unwrap(api.POST('/organizations/{organizationId}/documentWordings', { params: { path }, body: { kind, language, sectionKey: section.key, how: 'leftOut', reason } })),
    onSaved: async () => {
      draft.drop();
      await refresh();
      done(t('wording.leftOutDone'));
    },
  });
  return (
    <Form form={form} submit={t('wording.leaveOut')}>
      <TextAreaField name="reason" label={t('wording.reasonLabel')} help={t('wording.reasonHelp')} maxLength={longestReason} />
    </Form>
  );
};

/** What else may be done with a section: left out, given back to the library, followed by one of the centre's own. */
export const SectionActions = ({ text, section, done }: Props) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshDocuments(centre.id);
  const [asking, setAsking] = useState<'leaveOut' | 'giveBack'>();
  const { kind, language } = text;
  const draft = useDraft(`wording/${centre.id}/${kind}/${language}/${section.key}`);
  const { key, wording, canLeaveOut } = section;
  const isOwn = section.state === 'added';
  const giveBack = useMutation({
    mutationFn: () =>
      unwrap(api.DELETE('/organizations/{organizationId}/documentWordings/{id}', { params: { path: { organizationId: centre.id, id: wording?.id ?? '' } }, headers: ifMatch(wording?.version ?? 0) })),
    onSuccess: async () => {
      setAsking(undefined);
      draft.drop();
      if (isOwn) await navigate({ to: '/c/$centre/documents/$kind/wording', params: { centre: centre.slug, kind } as never, search: { language } as never });
      await refresh();
      if (!isOwn) done(t('wording.taken'));
    },
    onError: refresh,
  });
  const close = () => setAsking(undefined);
  const words = isOwn ? 'wording.delete' : wording?.how === 'leftOut' ? 'wording.takeIn' : 'wording.giveBack';
  return (
    <section className="section-actions" aria-label={t('wording.more')}>
      <div className="buttons">
        {section.state !== 'gone' && (
          <Link className="button plain" to="/c/$centre/documents/$kind/wording/$section" params={{ centre: centre.slug, kind, section: 'new' } as never} search={{ language, after: key } as never}>
            {t('wording.addAfter')}
          </Link>
        )}
        {canLeaveOut && wording?.how !== 'leftOut' && (
          <button type="button" className="button plain" onClick={() => setAsking('leaveOut')}>
            {t('wording.leaveOut')}
          </button>
        )}
        {wording && !section.question && (
          <button type="button" className="button plain danger" onClick={() => setAsking('giveBack')}>
            {t(words)}
          </button>
        )}
      </div>
      {section.library && !canLeaveOut && <p className="quiet small">{t('wording.required')}</p>}
      <Dialog opened={asking === 'leaveOut'} onClose={close} title={t('wording.leaveOutTitle', { title: section.title })}>
        <LeaveOutForm
          text={text}
          section={section}
          done={(said) => {
            close();
            done(said);
          }}
        />
      </Dialog>
      <Dialog opened={asking === 'giveBack'} onClose={close} title={t(`${words}Title` as never, { title: section.title })}>
        <p>{t(`${words}Text` as never)}</p>
        {giveBack.error && <ProblemNotice problem={problemOf(giveBack.error)} />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => giveBack.mutate()}>
            {t(words)}
          </button>
          <button type="button" className="button" onClick={close} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </section>
  );
};
