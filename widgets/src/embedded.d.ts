/** Whether the bundle is for pages of others (`build.mjs` says): then it leaves history alone. */
declare const EMBEDDED: boolean;
