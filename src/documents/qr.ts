import { encode } from 'uqr';

/** A QR code as a drawing: dark runs on white, with a white border of so many modules; readers ask for four, of which a label's own edge may be some. */
export const drawCode = (payload: string, border = 3): string => {
  const { data, size } = encode(payload, { ecc: 'M', border });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      let length = 1;
      while (row[x + length]) length += 1;
      found.push(`M${x} ${y}h${length}v1h-${length}z`);
      x += length;
    }
    return found;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="M0 0h${size}v${size}h-${size}z" fill="#fff"/><path d="${runs.join('')}" fill="#000"/></svg>`;
};
