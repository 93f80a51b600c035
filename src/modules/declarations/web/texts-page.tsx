import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type DocumentLanguage, documentLanguages } from '../../../kernel/language.ts';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, NumberField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { Paper } from '../../../web/paper.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { TextInput } from '../declaration.ts';
import { previewQuery, type Texts, textsQuery, todayHere, useRefresh } from './queries.ts';
import { DeclarationTabs } from './tabs.tsx';

type Of = Texts['variants'][number];
const Setting = z.strictObject({ renewMonths: z.int('invalidNumber').min(1).max(240).optional() });

const NewText = ({ of, onDone }: { of: Of; onDone: () => void }) => {
  const { t } = useTranslation(['declarations', 'shell']);
  const centre = useCentre();
  const refresh = useRefresh();
  const before = of.texts[0]?.additions ?? {};
  const form = useForm({
    schema: TextInput,
    domain: 'declarations',
    initial: { variant: of.variant, additions: { fr: before.fr ?? '', nl: before.nl ?? '', de: before.de ?? '' }, inForceOn: todayHere(), askAgain: false, reason: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/declarationTexts', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('texts.save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      {documentLanguages.map((language) => (
        <TextAreaField key={language} name={`additions.${language}`} label={t('texts.addition', { language: t(`languages.${language}`) })} help={t('texts.additionHelp')} optional maxLength={3000} />
      ))}
      <DateField name="inForceOn" label={t('fields.inForceOn')} min={todayHere()} />
      <CheckField name="askAgain" label={t('texts.askAgain')} help={t('texts.askAgainHelp')} />
      <TextField name="reason" label={t('fields.reason')} optional maxLength={300} />
    </Form>
  );
};

const Preview = ({ of, textId }: { of: Of; textId?: string | undefined }) => {
  const { t, i18n } = useTranslation('declarations');
  const centre = useCentre();
  const [language, setLanguage] = useState<DocumentLanguage>(documentLanguages.find((one) => one === i18n.language) ?? 'fr');
  const query = useQuery(previewQuery(centre.id, { variant: of.variant, language, ...(textId ? { textId } : {}) }));
  return (
    <div className="declaration-preview">
      <div className="buttons no-print" role="group" aria-label={t('own.language')}>
        {documentLanguages.map((one) => (
          <button key={one} type="button" className="button" lang={one} aria-pressed={language === one} onClick={() => setLanguage(one)}>
            {t(`languages.${one}`)}
          </button>
        ))}
      </div>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && <Paper html={query.data.html} />}
    </div>
  );
};

const Variant = ({ of, may }: { of: Of; may: boolean }) => {
  const { t } = useTranslation('declarations');
  const { date } = useFormat();
  const [open, setOpen] = useState<'text' | 'new'>();
  const current = of.texts.find(({ state }) => state === 'inForce');
  const name = t(`variants.${of.variant}`);
  return (
    <section aria-labelledby={of.variant} className="declaration-text">
      <h2 id={of.variant}>{name}</h2>
      <p>{current ? t('texts.inForce', { number: current.number, date: date(current.inForceOn) }) : t('texts.library')}</p>
      {of.newer && <p className="notice soon">{t('texts.newer', { revision: of.libraryRevision })}</p>}
      {of.texts.length > 1 && (
        <ul className="plain quiet small">
          {of.texts
            .filter((text) => text !== current)
            .map((text) => (
              <li key={text.id}>
                {t(`texts.${text.state === 'coming' ? 'coming' : 'replaced'}`, { number: text.number, date: date(text.inForceOn) })} {t(text.askAgain ? 'texts.askedAgain' : 'texts.fromThen')}{' '}
                {text.reason}
              </li>
            ))}
        </ul>
      )}
      <div className="buttons no-print">
        <button type="button" className="button" aria-expanded={open === 'text'} onClick={() => setOpen(open === 'text' ? undefined : 'text')}>
          {t('texts.read')}
          <span className="hidden-text">, {name}</span>
        </button>
        {may && (
          <button type="button" className="button" aria-expanded={open === 'new'} onClick={() => setOpen(open === 'new' ? undefined : 'new')}>
            {t('texts.change')}
            <span className="hidden-text">, {name}</span>
          </button>
        )}
      </div>
      {open === 'text' && <Preview of={of} textId={current?.id} />}
      {open === 'new' && <NewText key={of.texts.length} of={of} onDone={() => setOpen(undefined)} />}
    </section>
  );
};

const Renewal = ({ months }: { months: number | undefined }) => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const refresh = useRefresh();
  const form = useForm({
    schema: Setting,
    domain: 'declarations',
    initial: { renewMonths: months === undefined ? '' : String(months) },
    save: (body) => unwrap(api.PUT('/organizations/{organizationId}/declarationSetting', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => void refresh(),
  });
  return (
    <Form form={form} submit={t('texts.saveRenewal')}>
      <NumberField name="renewMonths" label={t('fields.renewMonths')} help={t('texts.renewHelp')} optional />
    </Form>
  );
};

/** The texts that are signed, their versions, and when they are asked for again. */
export const DeclarationTextsPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const centre = useCentre();
  const query = useQuery(textsQuery(centre.id));
  const texts = query.data;
  return (
    <Page title={t('texts.title')} lead={t('texts.lead')}>
      <DeclarationTabs />
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {texts?.variants.map((of) => (
        <Variant key={of.variant} of={of} may={texts.can['text'] === true} />
      ))}
      {texts && (
        <section aria-labelledby="renewal">
          <h2 id="renewal">{t('texts.renewal')}</h2>
          {texts.can['text'] ? <Renewal key={texts.renewMonths ?? 0} months={texts.renewMonths} /> : <p>{texts.renewMonths ? t('texts.every', { count: texts.renewMonths }) : t('texts.never')}</p>}
        </section>
      )}
    </Page>
  );
};
