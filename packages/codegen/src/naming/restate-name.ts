/** Why Restate would refuse to register a service, virtual object or workflow under this name, if it would. */
export function serviceNameProblem(name: string): string | undefined {
  if (!/^(?:[a-zA-Z]|_[a-zA-Z0-9])[a-zA-Z0-9._-]*$/.test(name)) {
    return "a name starts with a letter, and has only letters, digits, `_`, `-` and `.`";
  }
  if (/^(?:restate|openapi$)/i.test(name)) {
    return "`openapi` and names that start with `restate` are reserved";
  }
  return undefined;
}

/** Why Restate would refuse to register a handler under this name, if it would. */
export function handlerNameProblem(name: string): string | undefined {
  return /^(?:[a-zA-Z]|_[a-zA-Z0-9])[a-zA-Z0-9_]*$/.test(name)
    ? undefined
    : "a name starts with a letter, and has only letters, digits and `_`";
}
