const endRecord = 0x06054b50;
const entryRecord = 0x02014b50;

/**
 * Gives every entry of a ZIP archive (in memory, without ZIP64) the same civil date, so that the same content makes the same bytes.
 * @param date `YYYY-MM-DD`, 1980 or later
 * @throws Error where the bytes are not such an archive
 */
export const setZipDates = (zip: Uint8Array, date: string): Uint8Array => {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const dosDate = ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | day;
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  let entry = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(entry, true) !== entryRecord) throw new Error('not a ZIP archive');
    const local = view.getUint32(entry + 42, true);
    for (const place of [entry + 12, local + 10]) {
      view.setUint16(place, 0, true);
      view.setUint16(place + 2, dosDate, true);
    }
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
};
