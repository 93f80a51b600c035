import { serialOf } from './import-values.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
/** Words that a maker leaves where nothing was filled in. */
const filled = (value: unknown): string => {
  const text = textOf(value);
  return /^(?:to be filled.*|default string|system (?:manufacturer|product name|version)|not specified|n\/a|none)$/i.test(text) ? '' : text;
};

/** What one scan says of its device, in the words of a list: the same reader goes on from there. */
export type Scanned = { of: 'lshw' | 'windows'; cells: Record<string, string> };

const walk = (node: unknown): Json[] => (isObject(node) ? [node, ...(Array.isArray(node['children']) ? node['children'].flatMap(walk) : [])] : []);

/** `lshw -json`, a tree of what the machine is made of: its root is the system. */
const ofLshw = (root: Json): Scanned | undefined => {
  if (root['class'] !== 'system' || typeof root['id'] !== 'string') return undefined;
  const configuration = isObject(root['configuration']) ? root['configuration'] : {};
  const parts = walk(root);
  const wireless = parts.find((part) => part['class'] === 'network' && /wireless|wi-?fi|wlan/i.test(`${textOf(part['description'])} ${textOf(part['logicalname'])}`));
  return {
    of: 'lshw',
    cells: {
      name: root['id'],
      kind: textOf(configuration['chassis']) || textOf(root['description']),
      brand: filled(root['vendor']),
      // The maker's own number in brackets after the product says nothing to people.
      model: filled(root['product']).replace(/\s*\([^)]*\)$/, ''),
      serial: serialOf(textOf(root['serial'])) ?? '',
      wifi: wireless ? (wireless['disabled'] === true ? 'off' : 'on') : 'none',
    },
  };
};

/** Windows: PCSystemType as a number (PowerShell 7) or a word (5.1). */
const windowsKinds: Record<string, string> = {
  '1': 'desktop',
  '2': 'laptop',
  '3': 'workstation',
  '4': 'server',
  '5': 'server',
  '7': 'server',
  '8': 'tablet',
  desktop: 'desktop',
  mobile: 'laptop',
  workstation: 'workstation',
  slate: 'tablet',
};

/** `Get-ComputerInfo | ConvertTo-Json`, whose serial number bears a slip of the pen in the older PowerShell. */
const ofWindows = (info: Json): Scanned | undefined => {
  if (!('CsName' in info || 'CsDNSHostName' in info || 'WindowsProductName' in info)) return undefined;
  const kind = textOf(info['CsPCSystemType']).toLowerCase();
  return {
    of: 'windows',
    cells: {
      name: textOf(info['CsName']) || textOf(info['CsDNSHostName']),
      kind: windowsKinds[kind] ?? (/server/i.test(textOf(info['OsName'])) ? 'server' : 'desktop'),
      brand: filled(info['CsManufacturer']),
      model: filled(info['CsModel']),
      serial: serialOf(textOf(info['BiosSeralNumber']) || textOf(info['BiosSerialNumber'])) ?? '',
      operatingSystem: [textOf(info['OsName']) || textOf(info['WindowsProductName']), textOf(info['OSDisplayVersion']) || textOf(info['WindowsVersion'])].filter(Boolean).join(' '),
    },
  };
};

/** What a scan dropped on the page says, of one device or of several; undefined where it is no scan that we know. */
export const scansOf = (text: string): Scanned[] | undefined => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const found = (Array.isArray(read) ? read : [read]).map((one) => (isObject(one) ? (ofLshw(one) ?? ofWindows(one)) : undefined));
  return found.length > 0 && found.every((one) => one !== undefined && one.cells['name']) ? (found as Scanned[]) : undefined;
};
