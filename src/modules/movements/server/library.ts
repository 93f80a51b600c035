import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type TemplateFile, TemplateFile as schema } from '../template.ts';

/** The steps that the library proposes, by kind of case. Throws Error where the file says something else than it may, or names a step twice. */
export const readTemplates = (): TemplateFile => {
  const file = schema.parse(parse(readFileSync(new URL('../../../../library/access/steps.yaml', import.meta.url), 'utf8')));
  for (const [kind, entries] of Object.entries(file)) {
    const twice = entries.find(({ id }, index) => entries.findIndex((other) => other.id === id) !== index);
    if (twice) throw new Error(`library/access/steps.yaml has two steps "${twice.id}" under ${kind}`);
  }
  return file;
};

let read: TemplateFile | undefined;
/** The same, read once. */
export const templates = (): TemplateFile => (read ??= readTemplates());
