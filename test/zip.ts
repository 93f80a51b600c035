import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One entry of an archive that may lie: about its size, its checksum, its method, its flags, or about where its content is (that of the entry with this number). */
export type ZipEntry = { name: string; bytes: Buffer; size?: number; crc?: number; method?: number; flags?: number; contentOf?: number };

/** An archive of the entries as they are, whatever sense they make: the libraries that write archives refuse to write bad ones. */
export const writeZip = (entries: readonly ZipEntry[]): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  const places: { offset: number; content: Buffer }[] = [];
  let offset = 0;
  for (const entry of entries) {
    const shared = entry.contentOf === undefined ? undefined : places[entry.contentOf];
    const content = shared?.content ?? deflateRawSync(entry.bytes);
    const name = Buffer.from(entry.name);
    const rest = Buffer.alloc(26);
    rest.writeUInt16LE(20, 0);
    rest.writeUInt16LE(entry.flags ?? 0x800, 2);
    rest.writeUInt16LE(entry.method ?? 8, 4);
    rest.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 10);
    rest.writeUInt32LE(content.length, 14);
    rest.writeUInt32LE(entry.size ?? entry.bytes.length, 18);
    rest.writeUInt16LE(name.length, 22);
    const place = shared ?? { offset, content };
    places.push(place);
    if (!shared) {
      local.push(Buffer.from('PK\x03\x04', 'latin1'), rest, name, content);
      offset += 30 + name.length + content.length;
    }
    const more = Buffer.alloc(14);
    more.writeUInt32LE(place.offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), rest, more, name);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
};

/** The entries of a sound archive, in order. */
export const readZip = (archive: Buffer): { name: string; bytes: Buffer }[] => {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const bytes = archive.readUInt16LE(at + 10) === 0 ? Buffer.from(packed) : inflateRawSync(packed);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + extraLength + commentLength;
    return { name, bytes };
  });
};
