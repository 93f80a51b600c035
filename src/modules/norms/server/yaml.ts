import { isNode, LineCounter, parseDocument } from 'yaml';

/** A fault of a text, with the line (from 1) where it stands if that is known. */
export class YamlFault extends Error {
  readonly code: 'notYaml' | 'tooManyAliases' | 'tooDeep';
  readonly line: number | undefined;
  constructor(code: YamlFault['code'], detail: string, line?: number) {
    super(detail);
    this.name = 'YamlFault';
    this.code = code;
    this.line = line;
  }
}

/** A YAML text (or JSON, which is YAML) as values, and the line on which a member stands. */
export type ReadYaml = { value: unknown; lineOf: (path: readonly PropertyKey[]) => number | undefined };

/** Aliases that multiply: a text of a few lines that would fill the memory is refused at this many. */
const aliases = 1000;

/** Reads one YAML document. Throws YamlFault: no YAML (with its line), aliases that explode, nested too deep. */
export const readYaml = (source: string): ReadYaml => {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  try {
    const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
    const [error] = document.errors;
    if (error?.code === 'RESOURCE_EXHAUSTION') throw new YamlFault('tooDeep', error.message);
    if (error) throw new YamlFault('notYaml', error.message.split('\n')[0] ?? '', lineAt(error.pos[0]));
    const lineOf = (path: readonly PropertyKey[]): number | undefined => {
      // A member that is lacking has no place: that of what should hold it is the nearest.
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length) as (string | number)[], true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return undefined;
    };
    return { value: document.toJS({ maxAliasCount: aliases }), lineOf };
  } catch (error) {
    if (error instanceof YamlFault) throw error;
    if (error instanceof RangeError) throw new YamlFault('tooDeep', 'nested too deep');
    if (error instanceof ReferenceError) throw new YamlFault('tooManyAliases', error.message);
    throw error;
  }
};
