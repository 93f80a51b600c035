export const DocumentPage = () => null;
