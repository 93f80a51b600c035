import type { Issue } from '../../kernel/problem.ts';

type ZodIssue = {
  code?: string;
  path?: PropertyKey[];
  message?: string;
  keys?: string[];
  minimum?: number | bigint;
  maximum?: number | bigint;
  values?: unknown[];
  format?: string;
  input?: unknown;
  expected?: string;
};

/** So much of a name is said back: one of a megabyte is somebody's whole body. */
export const longestName = 200;

/** `['people', 3, 'end']` → `people[3].end`. */
const pathName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)), '').slice(0, longestName);

const input = 'urn:problem-type:belgif:input-validation:';

/** So many faults are said at once: a body of a megabyte must not be answered with ten. */
const most = 100;

/** Issues of a zod schema as the API says them: one per fault, with a stable code that the pages translate. */
export const zodIssues = (issues: readonly unknown[], place: Issue['in']): Issue[] =>
  (issues as ZodIssue[]).slice(0, most).flatMap((issue): Issue[] => {
    const path = issue.path ?? [];
    if (issue.code === 'unrecognized_keys') return (issue.keys ?? []).slice(0, most).map((key) => ({ type: `${input}unknownInput`, in: place, name: pathName([...path, key]), code: 'unknownInput' }));
    const parameters: Record<string, string | number> = {};
    if (issue.minimum !== undefined) parameters['minimum'] = Number(issue.minimum);
    if (issue.maximum !== undefined) parameters['maximum'] = Number(issue.maximum);
    return [{ type: `${input}schemaViolation`, in: place, name: pathName(path), code: issueCode(issue), ...(Object.keys(parameters).length > 0 ? { parameters } : {}) }];
  });

const issueCode = (issue: ZodIssue): string => {
  // Our own rules carry their code as message; zod's own messages are sentences.
  if (issue.message && /^[a-z][A-Za-z]+$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message?.includes('received undefined') ? 'required' : 'invalidType';
    case 'too_small':
      return issue.minimum === 1 || issue.minimum === 1n ? 'required' : 'tooSmall';
    case 'too_big':
      return 'tooLong';
    case 'invalid_value':
      return 'notInList';
    default:
      return 'invalidFormat';
  }
};
