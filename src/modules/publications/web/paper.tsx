import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, type Collection, follow, localAddress, unwrap } from '../../../web/api.ts';
import { DateField, SelectField } from '../../../web/fields.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { CheckList } from './audience-fields.tsx';
import { type Publication, type Recipient, sheetsQuery, todayHere, useRefresh } from './publication-queries.ts';

type Props = { publication: Publication; say: (words: string) => void };
const Signatures = z.strictObject({ personIds: z.array(z.uuid()).min(1, 'chooseOne'), confirmedOn: CivilDate, sheetId: z.uuid().optional() });

/** Everybody who waits, page after page. */
const everybodyWaiting = async (organizationId: string, id: string, signal: AbortSignal): Promise<Recipient[]> => {
  let page: Collection<Recipient> = await unwrap(
    api.GET('/organizations/{organizationId}/publications/{id}/recipients', { params: { path: { organizationId, id }, query: { state: 'waiting', pageSize: 200 } }, signal }),
  );
  const items = [...page.items];
  while (page.next) {
    page = (await follow<Collection<Recipient>>(page.next, signal)).data;
    items.push(...page.items);
  }
  return items;
};

const SignaturesForm = ({ publication, onDone }: { publication: Publication; onDone: (recorded?: number) => void }) => {
  const { t } = useTranslation(['publications', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const path = { organizationId: centre.id, id: publication.id };
  const waiting = useQuery({ queryKey: ['publications', centre.id, 'waiting', publication.id], queryFn: ({ signal }) => everybodyWaiting(centre.id, publication.id, signal), staleTime: 0 }).data ?? [];
  const sheets = useQuery(sheetsQuery(centre.id, publication.id)).data?.items ?? [];
  const form = useForm({
    schema: Signatures,
    domain: 'publications',
    initial: { personIds: [], confirmedOn: todayHere(), sheetId: sheets[0]?.id ?? '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/publications/{id}/confirmations', { params: { path }, body })),
    onSaved: ({ recorded }: { recorded: number }) => onDone(recorded),
  });
  return (
    <Form
      form={form}
      submit={t('paper.save')}
      cancel={
        <button type="button" className="button" onClick={() => onDone()}>
          {t('shell:cancel')}
        </button>
      }
    >
      <DateField name="confirmedOn" label={t('paper.date')} min={publication.startsOn} max={todayHere()} />
      {sheets.length > 0 && (
        <SelectField
          name="sheetId"
          label={t('paper.sheet')}
          optional
          options={sheets.map((sheet) => ({ value: sheet.id, label: `${sheet.name}, ${t('paper.received', { date: shortDate(sheet.receivedAt.slice(0, 10)) })}` }))}
        />
      )}
      <button
        type="button"
        className="button plain"
        onClick={() =>
          form.set(
            'personIds',
            waiting.map(({ id }) => id),
          )
        }
      >
        {t('paper.all')}
      </button>
      <CheckList
        name="personIds"
        label={t('paper.who')}
        options={waiting.map(({ id, personName, serviceName }) => ({ value: id, label: serviceName ? `${personName}, ${serviceName}` : personName }))}
      />
    </Form>
  );
};

/** Signatures on paper: the scans that came back, and entering who has signed. */
export const Paper = ({ publication, say }: Props) => {
  const { t } = useTranslation('publications');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const [open, setOpen] = useState(false);
  const sheets = useQuery(sheetsQuery(centre.id, publication.id)).data?.items ?? [];
  const mayEnter = publication.can['record'] && publication.state !== 'ended';
  if (!mayEnter && sheets.length === 0) return null;
  return (
    <section aria-labelledby="on-paper">
      <h2 id="on-paper">{t('paper.title')}</h2>
      {mayEnter && <p>{t('paper.text')}</p>}
      {sheets.length > 0 && (
        <ul className="plain">
          {sheets.map((sheet) => (
            <li key={sheet.id}>
              <a href={localAddress(sheet.file)} download>
                {sheet.name}
              </a>{' '}
              <small className="quiet">{t('paper.received', { date: shortDate(sheet.receivedAt.slice(0, 10)) })}</small>
            </li>
          ))}
        </ul>
      )}
      {mayEnter && (
        <>
          <FilePicker
            label={t('paper.give')}
            help={t('paper.giveHelp')}
            accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
            plain
            send={(body) => unwrap(api.POST('/organizations/{organizationId}/publications/{id}/sheets', { params: { path: { organizationId: centre.id, id: publication.id } }, body: body as never }))}
            onSent={() => void refresh()}
          />
          {open ? (
            <SignaturesForm
              publication={publication}
              onDone={(recorded) => {
                setOpen(false);
                if (recorded === undefined) return;
                say(t('paper.saved', { count: recorded }));
                void refresh();
              }}
            />
          ) : (
            publication.waiting > 0 && (
              <button type="button" className="button no-print" onClick={() => setOpen(true)}>
                {t('paper.enter')}
              </button>
            )
          )}
        </>
      )}
    </section>
  );
};
