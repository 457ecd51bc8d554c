/** Names of sealed archives end so, for people; the opener knows an archive by its way in. */
export const ARCHIVE_EXTENSION = 'beian-archive'
