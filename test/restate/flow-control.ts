/** Settings of a server that knows scopes. A cluster has them from its first start, or never. */
export const flowControl: Readonly<Record<string, string>> = {
  RESTATE_EXPERIMENTAL_ENABLE_VQUEUES: "true",
  RESTATE_EXPERIMENTAL_ENABLE_PROTOCOL_V7: "true",
};

/** The same, with scopes of virtual objects. */
export const wholeFlowControl: Readonly<Record<string, string>> = {
  ...flowControl,
  RESTATE_EXPERIMENTAL_ENABLE_SCOPED_VIRTUAL_OBJECTS: "true",
};
