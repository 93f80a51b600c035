import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Chapter, Framework, frameworkHead, normsOf } from '../framework.ts';
import { Mapping } from '../mapping.ts';
import { readYaml, YamlFault } from './yaml.ts';

const root = fileURLToPath(new URL('../../../../library/norms', import.meta.url));

const Head = z.strictObject({ ...frameworkHead, chapters: z.array(z.string().regex(/^[\w.-]+\.yaml$/)).min(1) });

/** One file by its schema. Throws Error `file:line: path: what is wrong` for the first fault. */
const readFile = <T>(folder: string, file: string, schema: z.ZodType<T>): T => {
  const where = relative(folder, file);
  try {
    const { value, lineOf } = readYaml(readFileSync(file, 'utf8'));
    const checked = schema.safeParse(value);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    throw new Error(`${where}:${lineOf(issue?.path ?? []) ?? 1}: ${(issue?.path ?? []).map(String).join('.')}: ${issue?.message}`);
  } catch (error) {
    if (error instanceof YamlFault) throw new Error(`${where}:${error.line ?? 1}: ${error.message}`, { cause: error });
    throw error;
  }
};

const whole = <T>(schema: z.ZodType<T>, value: unknown, where: string): T => {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new Error(`${where}: ${(issue?.path ?? []).map(String).join('.')}: ${issue?.message} (${String(issue?.input ?? '')})`);
};

const folders = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'mappings')
        .map(({ name }) => name)
        .toSorted()
    : [];

/**
 * The frameworks of the library (`library/norms/<id>/`), and the mappings between them (`library/norms/mappings/`), checked as a whole: a mapping
 * names norms that exist. Throws Error with file, line and path of the first fault.
 * @param folder another place, for a test
 * @param isKept versions of which the chapters are not read, for their text is known: they are not in what is given back, and of what a mapping
 * says of them only that there is such a framework is checked
 */
export const readLibrary = (folder = root, isKept: (id: string, version: string) => boolean = () => false): { frameworks: Framework[]; mappings: Mapping[] } => {
  const norms = new Map<string, Set<string> | 'kept'>();
  const frameworks = folders(folder).flatMap((id): Framework[] => {
    const { chapters: names, ...head } = readFile(folder, join(folder, id, 'framework.yaml'), Head);
    if (head.id !== id) throw new Error(`${id}/framework.yaml: id: the folder is «${id}», the id «${head.id}»`);
    if (isKept(id, head.version)) {
      norms.set(id, 'kept');
      return [];
    }
    const lost = readdirSync(join(folder, id)).find((name) => name.endsWith('.yaml') && name !== 'framework.yaml' && !names.includes(name));
    if (lost !== undefined) throw new Error(`${id}/framework.yaml: chapters: does not name ${lost}`);
    const framework = whole(Framework, { ...head, chapters: names.map((name) => readFile(folder, join(folder, id, name), Chapter)) }, id);
    norms.set(id, new Set(normsOf(framework).map((norm) => norm.id)));
    return [framework];
  });
  const place = join(folder, 'mappings');
  const files = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.yaml')) : [];
  const mappings = files.toSorted().map((name): Mapping => {
    const mapping = readFile(folder, join(place, name), Mapping);
    if (name !== `${mapping.from}--${mapping.to}.yaml`) throw new Error(`mappings/${name}: its name says other frameworks than from and to`);
    for (const side of ['from', 'to'] as const) {
      const known = norms.get(mapping[side]);
      if (known === 'kept') continue;
      const strange = known ? mapping.relations.find((relation) => !known.has(relation[side])) : undefined;
      if (!known || strange) throw new Error(`mappings/${name}: ${side}: there is no ${strange ? `norm «${strange[side]}» in ` : 'framework '}«${mapping[side]}»`);
    }
    return mapping;
  });
  return { frameworks, mappings };
};
