/** An entry of the audit trail in words: who, what, which fields from what to what. For the trail's own page and for the history of a record. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from './api.generated.d.ts';
import { changesOf, recordAddress, roomOfTable, type FieldChange } from './audit-words.ts';
import { useFormat } from './format.ts';
import { useCentreIfAny } from './session.ts';
import './styles/history.css';

export type AuditEntry = components['schemas']['AuditEntries']['items'][number];
type AuditLabel = NonNullable<AuditEntry['label']>;

const namespaces = [...new Set(['audit', ...Object.values(roomOfTable), 'shell'])];
/** Fields that hold functions of people. */
const rolesIn = new Set(['mandate.kind', 'candidacy.function', 'link.grantedRoles', 'link.providedRoles', 'invitation.roles', 'delegation.role', 'group_mapping.role']);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Words for tables, actions, fields and values, from the texts of the rooms that own them. */
export const useAuditWords = () => {
  const { t, i18n } = useTranslation(namespaces);
  const { shortDate, moment, number } = useFormat();
  const say = (keys: string[]): string => t(keys as never) as string;
  const known = (keys: string[]): string | undefined => {
    const key = keys.find((candidate) => {
      const [namespace, path] = candidate.split(':');
      // A group of texts is not a word.
      return typeof i18n.getResource(i18n.language, namespace!, path!) === 'string';
    });
    return key && say([key]);
  };

  const field = (table: string, path: string): string => {
    const room = roomOfTable[table] ?? 'audit';
    const [head, member] = path.split('.');
    if (member) {
      const word = known([`${room}:fields.${head}.${member}`, `${room}:fields.${member}`, `audit:members.${member}`, `documents:variables.${head}.${member}`, `shell:languages.${member}`]) ?? member;
      // What the profile and the facts hold says by itself what it is.
      return head === 'profile' || head === 'facts' ? word : `${field(table, head!)} – ${word}`;
    }
    return known([`audit:fields.${table}.${head}`, `${room}:fields.${head}`, `audit:fields.${head}`]) ?? head!;
  };

  const choice = (table: string, path: string, value: string): string => {
    const room = roomOfTable[table] ?? 'audit';
    const name = path.split('.').at(-1)!;
    const several = `${name}s`.replace(/ys$/, 'ies');
    const camel = (words: string) => words.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const places = [
      `${room}:${camel(table)}${capital(several)}`,
      // A room whose tables share its name calls them by the rest of it: `noticeKinds` of `network_notice`.
      `${room}:${camel(table.replace(/^[a-z]+_/, ''))}${capital(several)}`,
      `${room}:choices.${name}`,
      ...(name === 'how' ? [`${room}:ways`] : []),
      `${room}:${several}`,
      // Lists have their name in the plural already: `levels`.
      `${room}:${name}`,
      `audit:values.${table}.${name}`,
      `audit:values.${name}`,
      ...(name.endsWith('anguage') ? ['shell:languages'] : []),
      ...(rolesIn.has(`${table}.${name}`) ? ['shell:roles'] : []),
    ];
    return known(places.map((place) => `${place}.${value}`)) ?? value;
  };

  // Lists say each of their items as it would be said alone: days, records, choices.
  const value = (table: string, path: string, given: unknown): string => {
    if (given === undefined) return '–';
    if (typeof given === 'boolean') return t(given ? 'shell:yes' : 'shell:no');
    if (typeof given === 'number' && /(?:^y|Y)ear$/.test(path)) return String(given);
    if (typeof given === 'number') return path === 'weeklyHours' ? t('audit:hours', { hours: number(given / 100) }) : number(given);
    if (Array.isArray(given)) return given.every((item) => typeof item === 'string') ? given.map((item) => value(table, path, item)).join(', ') : t('audit:lines', { count: given.length });
    if (typeof given !== 'string') return t('audit:lines', { count: Object.keys(given as object).length });
    if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return shortDate(given);
    if (/^\d{4}-\d{2}-\d{2}T/.test(given)) return moment(given);
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(given)) return t('audit:record', { end: given.slice(-6) });
    const head = /^(\d+):([0-9a-f]{64})$/.exec(given);
    if (head) return `${number(Number(head[1]))}, ${head[2]!.slice(0, 12)}…`;
    if (/^(\\x)?[0-9a-f]{64}$/.test(given)) return `${given.replace('\\x', '').slice(0, 12)}…`;
    return /^[a-z][A-Za-z]*$/.test(given) ? choice(table, path, given) : given;
  };

  /** What a record of a table is called. */
  const label = (table: string, { kind, name, number: version }: AuditLabel): string =>
    [
      kind && (table.startsWith('document_') ? known([`documents:kinds.${kind}`]) : choice(table, table === 'candidacy' ? 'function' : 'kind', kind)),
      name,
      version && t('documents:versionNumber', { number: version }),
    ]
      .filter(Boolean)
      .join(' · ');

  return {
    t,
    field,
    value,
    label,
    table: (table: string): string => known([`audit:tables.${table}`]) ?? table,
    action: (action: string): string => known([`audit:actions.${action}`]) ?? action,
    who: ({ actorName, actorKind }: Pick<AuditEntry, 'actorName' | 'actorKind'>): string => {
      const kind = known([`audit:actors.${actorKind}`]) ?? actorKind;
      // Who let a program act answers for it, and it is said.
      return actorName === undefined ? kind : actorKind === 'token' ? `${actorName} (${kind})` : actorName;
    },
  };
};

/** Fields that name another record, and its table. */
const references: Record<string, string> = { personId: 'person', headId: 'person', serviceId: 'service' };
const namedBy = (table: string, path: string): string | undefined => (table === 'service' && path === 'parentId' ? 'service' : references[path]);

/** One side of a change; a record that it names is a link to its page. */
const Value = ({ table, path, given, names }: { table: string; path: string; given: unknown; names: AuditEntry['names'] }) => {
  const { value, label } = useAuditWords();
  const centre = useCentreIfAny();
  const cited = names[String(given)];
  const named = namedBy(table, path);
  const words = cited ? label(path === 'documentVersionId' ? 'document_version' : (named ?? table), cited) : value(table, path, given);
  return centre && named ? <Link to={`/c/${centre.slug}/${recordAddress(named, String(given))}`}>{words}</Link> : <>{words}</>;
};

const Line = ({ table, change, names }: { table: string; change: FieldChange; names: AuditEntry['names'] }) => {
  const { t, field } = useAuditWords();
  const { path } = change;
  return (
    <li>
      <span className="quiet">{t('audit:named', { field: field(table, path) })}</span>{' '}
      {'before' in change && (
        <del>
          <Value table={table} path={path} given={change.before} names={names} />
        </del>
      )}
      {'before' in change && 'after' in change && <span aria-hidden="true"> → </span>}
      {'after' in change && (
        <ins>
          <Value table={table} path={path} given={change.after} names={names} />
        </ins>
      )}
    </li>
  );
};

const atOnce = 3;

const Lines = ({ table, changes, names }: { table: string; changes: FieldChange[]; names: AuditEntry['names'] }) => (
  <ul className="field-changes">
    {changes.map((change) => (
      <Line key={change.path} table={table} change={change} names={names} />
    ))}
  </ul>
);

/** Whether `Changes` has anything to show of an entry. */
export const hasChanges = (entry: AuditEntry): boolean => Boolean(entry.erasedAt) || changesOf(entry.fields ?? {}).length > 0;

/** The fields that an entry changed; the end of a long list opens on demand. */
export const Changes = ({ entry }: { entry: AuditEntry }) => {
  const { t } = useAuditWords();
  if (entry.erasedAt) return <span className="quiet">{t('audit:erased')}</span>;
  const changes = changesOf(entry.fields ?? {});
  if (changes.length === 0) return null;
  // One more is no reason to hide it.
  const shown = changes.length <= atOnce + 1 ? changes : changes.slice(0, atOnce);
  const rest = changes.slice(shown.length);
  return (
    <>
      <Lines table={entry.table} changes={shown} names={entry.names} />
      {rest.length > 0 && (
        <details>
          <summary>{t('audit:more', { count: rest.length })}</summary>
          <Lines table={entry.table} changes={rest} names={entry.names} />
        </details>
      )}
    </>
  );
};
