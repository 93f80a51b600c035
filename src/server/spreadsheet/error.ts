export const spreadsheetErrorCodes = ['notXlsx', 'protected', 'tooLarge', 'tooManyRows', 'damaged', 'tooSlow'] as const;
export type SpreadsheetErrorCode = (typeof spreadsheetErrorCodes)[number];
export type SpreadsheetErrorParameters = Record<string, string | number>;

/** Why a file could not be read as a workbook; `parameters` name the limit or the format found, for the sentence shown. */
export class SpreadsheetError extends Error {
  readonly code: SpreadsheetErrorCode;
  readonly parameters: SpreadsheetErrorParameters;

  constructor(code: SpreadsheetErrorCode, parameters: SpreadsheetErrorParameters = {}) {
    super(code);
    this.name = 'SpreadsheetError';
    this.code = code;
    this.parameters = parameters;
  }
}
