/** 资料: papers and their files. */
export const zhDocuments = {}
