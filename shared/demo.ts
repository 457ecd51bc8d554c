/** Opens the throw-away vault of `--demo`. It guards invented filings only, so it is shown on screen. */
export const DEMO_PASSPHRASE = '演示保险库 仅含虚构备案'

export const DEMO_FILE_NAME = '演示.beian'
