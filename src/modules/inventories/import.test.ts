import { describe, expect, test } from 'vitest';
import { type Named, readDevices, readScans } from './import.ts';
import { columnsOf } from './import-columns.ts';
import { scansOf } from './import-scan.ts';
import { dayOf, kindOf, serialOf } from './import-values.ts';

const names: Named = {
  people: new Map([['noel alice', '01990000-0000-7000-8000-000000000001']]),
  services: new Map(),
  zones: new Map([['bureau 12', '01990000-0000-7000-8000-000000000002']]),
  suppliers: new Map(),
};
const rows = (text: string) => text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split(';') }));

describe('columns of lists that centres have', () => {
  test.each([
    // The exports of GLPI in its languages.
    ['Nom;Statut;Fabricant;Numéro de série;Type;Modèle;Système d’exploitation - Nom;Lieu;', ['name', undefined, 'brand', 'serial', 'kind', 'model', 'operatingSystem', 'zone', undefined]],
    ['Naam;Status;Fabrikant;Serienummer;Type;Model;Besturingssysteem - Naam;Locatie', ['name', undefined, 'brand', 'serial', 'kind', 'model', 'operatingSystem', 'zone']],
    ['Name;Status;Manufacturer;Serial number;Type;Model;Operating System - Name;Location', ['name', undefined, 'brand', 'serial', 'kind', 'model', 'operatingSystem', 'zone']],
    ['Name;Status;Hersteller;Seriennummer;Typ;Modell;Betriebssystem - Name;Standort', ['name', undefined, 'brand', 'serial', undefined, 'model', 'operatingSystem', 'zone']],
    // A list of a centre's own.
    ['N° inventaire;Désignation;Marque;N° série;Attribué à;Date d’achat;Prix', ['oldNumber', 'name', 'brand', 'serial', 'person', 'purchasedOn', 'price']],
  ])('%s', (heading, fields) => {
    const found = columnsOf(heading.split(';'));
    expect(fields.map((_, index) => found.get(index))).toEqual(fields);
  });
  test('what somebody said of a heading counts first', () => expect([...columnsOf(['Nom', 'Objet'], { objet: 'name', nom: '' })]).toEqual([[1, 'name']]));
});

test.each([
  ['Mini Tower', 'desktop'],
  ['Notebook', 'laptop'],
  ['PC portable', 'laptop'],
  ['Écran de portable', 'screen'],
  ['Multifonction Ricoh', 'printer'],
  ['Beeldscherm', 'screen'],
  ['Onduleur', 'emergencyPower'],
  ['Chaise', undefined],
])('the kind that words say: %s', (words, kind) => expect(kindOf(words)).toBe(kind));

test.each([
  ['2024-03-01 09:12', '2024-03-01'],
  ['1/3/2024', '2024-03-01'],
  ['01.03.24', '2024-03-01'],
  ['1er mars 2024', '2024-03-01'],
  ['1 maart 2024', '2024-03-01'],
  ['1. März 2024', '2024-03-01'],
  ['45352', '2024-03-01'],
  ['31/02/2024', undefined],
  ['bientôt', undefined],
])('a day as lists write it: %s', (text, day) => expect(dayOf(text)).toBe(day));

test.each(['To be filled by O.E.M.', '0000000', 'N/A', 'Default string', '-'])('no serial number: %s', (text) => expect(serialOf(text)).toBeUndefined());

describe('a list', () => {
  test('below its title, with faults by cell and words that name nobody', () => {
    const read = readDevices(
      rows('Inventaire 2024;;;;\nNom;Type;Série;Utilisateur;Achat\nPC-1;Portable;A1;Alice Noël;1/3/2024\nPC-2;Tower;a1;Inconnue Jeanne;demain\nPC-3;Tower;A1;;\n;;;;'),
      {},
      names,
    )!;
    expect(read.drafts.map(({ device }) => device)).toMatchObject([
      { name: 'PC-1', kind: 'laptop', serial: 'A1', personId: '01990000-0000-7000-8000-000000000001', purchasedOn: '2024-03-01' },
      { name: 'PC-3', kind: 'desktop' },
    ]);
    expect(read.faults).toEqual([
      { line: 4, code: 'date', column: 'Achat', text: 'demain' },
      { line: 5, code: 'serialTwice', text: 'A1', other: 3 },
    ]);
    expect(read.notes).toEqual([{ line: 4, code: 'personUnknown', column: 'Utilisateur', text: 'Inconnue Jeanne' }]);
  });
  test('no headings, no list', () => expect(readDevices(rows('a;b\nc;d'), {}, names)).toBeUndefined());
  test('a lot has no serial number; none of it is no line', () => {
    const read = readDevices(rows('Nom;Quantité;Série\nSouris;30;\nÉcrans;2;X1\nClaviers;0;'), {}, names)!;
    expect(read.drafts.map(({ device }) => [device.name, device.quantity])).toEqual([['Souris', 30]]);
    expect(read.faults).toEqual([{ line: 3, code: 'serialOfLot', column: 'Quantité', text: '2' }]);
  });
});

describe('a scan', () => {
  test('of Linux', () => {
    const scan = {
      id: 'pc-12',
      class: 'system',
      product: 'OptiPlex 3090 (0A5B)',
      vendor: 'Dell Inc.',
      serial: 'H7K2',
      configuration: { chassis: 'desktop' },
      children: [{ id: 'network', class: 'network', description: 'Wireless interface', disabled: true }],
    };
    expect(readScans(scansOf(JSON.stringify([scan]))!, names).drafts[0]!.device).toMatchObject({
      name: 'pc-12',
      kind: 'desktop',
      brand: 'Dell Inc.',
      model: 'OptiPlex 3090',
      serial: 'H7K2',
      wifi: 'off',
    });
  });
  test.each([
    ['BiosSeralNumber', 2],
    ['BiosSerialNumber', 'Mobile'],
  ])('of Windows, with %s', (serial, type) => {
    const info = { CsName: 'PORT-9', CsManufacturer: 'HP', CsModel: 'ProBook', [serial]: '5CG9', OsName: 'Microsoft Windows 11 Pro', OSDisplayVersion: '24H2', CsPCSystemType: type };
    expect(readScans(scansOf(JSON.stringify(info))!, names).drafts[0]!.device).toMatchObject({
      name: 'PORT-9',
      kind: 'laptop',
      serial: '5CG9',
      operatingSystem: 'Microsoft Windows 11 Pro 24H2',
      portable: true,
    });
  });
  test.each(['{"a": 1}', '[]', 'Nom;Série', '[{"id": "x", "class": "disk"}]'])('no scan: %s', (text) => expect(scansOf(text)).toBeUndefined());
});
