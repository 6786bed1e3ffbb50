import * as prettier from "prettier";

/** Forgets what earlier runs of this process read: configurations change while a watcher waits. */
export async function forgetConfigurations(): Promise<void> {
  await prettier.clearConfigCache();
}

/** Formats a file's text; rejects where the user's configuration cannot be used. */
export type Format = (path: string, text: string) => Promise<string>;

/** Formats as the user's own prettier configuration says, or by prettier's defaults where there is none. */
export const formatWithPrettier: Format = async (path, text) => {
  const config = await prettier.resolveConfig(path, { editorconfig: true });
  return prettier.format(text, { ...config, filepath: path });
};
