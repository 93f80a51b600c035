import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../../kernel/language.ts';
import { api, base, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { wordsIn } from '../framework.ts';
import { Words } from './framework-norm.tsx';
import { type FrameworkItem, frameworksQuery, type ImportPlan, sendFramework } from './framework-queries.ts';
import { Origin } from './frameworks-page.tsx';
import { ImportPreview } from './import-preview.tsx';
import './frameworks.css';

type Options = { id: string; version: string; language: Language };
const asQuery = ({ id, version, language }: Options) => ({ ...(id.trim() ? { id: id.trim() } : {}), ...(version.trim() ? { version: version.trim() } : {}), language });

const Template = () => {
  const { t, i18n } = useTranslation(['frameworks', 'shell']);
  const ordered = languages.toSorted((a, b) => Number(b === i18n.language) - Number(a === i18n.language));
  return (
    <section>
      <h2>{t('importPage.template.title')}</h2>
      <p>{t('importPage.template.text')}</p>
      <div className="buttons">
        <span className="quiet small">{t('importPage.template.download')}</span>
        {ordered.map((language) => (
          <a
            key={language}
            className="button"
            download
            href={`${base}/frameworkTemplate?language=${language}`}
            lang={language}
            aria-label={`${t('importPage.template.download')} – ${t(`shell:ownLanguages.${language}`)}`}
          >
            {t(`shell:ownLanguages.${language}`)}
          </a>
        ))}
      </div>
    </section>
  );
};

const OptionFields = ({ options, set }: { options: Options; set: (options: Options) => void }) => {
  const { t } = useTranslation(['frameworks', 'shell']);
  return (
    <div className="framework-options">
      <label>
        {t('importPage.id')}
        <input className="control" value={options.id} autoComplete="off" onChange={(event) => set({ ...options, id: event.target.value })} />
      </label>
      <label>
        {t('importPage.version')}
        <input className="control" value={options.version} autoComplete="off" onChange={(event) => set({ ...options, version: event.target.value })} />
      </label>
      <label>
        {t('importPage.language')}
        <select className="control" value={options.language} onChange={(event) => set({ ...options, language: event.target.value as Language })}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`shell:ownLanguages.${language}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

const Kept = () => {
  const { t } = useTranslation(['frameworks', 'shell']);
  const { language, number } = useFormat();
  const queries = useQueryClient();
  const list = useQuery(frameworksQuery);
  const [asked, setAsked] = useState<FrameworkItem>();
  const remove = useMutation({
    mutationFn: ({ id, version }: FrameworkItem) =>
      unwrap(api.DELETE('/frameworks/{frameworkId}/versions/{frameworkVersion}', { params: { path: { frameworkId: id, frameworkVersion: version } }, headers: { 'if-match': '"1"' } })),
    onSuccess: () => {
      setAsked(undefined);
      return queries.invalidateQueries({ queryKey: ['frameworks'] });
    },
  });
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t('importPage.list')}</h2>
      <table className="list">
        <caption className="hidden-text">{t('importPage.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.framework')}</th>
            <th scope="col">{t('columns.version')}</th>
            <th scope="col" className="end">
              {t('columns.norms')}
            </th>
            <th scope="col">{t('columns.languages')}</th>
            <th scope="col">{t('columns.origin')}</th>
            <th scope="col">
              <span className="hidden-text">{t('columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.id} ${item.version}`}>
              <th scope="row">
                <Words texts={item.title} />
              </th>
              <td data-label={t('columns.version')}>
                <span>{item.version}</span>
              </td>
              <td data-label={t('columns.norms')} className="end">
                {number(item.norms)}
              </td>
              <td data-label={t('columns.languages')}>{item.languages.join(', ')}</td>
              <td data-label={t('columns.origin')}>
                <span>
                  <Origin item={item} />
                </span>
              </td>
              <td>
                {item.can['delete'] && (
                  <button type="button" className="button plain" onClick={() => setAsked(item)} aria-label={`${t('delete')} – ${item.id} ${item.version}`}>
                    {t('delete')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog opened={asked !== undefined} onClose={() => setAsked(undefined)} title={asked ? t('deleteTitle', { title: wordsIn(asked.title, language).text, version: asked.version }) : ''}>
        <p>{t('deleteText')}</p>
        {remove.error && <ProblemNotice problem={problemOf(remove.error)} />}
        <div className="buttons">
          <button type="button" className="button" onClick={() => asked && remove.mutate(asked)} disabled={remove.isPending}>
            {t('delete')}
          </button>
          <button type="button" className="button plain" onClick={() => setAsked(undefined)}>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </section>
  );
};

/** Where frameworks are imported: a file is looked at first, and kept by a second word. */
export const ImportFrameworksPage = () => {
  const { t, i18n } = useTranslation(['frameworks', 'shell']);
  const queries = useQueryClient();
  const [file, setFile] = useState<FormData>();
  const [plan, setPlan] = useState<ImportPlan>();
  const [options, setOptions] = useState<Options>({ id: '', version: '', language: i18n.language as Language });
  const look = useMutation({ mutationFn: (body: FormData) => sendFramework(body, { dryRun: 'true', ...asQuery(options) }), onSuccess: setPlan });
  const keep = useMutation({
    mutationFn: (body: FormData) => sendFramework(body, { dryRun: 'false', ...asQuery(options) }),
    onSuccess: (kept) => {
      setPlan(kept);
      return queries.invalidateQueries({ queryKey: ['frameworks'] });
    },
  });
  const again = (): void => {
    setFile(undefined);
    setPlan(undefined);
    look.reset();
    keep.reset();
  };
  const brings = plan && [...plan.frameworks, ...plan.mappings].some(({ state }) => state !== 'known');
  const error = look.error ?? keep.error;
  return (
    <Page title={t('importPage.title')} lead={t('importPage.lead')}>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {!plan && (
        <FilePicker
          label={t('importPage.choose')}
          help={t('importPage.help')}
          accept=".yaml,.yml,.json,.xlsx"
          send={async (body) => {
            setFile(body);
            return sendFramework(body, { dryRun: 'true', ...asQuery(options) });
          }}
          onSent={setPlan}
        />
      )}
      {plan?.kept && (
        <p className="notice done" role="status">
          {t('importPage.kept')}
        </p>
      )}
      {plan && !plan.kept && plan.faultsInAll === 0 && !brings && <p role="status">{t('importPage.nothingNew')}</p>}
      {plan && <ImportPreview plan={plan} />}
      {plan && !plan.kept && file && (
        <details className="framework-otherwise">
          <summary>{t('importPage.options')}</summary>
          <OptionFields options={options} set={setOptions} />
          <button type="button" className="button" disabled={look.isPending} onClick={() => look.mutate(file)}>
            {look.isPending ? t('shell:loading') : t('importPage.look')}
          </button>
        </details>
      )}
      {plan && file && (
        <div className="buttons">
          {!plan.kept && plan.faultsInAll === 0 && brings && (
            <button type="button" className="button primary" disabled={keep.isPending} onClick={() => keep.mutate(file)}>
              {keep.isPending ? t('shell:saving') : t('importPage.keep')}
            </button>
          )}
          <button type="button" className="button" onClick={again}>
            {t('importPage.other')}
          </button>
        </div>
      )}
      {!plan && <Template />}
      {!plan && <Kept />}
    </Page>
  );
};
