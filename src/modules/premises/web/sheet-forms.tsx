import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentLanguages } from '../../../kernel/language.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { RowsField } from '../../../web/rows-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { BuildingInput, type Danger, dangers, RenameInput, WordingInput } from '../sheet.ts';
import { Facts, Waiting } from './parts.tsx';
import { type Building, buildingsQuery, useRefreshPremises, type Wording, wordingsQuery } from './queries.ts';

const buildingFields = ['address', 'assemblyPoint', 'electricityCut', 'waterCut', 'gasCut', 'keysAt'] as const;

const Cancel = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button plain" onClick={onDone}>
      {t('cancel')}
    </button>
  );
};

const BuildingForm = ({ name, of, onDone }: { name: string; of: Building | undefined; onDone: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const path = { organizationId: centre.id, id: of?.id ?? '' };
  const form = useForm({
    schema: BuildingInput,
    domain: 'premises',
    initial: { building: name, ...Object.fromEntries(buildingFields.map((field) => [field, of?.[field]])) },
    version: of?.version,
    save: (values, { patch, version }) =>
      of
        ? unwrap(api.PATCH('/organizations/{organizationId}/premisesBuildings/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/premisesBuildings', { params: { path }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Cancel onDone={onDone} />}>
      {buildingFields.map((field) => (
        <TextField key={field} name={field} label={t(`fields.${field}`)} optional maxLength={field === 'address' ? 200 : 300} />
      ))}
    </Form>
  );
};

/** Another name for a building, wherever one stands. */
const RenameForm = ({ name, onDone }: { name: string; onDone: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const form = useForm({
    schema: RenameInput,
    domain: 'premises',
    initial: { from: name, to: name },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/premisesBuildings/rename', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form form={form} submit={t('sheets.rename')} cancel={<Cancel onDone={onDone} />}>
      <TextField name="to" label={t('fields.building')} help={t('sheets.renameHelp')} maxLength={120} />
    </Form>
  );
};

/** What a building has of its own. One that no zone names any more is shown as long as something stands under its name. */
const BuildingFacts = ({ names, buildings, known }: { names: string[]; buildings: string[]; known: Building[] }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const may = useMay()('premises.write');
  const refresh = useRefreshPremises(centre.id);
  const [editing, setEditing] = useState<string>();
  const [renaming, setRenaming] = useState<string>();
  return (
    <section className="sheet-part" aria-labelledby="sheet-buildings">
      <h2 id="sheet-buildings">{t('sheets.buildings')}</h2>
      <p className="quiet measure">{t('sheets.buildingsHelp')}</p>
      {names.map((name) => {
        const of = known.find(({ building }) => building === name);
        const lines = buildingFields.map((field) => [t(`fields.${field}`), of?.[field]] as const);
        return (
          <div key={name} role="group" aria-label={name} className="sheet-building">
            <h3>{name}</h3>
            {editing === name ? (
              <BuildingForm name={name} of={of} onDone={() => setEditing(undefined)} />
            ) : renaming === name ? (
              <RenameForm name={name} onDone={() => setRenaming(undefined)} />
            ) : (
              <>
                {!buildings.includes(name) && <p className="late">{t('sheets.noZones')}</p>}
                {lines.some(([, value]) => value) ? <Facts lines={lines} /> : <p className="quiet">{t('sheets.asCentre')}</p>}
                {may && (
                  <p className="buttons no-print">
                    <button type="button" className="button" onClick={() => setEditing(name)}>
                      {t('sheets.change')}
                      <span className="hidden-text"> {name}</span>
                    </button>
                    <button type="button" className="button plain" onClick={() => setRenaming(name)}>
                      {t('sheets.rename')}
                      <span className="hidden-text"> {name}</span>
                    </button>
                    {of && !buildings.includes(name) && (
                      <AskToDelete
                        label={t('sheets.remove')}
                        title={t('sheets.removeOf', { name })}
                        plain
                        remove={() =>
                          unwrap(
                            api.DELETE('/organizations/{organizationId}/premisesBuildings/{id}', {
                              params: { path: { organizationId: centre.id, id: of.id } },
                              headers: ifMatch(of.version),
                            }),
                          )
                        }
                        onDeleted={() => void refresh()}
                      />
                    )}
                  </p>
                )}
              </>
            )}
          </div>
        );
      })}
    </section>
  );
};

const WordingForm = ({ danger, of, buildings, onDone }: { danger: Danger; of: Wording | undefined; buildings: string[]; onDone: () => void }) => {
  const { t, i18n } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const path = { organizationId: centre.id, id: of?.id ?? '' };
  const form = useForm({
    schema: WordingInput,
    domain: 'premises',
    initial: { danger, lines: of?.lines ?? [] },
    version: of?.version,
    save: (values, { patch, version }) =>
      of
        ? unwrap(api.PATCH('/organizations/{organizationId}/sheetWordings/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/sheetWordings', { params: { path }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  const language = documentLanguages.find((one) => one === i18n.language) ?? 'fr';
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Cancel onDone={onDone} />}>
      <RowsField name="lines" label={t(`dangers.${danger}`)} add={t('sheets.addLine')} fresh={{ kind: 'do', language, text: '' }}>
        {(row) => (
          <>
            <SelectField name={`${row}.kind`} label={t('sheets.lineKind')} options={(['do', 'never'] as const).map((value) => ({ value, label: t(value === 'do' ? 'sheets.do' : 'sheets.dont') }))} />
            <SelectField
              name={`${row}.language`}
              label={t('sheets.language')}
              options={documentLanguages.map((value) => ({ value, label: t(`shell:languages.${value}` as never, { defaultValue: value.toUpperCase() }) }))}
            />
            <TextField name={`${row}.text`} label={t('fields.text')} maxLength={160} />
            {buildings.length > 1 && <SelectField name={`${row}.building`} label={t('fields.building')} optional options={buildings.map((value) => ({ value, label: value }))} />}
          </>
        )}
      </RowsField>
    </Form>
  );
};

/** The centre's own lines, danger by danger. */
const OwnLines = ({ buildings, known }: { buildings: string[]; known: Wording[] }) => {
  const { t } = useTranslation('premises');
  const may = useMay()('premises.write');
  const [editing, setEditing] = useState<Danger>();
  return (
    <section className="sheet-part" aria-labelledby="sheet-own">
      <h2 id="sheet-own">{t('sheets.ownTitle')}</h2>
      <p className="quiet measure">{t('sheets.ownHelp')}</p>
      <ul className="premises-lines">
        {dangers.map((danger) => {
          const of = known.find((one) => one.danger === danger);
          if (editing === danger)
            return (
              <li key={danger}>
                <WordingForm danger={danger} of={of} buildings={buildings} onDone={() => setEditing(undefined)} />
              </li>
            );
          return (
            <li key={danger}>
              <span>
                <b>{t(`dangers.${danger}`)}</b>
                {(of?.lines ?? []).length === 0 && <span className="quiet"> · {t('sheets.noLines')}</span>}
                {of?.lines.map((line) => (
                  <span key={`${line.language} ${line.text}`} className="sheet-own">
                    <span className="quiet small">{[line.language.toUpperCase(), t(line.kind === 'do' ? 'sheets.do' : 'sheets.dont'), line.building].filter(Boolean).join(', ')}</span> {line.text}
                  </span>
                ))}
              </span>
              {may && (
                <button type="button" className="button plain no-print" onClick={() => setEditing(danger)}>
                  {t('sheets.change')}
                  <span className="hidden-text"> {t(`dangers.${danger}`)}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** What the sheets say of the centre’s own: of each building where there are several, or where one has something, and its lines. `hanging` are the buildings under whose names sheets hang. */
export const OwnParts = ({ buildings, hanging }: { buildings: string[]; hanging: string[] }) => {
  const centre = useCentre();
  const [facts, wordings] = [useQuery(buildingsQuery(centre.id)), useQuery(wordingsQuery(centre.id))];
  // A form that opens before it knows what is there would write it anew.
  if (!facts.data || !wordings.data) return <Waiting query={facts.data ? wordings : facts} />;
  const [known, lines] = [facts.data.items, wordings.data.items];
  const names = [...new Set([...buildings, ...hanging, ...known.map(({ building }) => building), ...lines.flatMap((one) => one.lines.flatMap(({ building }) => building ?? []))])];
  return (
    <>
      {(names.length > 1 || known.length > 0) && <BuildingFacts names={names} buildings={buildings} known={known} />}
      <OwnLines buildings={names} known={lines} />
    </>
  );
};
