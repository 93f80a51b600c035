import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** One import of a file: `from` a path from the root for ours, the package's name for others; `typeOnly` when it is erased before running. */
export type Import = { file: string; from: string; ours: boolean; typeOnly: boolean };

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The source files of the program, tests aside, as paths from the root. */
export const sourceFiles = (pattern = 'src/**/*.{ts,tsx}'): string[] =>
  globSync(pattern, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .toSorted();

/** A source without its comments; texts between quotes stay. */
export const withoutComments = (text: string): string =>
  text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (_all, quoted: string | undefined) => quoted ?? '');

const packageOf = (name: string): string => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!);

/** The imports of a file, static, dynamic and of types. */
export const importsOf = (file: string): Import[] => {
  const text = withoutComments(textOf(file));
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?((?:[\w*\s{},$]|\btype\b)*?)\s*from\s*'([^']+)'/gm),
    ...text.matchAll(/^\s*import\s+()()'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*()()'([^']+)'\s*\)/g),
    ...text.matchAll(/new URL\(\s*()()'(\.[^']+\.tsx?)'/g),
  ];
  return found.map(([, type, names = '', from = '']) => {
    const ours = from.startsWith('.');
    const braces = /^\{([\s\S]*)\}$/.exec(names.trim());
    const typeOnly =
      Boolean(type) ||
      (braces !== null &&
        braces[1]!
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
          .every((name) => name.startsWith('type ')));
    return { file, from: ours ? normalize(join(dirname(file), from)) : from.startsWith('node:') ? from : packageOf(from), ours, typeOnly };
  });
};
