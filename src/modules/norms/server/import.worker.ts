import { isUtf8 } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '../../../kernel/language.ts';
import { readTree } from '../import-read.ts';
import type { Fault, FaultCode, Reading } from '../import.ts';
import { readYaml, YamlFault } from './yaml.ts';

const { bytes, language } = workerData as { bytes: Uint8Array; language: Language };

const refused = (fault: Fault): Reading => ({ format: 'ciso', frameworks: [], mappings: [], leftOut: [], faults: [fault], faultsInAll: 1 });

const parse = (source: string): ReturnType<typeof readYaml> => {
  if (!/^\s*[{[]/.test(source)) return readYaml(source);
  try {
    return { value: JSON.parse(source) as unknown, lineOf: () => undefined };
  } catch (error) {
    const [, line] = /line (\d+)/.exec((error as Error).message) ?? [];
    throw new JsonFault((error as Error).message, line === undefined ? undefined : Number(line));
  }
};

class JsonFault extends Error {
  readonly line: number | undefined;
  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

const read = (): Reading => {
  if (!isUtf8(bytes)) return refused({ code: 'notText' });
  const source = new TextDecoder().decode(bytes);
  if (source.includes('\0')) return refused({ code: 'notText' });
  try {
    const { value, lineOf } = parse(source);
    return readTree(value, lineOf, language);
  } catch (error) {
    const fault = (code: FaultCode, line?: number, value?: string): Reading =>
      refused({ code, ...(line === undefined ? {} : { line }), ...(value === undefined ? {} : { value: value.slice(0, 200) }) });
    if (error instanceof YamlFault) return fault(error.code, error.line, error.message);
    if (error instanceof JsonFault) return fault('notJson', error.line, error.message);
    // The stack of a file that is nested a hundred thousand deep.
    if (error instanceof RangeError) return fault('tooDeep');
    throw error;
  }
};

parentPort?.postMessage(read());
