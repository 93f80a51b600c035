/** Says above a form who else has the same record open, since when and what they are changing. Asked every ten seconds while the page is in sight. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base, unwrap } from './api.ts';
import { differingPaths } from './form-values.ts';
import { useFormat } from './format.ts';
import { useCentreIfAny } from './session.ts';
import type { FormState } from './use-form.ts';

const every = 10_000;

/** A label inside a sentence: with a small letter, but for abbreviations and for German. */
const withinSentence = (label: string, language: string): string => (language === 'de' || /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase() + label.slice(1));

type Props = { register: string; recordId: string; form: Pick<FormState, 'base' | 'values' | 'labels' | 'dirty'> };

export const Presence = ({ register, recordId, form }: Props) => {
  const { t } = useTranslation('shell');
  const { clock, list, language } = useFormat();
  const centre = useCentreIfAny();
  const centreId = centre?.id ?? '';
  const fields = form.dirty
    ? differingPaths(form.base, form.values)
        .filter((path) => /^[\w.]{1,80}$/.test(path))
        .slice(0, 40)
    : [];
  const said = useRef(fields);
  said.current = fields;
  const query = useQuery({
    queryKey: ['presence', centreId, register, recordId],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/editing', {
          params: { path: { organizationId: centreId } },
          body: { register: register as 'person', recordId, fields: said.current, done: false },
          signal,
        }),
      ),
    refetchInterval: every,
    enabled: centre !== undefined,
    // Nobody needs to know that this could not be asked.
    retry: false,
    gcTime: 0,
  });

  // The first change and the save are told at once; what else is changed with the next word.
  const { refetch } = query;
  const told = useRef(form.dirty);
  useEffect(() => {
    if (told.current !== form.dirty) void refetch();
    told.current = form.dirty;
  }, [form.dirty, refetch]);

  useEffect(() => {
    if (!centreId) return undefined;
    return () => {
      const body = JSON.stringify({ register, recordId, done: true });
      void fetch(`${base}/organizations/${centreId}/editing`, { method: 'POST', keepalive: true, headers: { 'X-Beffroi': '1', 'Content-Type': 'application/json' }, body }).catch(() => undefined);
    };
  }, [centreId, register, recordId]);

  const others = query.data?.others ?? [];
  return (
    <div className="presence" role="status">
      {others.map((other) => {
        const labels = other.fields.flatMap((path) => form.labels.get(path)?.label ?? []);
        const words = { name: other.name, time: clock(other.since), fields: list(labels.map((label) => withinSentence(label, language))) };
        return <p key={`${other.name} ${other.since}`}>{t(other.fields.length === 0 ? 'presence.open' : labels.length === 0 ? 'presence.editingSome' : 'presence.editing', words)}</p>;
      })}
    </div>
  );
};
