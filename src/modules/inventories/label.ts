/** What a label says (the id of its centre, a point, the number of the device), alone or in the address that a telephone opens: the number of a device of this centre, or that it is another's; undefined where it is no label. */
export const readLabel = (organizationId: string, text: string): number | 'otherCentre' | undefined => {
  const said = /(?:^|[?&]label=)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})$/i.exec(text.trim());
  if (said) return said[1]!.toLowerCase() === organizationId ? Number(said[2]) : 'otherCentre';
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
};

/** What the code of a label says: the address of the page that counts, so that the camera of any telephone opens it. */
export const labelAddress = (url: string, centre: { id: string; slug: string }, number: number): string => `${url}/c/${centre.slug}/inventories/count?label=${centre.id}.${number}`;
