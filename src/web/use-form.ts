/** The state behind `Form`: values, errors, draft, conflict. Pages call `useForm`; fields read it through `useFormContext`. */
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { clearDraft, readDraft, writeDraft } from './draft.ts';
import { mergePatch, sameValue, valueAt, withoutEmpty, withValueAt, type Values } from './form-values.ts';
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
  /** A name for the draft kept in this tab (`person/<id>`); without it none is kept, as for passwords. */
  draft?: string;
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

export const useForm = <Schema extends z.ZodType>(options: FormOptions<Schema>) => {
  const { schema, save, onSaved, draft, domain, latest } = options;
  const [restored] = useState(() => (draft ? readDraft(draft) : undefined));
  const [base, setBase] = useState<{ values: Values; version: number | string | undefined }>({ values: options.initial as Values, version: options.version });
  const [values, setValues] = useState<Values>(restored ?? (options.initial as Values));
  const [errors, setErrors] = useState<Record<string, FieldError>>({});
  const [problem, setProblem] = useState<Problem | undefined>();
  const [conflict, setConflict] = useState<(Latest & { problem: Problem }) | undefined>();
  const [busy, setBusy] = useState(false);
  const [fromDraft, setFromDraft] = useState(restored !== undefined);
  const [attempts, setAttempts] = useState(0);
  const labels = useRef(new Map<string, { label: string; say?: ((value: unknown) => string | undefined) | undefined }>());
  const finished = useRef(false);
  const dirty = !finished.current && !sameValue(values, base.values);

  useEffect(() => {
    if (!draft || finished.current) return;
    if (sameValue(values, base.values)) clearDraft(draft);
    else writeDraft(draft, values);
  }, [draft, values, base]);

  const set = (path: string, value: unknown) => {
    finished.current = false;
    setValues((old) => withValueAt(old, path, value));
    setErrors(({ [path]: _gone, ...others }) => others);
  };

  const failed = async (error: unknown) => {
    const met = problemOf(error);
    if (!(error instanceof ProblemError)) console.error(error);
    if (met.status === 412 && latest) setConflict({ ...(await latest()), problem: met });
    else {
      setErrors(serverErrors(met));
      setProblem(met);
    }
    setAttempts((count) => count + 1);
  };

  const submit = async (overwrite?: Latest) => {
    if (busy) return;
    setProblem(undefined);
    const found = errorsOf(schema, values);
    setErrors(found);
    if (Object.keys(found).length > 0) return setAttempts((count) => count + 1);
    setBusy(true);
    try {
      const version = overwrite?.version ?? base.version;
      const result = await save(schema.parse(withoutEmpty(values) ?? {}), { patch: mergePatch(base.values, values), version });
      finished.current = true;
      if (draft) clearDraft(draft);
      setFromDraft(false);
      setConflict(undefined);
      setBase({ values, version });
      onSaved?.(result as never);
    } catch (error) {
      await failed(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    values,
    errors,
    problem,
    conflict,
    busy,
    dirty,
    fromDraft,
    attempts,
    domain,
    labels: labels.current,
    base: base.values,
    get: (path: string) => valueAt(values, path),
    set,
    submit,
    /** Back to what the server holds (`to` when somebody else changed it); what was typed is let go. */
    startAgain: (to?: Latest) => {
      if (draft) clearDraft(draft);
      const next = to ? { values: to.initial as Values, version: to.version } : base;
      setBase(next);
      setValues(next.values);
      setErrors({});
      setProblem(undefined);
      setConflict(undefined);
      setFromDraft(false);
    },
    /** Lets the draft go, when the page is left without saving. */
    abandon: () => {
      finished.current = true;
      if (draft) clearDraft(draft);
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
