type Add = (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>;

/** One row in every table of disposals and of what is answered for data, of a device of a centre. */
export const fillDisposals = async (add: Add, device: string, mark: string): Promise<void> => {
  const disposal = await add('disposals', 'disposal', { title: mark, how: 'disposed', planned_on: '2026-01-05', carrier: mark, drafted_on: '2026-01-05' });
  await add('disposalItems', 'disposal_item', { disposal_id: disposal, device_id: device, position: 0, medium: 'hardDisk', method: 'overwrite' });
  await add('deviceAnswers', 'device_answer', { device_id: device, way: 'repair', answer: 'mediumOut', answered_on: '2026-01-05', answered_by: mark });
};
