/** An entry of the audit trail in words: who, what, which fields from what to what. For the trail's own page and for the history of a record. */
import { useTranslation } from 'react-i18next';
import type { components } from './api.generated.d.ts';
import { auditActions, auditedTables, changesOf, roomOfTable, type FieldChange } from './audit-words.ts';
import { useFormat } from './format.ts';
import './styles/history.css';

export type AuditEntry = components['schemas']['AuditEntries']['items'][number];

const namespaces = ['audit', 'people', 'organizations', 'documents', 'shell'];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Words for tables, actions, fields and values, from the texts of the rooms that own them. */
export const useAuditWords = () => {
  const { t, i18n } = useTranslation(namespaces);
  const { shortDate, moment, number } = useFormat();
  const say = (keys: string[]): string => t(keys as never) as string;
  const known = (keys: string[]): string | undefined => {
    const key = keys.find((candidate) => i18n.exists(candidate));
    return key && say([key]);
  };

  const field = (table: string, path: string): string => {
    const room = roomOfTable[table] ?? 'audit';
    const [head, member] = path.split('.');
    if (member) return `${field(table, head!)} – ${known([`${room}:fields.${head}.${member}`, `${room}:fields.${member}`, `audit:members.${member}`, `documents:variables.${head}.${member}`, `shell:languages.${member}`]) ?? member}`;
    return known([`audit:fields.${table}.${head}`, `${room}:fields.${head}`, `audit:fields.${head}`]) ?? head!;
  };

  const choice = (table: string, path: string, value: string): string => {
    const room = roomOfTable[table] ?? 'audit';
    const name = path.split('.').at(-1)!;
    const own = `${table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}${capital(name)}s`;
    const places = [`${room}:${own}`, `${room}:choices.${name}`, `${room}:${name}s`, `audit:values.${table}.${name}`, `audit:values.${name}`, ...(name.endsWith('anguage') ? ['shell:languages'] : [])];
    return known(places.map((place) => `${place}.${value}`)) ?? value;
  };

  const value = (table: string, path: string, given: unknown): string => {
    if (given === undefined) return '–';
    if (typeof given === 'boolean') return t(given ? 'shell:yes' : 'shell:no');
    if (typeof given === 'number') return path === 'weeklyHours' ? t('audit:hours', { hours: number(given / 100) }) : number(given);
    if (Array.isArray(given)) return given.every((item) => typeof item === 'string') ? given.map((item) => choice(table, path, item)).join(', ') : t('audit:lines', { count: given.length });
    if (typeof given !== 'string') return t('audit:lines', { count: Object.keys(given as object).length });
    if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return shortDate(given);
    if (/^\d{4}-\d{2}-\d{2}T/.test(given)) return moment(given);
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(given)) return t('audit:record', { end: given.slice(-6) });
    if (/^(\\x)?[0-9a-f]{64}$/.test(given)) return `${given.replace('\\x', '').slice(0, 12)}…`;
    return /^[a-z][A-Za-z]*$/.test(given) ? choice(table, path, given) : given;
  };

  return {
    t,
    field,
    value,
    table: (table: string) => ((auditedTables as readonly string[]).includes(table) ? t(`audit:tables.${table}` as never) : table) as string,
    action: (action: string) => ((auditActions as readonly string[]).includes(action) ? t(`audit:actions.${action}` as never) : action) as string,
    who: (entry: Pick<AuditEntry, 'actorName' | 'actorKind'>): string => entry.actorName ?? known([`audit:actors.${entry.actorKind}`]) ?? entry.actorKind,
  };
};

const Line = ({ table, change }: { table: string; change: FieldChange }) => {
  const { t, field, value } = useAuditWords();
  const { path } = change;
  return (
    <li>
      <span className="quiet">{t('audit:named', { field: field(table, path) })}</span>{' '}
      {'before' in change && <del>{value(table, path, change.before)}</del>}
      {'before' in change && 'after' in change && <span aria-hidden="true"> → </span>}
      {'after' in change && <ins>{value(table, path, change.after)}</ins>}
    </li>
  );
};

const atOnce = 4;

/** The fields that an entry changed; a long list opens on demand. */
export const Changes = ({ entry }: { entry: AuditEntry }) => {
  const { t } = useAuditWords();
  if (entry.erasedAt) return <span className="quiet">{t('audit:erased')}</span>;
  const changes = changesOf(entry.fields ?? {});
  if (changes.length === 0) return null;
  const list = (
    <ul className="field-changes">
      {changes.map((change) => (
        <Line key={change.path} table={entry.table} change={change} />
      ))}
    </ul>
  );
  if (changes.length <= atOnce) return list;
  return (
    <details>
      <summary>{t('audit:fieldCount', { count: changes.length })}</summary>
      {list}
    </details>
  );
};
