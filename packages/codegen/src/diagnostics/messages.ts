import type { MessageMaker } from "./define-message.js";
import { configMessages } from "./messages/config.js";
import { definitionMessages } from "./messages/definitions.js";
import { fileMessages } from "./messages/files.js";
import { nameMessages } from "./messages/names.js";
import { optionMessages } from "./messages/options.js";
import { projectMessages } from "./messages/project.js";
import { payloadMessages } from "./messages/payloads.js";
import { serdeMessages } from "./messages/serdes.js";
import { templateMessages } from "./messages/templates.js";

/**
 * Every message the generator can show. A good one says what is wrong and what was expected (in `message`),
 * why it matters, and how to mend it (in `fix`). It uses the names that the user wrote.
 */
export const messages = {
  ...projectMessages,
  ...configMessages,
  ...optionMessages,
  ...definitionMessages,
  ...payloadMessages,
  ...serdeMessages,
  ...nameMessages,
  ...fileMessages,
  ...templateMessages,
} satisfies Readonly<Record<string, MessageMaker>>;
