/** The devices of a centre as they stood on the last day of a period, and what was counted, erased and disposed of in it. `unencrypted` are computers in use with data that nobody encrypted, or of which nobody knows. */
export type InventoryYear = { devices: number; unencrypted: number; counts: number; missing: number; erasures: number; disposals: number; disposed: number; gone: number };
