import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, base, localAddress, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { variants } from '../declaration.ts';
import { overviewQuery, type Scan, scansQuery, sheetsQuery, todayHere, useRefresh } from './queries.ts';
import { DeclarationTabs } from './tabs.tsx';

const AsSheet = z.strictObject({ sheetId: z.uuid(), signedOn: CivilDate });
const AsOther = z.strictObject({ personId: z.uuid(), variant: z.enum(['staff', 'council', 'outsider', 'firm']), signedOn: CivilDate });
const Aside = z.strictObject({ reason: z.string().trim().min(1).max(300) });

const useFiling = (scan: Scan, onDone: () => void) => {
  const centre = useCentre();
  const refresh = useRefresh();
  return {
    path: { organizationId: centre.id, id: scan.id },
    done: () => {
      void refresh();
      onDone();
    },
  };
};
type Filing = { scan: Scan; onDone: () => void };

const SheetForm = ({ scan, onDone }: Filing) => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const { path, done } = useFiling(scan, onDone);
  const sheets = useQuery(sheetsQuery(centre.id)).data?.items ?? [];
  const form = useForm({
    schema: AsSheet,
    domain: 'declarations',
    initial: { sheetId: sheets.find(({ id }) => id === scan.sheetId)?.id ?? '', signedOn: todayHere() },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/declarationScans/{id}/filing', { params: { path }, body })),
    onSaved: done,
  });
  return (
    <Form form={form} submit={t('scans.file')}>
      <SelectField name="sheetId" label={t('scans.whichSheet')} options={sheets.map((sheet) => ({ value: sheet.id, label: `${sheet.name}, ${t(`variants.${sheet.variant}`)}` }))} />
      <DateField name="signedOn" label={t('fields.signedOn')} max={todayHere()} />
    </Form>
  );
};

const OtherForm = ({ scan, onDone }: Filing) => {
  const { t } = useTranslation('declarations');
  const { path, done } = useFiling(scan, onDone);
  const form = useForm({
    schema: AsOther,
    domain: 'declarations',
    initial: { personId: '', variant: 'staff', signedOn: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/declarationScans/{id}/filing', { params: { path }, body })),
    onSaved: done,
  });
  return (
    <Form form={form} submit={t('scans.file')}>
      <PersonField name="personId" label={t('fields.personId')} />
      <SelectField name="variant" label={t('fields.variant')} options={variants.filter((value) => value !== 'partner').map((value) => ({ value, label: t(`variants.${value}`) }))} />
      <DateField name="signedOn" label={t('fields.signedOn')} max={todayHere()} />
    </Form>
  );
};

const AsideForm = ({ scan, onDone }: Filing) => {
  const { t } = useTranslation('declarations');
  const { path, done } = useFiling(scan, onDone);
  const form = useForm({
    schema: Aside,
    domain: 'declarations',
    initial: { reason: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/declarationScans/{id}/setAside', { params: { path }, body })),
    onSaved: done,
  });
  return (
    <Form form={form} submit={t('scans.setAside')}>
      <TextField name="reason" label={t('fields.reason')} maxLength={300} />
    </Form>
  );
};

const forms = { sheet: SheetForm, other: OtherForm, aside: AsideForm };

const OpenScan = ({ scan }: { scan: Scan }) => {
  const { t } = useTranslation('declarations');
  const [open, setOpen] = useState<keyof typeof forms>();
  const Chosen = open && forms[open];
  const pages = t('scans.pages', { count: scan.pages.length, pages: scan.pages.join(', ') });
  return (
    <li>
      <p>
        <a href={localAddress(scan.file)} download>
          {scan.batchName}
        </a>
        , {pages}
      </p>
      <p className="late">
        {t(`faults.${scan.fault ?? 'noCode'}`)} {scan.sheetName && t('scans.printedFor', { name: scan.sheetName })}
      </p>
      <div className="buttons">
        {(['sheet', 'other', 'aside'] as const).map((how) => (
          <button key={how} type="button" className="button" aria-expanded={open === how} onClick={() => setOpen(open === how ? undefined : how)}>
            {t(`scans.as.${how}`)}
            <span className="hidden-text">
              , {scan.batchName}, {pages}
            </span>
          </button>
        ))}
      </div>
      {Chosen && <Chosen key={open} scan={scan} onDone={() => setOpen(undefined)} />}
    </li>
  );
};

/** Undertakings on paper: scans that file themselves, those that wait for somebody, and the sheets that are out. */
export const PaperPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const refresh = useRefresh();
  const [result, setResult] = useState<readonly Scan[]>([]);
  const overview = useQuery(overviewQuery(centre.id)).data;
  const scans = useQuery(scansQuery(centre.id));
  const sheets = useQuery(sheetsQuery(centre.id));
  const missing = useMutation({
    mutationFn: async () => {
      const path = { organizationId: centre.id };
      const open = await unwrap(api.GET('/organizations/{organizationId}/declarationNeeds', { params: { path, query: { state: 'open', pageSize: 50 } } }));
      return unwrap(api.POST('/organizations/{organizationId}/declarationSheets', { params: { path }, body: { personIds: open.items.map(({ id }) => id) } }));
    },
    onSuccess: () => refresh(),
  });
  const waiting = scans.data?.items ?? [];
  const out = sheets.data?.items ?? [];
  const open = (overview?.missing ?? 0) + (overview?.renewal ?? 0);
  const day = (instant: string) => shortDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date(instant)));
  return (
    <Page title={t('paper.title')} lead={t('paper.lead')}>
      <DeclarationTabs />
      <section aria-labelledby="scan">
        <h2 id="scan">{t('scans.title')}</h2>
        <FilePicker
          label={t('scans.give')}
          help={t('scans.giveHelp')}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
          send={(body) => unwrap(api.POST('/organizations/{organizationId}/declarationScans', { params: { path: { organizationId: centre.id } }, body: body as never }))}
          onSent={({ parts }) => {
            setResult(parts);
            void refresh();
          }}
        />
        <div role="status">
          {result.length > 0 && (
            <ul className="notice done declaration-result">
              {result.map((part) => (
                <li key={part.id}>
                  {t('scans.pages', { count: part.pages.length, pages: part.pages.join(', ') })} :{' '}
                  {part.name ? t('scans.filed', { name: part.name, number: part.number }) : t(`faults.${part.fault ?? 'noCode'}`)}
                </li>
              ))}
            </ul>
          )}
        </div>
        {waiting.length > 0 && (
          <>
            <h3>{t('scans.waiting', { count: waiting.length })}</h3>
            <ul className="declaration-scans">
              {waiting.map((scan) => (
                <OpenScan key={scan.id} scan={scan} />
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="sheets">
        <h2 id="sheets">{t('sheets.title')}</h2>
        <p>{out.length === 0 ? t('sheets.none') : t('sheets.out', { count: out.length })}</p>
        {missing.error && <ProblemNotice problem={problemOf(missing.error)} domain="declarations" />}
        <div className="buttons no-print">
          {open > 0 && (
            <button type="button" className="button" aria-disabled={missing.isPending} onClick={() => missing.isPending || missing.mutate()}>
              {t('sheets.make', { count: Math.min(open, 50) })}
            </button>
          )}
          {out.length > 0 && (
            <a className="button" href={`${base}/organizations/${centre.id}/declarationSheets/print`} download>
              {t('sheets.print')}
            </a>
          )}
        </div>
        {out.length > 0 && (
          <ul className="plain">
            {out.map((sheet) => (
              <li key={sheet.id}>
                <a href={localAddress(sheet.file)} download>
                  {sheet.name}
                </a>{' '}
                <small className="quiet">{t('sheets.made', { date: day(sheet.madeAt) })}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
};
