/** 资料: papers and their files. */
export const DOCUMENT_CALLS = {} as const
