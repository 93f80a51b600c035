/** The state behind `Form`: values, errors, draft, conflict. Pages call `useForm`; fields read it through `useFormContext`. */
import { createContext, useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { z } from 'zod';
import { useConnected } from './connection.ts';
import { useDraft } from './draft.ts';
import { differingPaths, laidOver, mergePatch, sameValue, valueAt, withoutEmpty, withValueAt, type Values } from './form-values.ts';
import { fieldPath, issueCode, ProblemError, problemOf, zodIssueCode, type Problem } from './problem.ts';

/** What `save` gets beside the values: the changes alone (for PATCH) and the version they were made upon (for `ifMatch`). */
export type Saving = { patch: Values; version: number | string | undefined };

/** A record as it now stands on the server, fetched when a save met somebody else's change. */
export type Latest = { initial: object; version: number | string };

export type FormOptions<Schema extends z.ZodType> = {
  schema: Schema;
  /** Values to begin with; empty fields are `''`. A record's own values when it is changed. */
  initial: object;
  version?: number | string | undefined;
  /** Sends; throws `ProblemError`. Its issues land beside their fields. */
  save: (values: z.output<Schema>, saving: Saving) => Promise<unknown>;
  /** After a save, e.g. go to the record. The form no longer counts as changed. */
  onSaved?: (result: never) => void;
  /** A name for the draft kept on this device (`person/<id>`); without it none is kept, as for passwords. */
  draft?: string;
  /** Which record it changes: others who have its form open are told who and what (src/web/presence.tsx). */
  record?: { register: string; id: string } | undefined;
  /** The module whose `issues.*` texts come before the shell's. */
  domain?: string;
  /** Fetches the record again when somebody else has changed it meanwhile. */
  latest?: () => Promise<Latest>;
};

export type FieldError = { code: string; parameters?: Record<string, string | number> | undefined };

const errorsOf = (schema: z.ZodType, values: Values): Record<string, FieldError> => {
  const result = schema.safeParse(withoutEmpty(values) ?? {});
  if (result.success) return {};
  const errors: Record<string, FieldError> = {};
  for (const issue of result.error.issues) {
    const limit = { ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}), ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}) };
    errors[issue.path.join('.')] ??= { code: zodIssueCode(issue), parameters: limit };
  }
  return errors;
};

const serverErrors = (problem: Problem): Record<string, FieldError> =>
  Object.fromEntries((problem.issues ?? []).map((issue) => [fieldPath(issue.name ?? ''), { code: issueCode(issue), parameters: issue.parameters }]));

/** What a save met: the record as somebody else left it, who they were where a save was refused, and what was changed by both. */
export type Conflict = Latest & { problem?: Problem; both: string[] };

/** How often a save that found no connection is sent again by itself. */
const resends = 5;

const conflictOf = (latest: Latest, base: Values, mine: Values, problem?: Problem): Conflict => {
  const theirs = latest.initial as Values;
  const both = differingPaths(mine, theirs).filter((path) => !sameValue(valueAt(mine, path), valueAt(base, path)) && !sameValue(valueAt(theirs, path), valueAt(base, path)));
  return { ...latest, both, ...(problem ? { problem } : {}) };
};

export const useForm = <Schema extends z.ZodType>(options: FormOptions<Schema>) => {
  const { schema, save, onSaved, domain, latest } = options;
  const draft = useDraft(options.draft);
  const connected = useConnected();
  const [start] = useState((): { values: Values; from: Values; at?: Date; met?: Conflict } => {
    const record = options.initial as Values;
    const kept = draft.read();
    if (!kept) return { values: record, from: record };
    const laid = laidOver(record, kept.changes);
    const met = conflictOf({ initial: record, version: options.version ?? 0 }, laid.from, laid.values);
    // Somebody changed since what the draft changes: it is asked which counts. Otherwise the draft is a change of the record as it is.
    return met.both.length > 0 ? { ...laid, at: kept.at, met } : { values: laid.values, from: record, at: kept.at };
  });
  const [base, setBase] = useState<{ values: Values; version: number | string | undefined }>({ values: start.from, version: options.version });
  const [values, setValues] = useState<Values>(start.values);
  const [errors, setErrors] = useState<Record<string, FieldError>>({});
  const [problem, setProblem] = useState<Problem | undefined>();
  const [conflict, setConflict] = useState<Conflict | undefined>(start.met);
  /** Of the fields that both changed, those where theirs counts. */
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [fromDraft, setFromDraft] = useState<Date | undefined>(start.at);
  const [attempts, setAttempts] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const sentAgain = useRef(0);
  const labels = useRef(new Map<string, { label: string; say?: ((value: unknown) => string | undefined) | undefined }>());
  const finished = useRef(false);
  const dirty = !finished.current && !sameValue(values, base.values);

  useEffect(() => {
    if (!finished.current) draft.write(base.values, values);
  }, [draft, values, base]);

  const set = (path: string, value: unknown) => {
    finished.current = false;
    setValues((old) => withValueAt(old, path, value));
    setErrors(({ [path]: _gone, ...others }) => others);
  };

  const failed = async (error: unknown, sent: Values) => {
    const met = problemOf(error);
    if (!(error instanceof ProblemError)) console.error(error);
    if (met.status === 412 && latest) {
      const now = await latest();
      // The answer to an earlier try was lost, and what was sent is there already: saved upon it, it changes nothing more.
      if (sentAgain.current > 0 && sameValue(now.initial, sent)) return void (await send(sent, { values: now.initial as Values, version: now.version }));
      setTheirs([]);
      setConflict(conflictOf(now, base.values, sent, met));
    } else {
      setErrors(serverErrors(met));
      setProblem(met);
      setWaiting(met.status === 0 && sentAgain.current < resends);
    }
    setAttempts((count) => count + 1);
  };

  const send = async (sent: Values, upon: typeof base): Promise<void> => {
    setProblem(undefined);
    setWaiting(false);
    const found = errorsOf(schema, sent);
    setErrors(found);
    if (Object.keys(found).length > 0) return setAttempts((count) => count + 1);
    setBusy(true);
    try {
      const result = await save(schema.parse(withoutEmpty(sent) ?? {}), { patch: mergePatch(upon.values, sent), version: upon.version });
      finished.current = true;
      sentAgain.current = 0;
      draft.drop();
      setFromDraft(undefined);
      setConflict(undefined);
      setBase({ values: sent, version: upon.version });
      onSaved?.(result as never);
    } catch (error) {
      await failed(error, sent);
    } finally {
      setBusy(false);
    }
  };

  /** Back to what the server holds (`to` when somebody else changed it); what was typed is let go. */
  const startAgain = (to: Latest | undefined = conflict) => {
    draft.drop();
    const next = to ? { values: to.initial as Values, version: to.version } : base;
    setBase(next);
    setValues(next.values);
    setErrors({});
    setProblem(undefined);
    setConflict(undefined);
    setFromDraft(undefined);
    setWaiting(false);
  };

  /** Saves what is mine upon the record as it now is: my changes, but for the fields where theirs was chosen. */
  const resolve = async (met: Conflict) => {
    const now = met.initial as Values;
    const mine = differingPaths(base.values, values).filter((path) => !theirs.includes(path));
    const next = mine.reduce((merged, path) => withValueAt(merged, path, valueAt(values, path)), now);
    if (sameValue(next, now)) return startAgain(met);
    const upon = { values: now, version: met.version };
    setBase(upon);
    setValues(next);
    setConflict(undefined);
    setFromDraft(undefined);
    await send(next, upon);
  };

  /** Saves; with `over`, upon the version that somebody else left, all of mine counting. */
  const submit = async (over?: Latest) => {
    if (busy) return;
    if (over) return send(values, { ...base, version: over.version });
    await (conflict ? resolve(conflict) : send(values, base));
  };

  // What could not be sent goes out by itself once the line is back; the same key keeps it from being made twice.
  const resume = useEffectEvent(() => {
    sentAgain.current += 1;
    void submit();
  });
  useEffect(() => {
    if (!waiting || !connected) return undefined;
    const timer = setTimeout(() => resume());
    return () => clearTimeout(timer);
  }, [waiting, connected]);

  return {
    values,
    errors,
    problem,
    conflict,
    theirs,
    /** Whose text counts for a field that both changed. */
    chooseTheirs: (path: string, chosen: boolean) => setTheirs((old) => (chosen ? [...old, path] : old.filter((other) => other !== path))),
    busy,
    waiting,
    dirty,
    fromDraft,
    attempts,
    domain,
    record: options.record,
    labels: labels.current,
    base: base.values,
    get: (path: string) => valueAt(values, path),
    set,
    submit,
    startAgain,
    /** Lets the draft go, when the page is left without saving. */
    abandon: () => {
      finished.current = true;
      draft.drop();
    },
  };
};

export type FormState = ReturnType<typeof useForm>;

export const FormContext = createContext<FormState | undefined>(undefined);

/** The form around a field. */
export const useFormContext = (): FormState => {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field stands inside a Form');
  return form;
};
