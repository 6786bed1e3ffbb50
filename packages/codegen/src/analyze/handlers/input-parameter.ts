import { ts } from "ts-morph";

/** The parameter that takes the input. */
export interface InputParameter {
  /** Absent where the function takes none. */
  readonly type: ts.Type | undefined;
  readonly optional: boolean;
  /** The parameter in the source. */
  readonly declaration: ts.ParameterDeclaration | undefined;
  /** How many arguments from this one on the function cannot do without. */
  readonly required: number;
}

/** Finds the parameter at an index, also in the list that a rest parameter `(ctx, ...args: [Order])` spreads out. */
export function inputParameter(
  signature: ts.Signature,
  index: number,
  checker: ts.TypeChecker,
): InputParameter {
  const slots = signature.getParameters().flatMap((symbol) => parameterSlots(symbol, checker));
  const slot = slots[index];
  return {
    type: slot?.type,
    optional: slot?.optional === true,
    declaration: slot?.declaration,
    required: slots.slice(index).filter(({ optional }) => !optional).length,
  };
}

interface Slot {
  readonly type: ts.Type;
  readonly optional: boolean;
  readonly declaration: ts.ParameterDeclaration | undefined;
}

/** The arguments that a parameter takes: one, or those of a rest parameter's tuple. */
function parameterSlots(symbol: ts.Symbol, checker: ts.TypeChecker): readonly Slot[] {
  const declared = symbol.valueDeclaration;
  const declaration = declared && ts.isParameter(declared) ? declared : undefined;
  const type = checker.getTypeOfSymbol(symbol);
  if (declaration?.dotDotDotToken === undefined) {
    const optional = declaration !== undefined && checker.isOptionalParameter(declaration);
    return [{ type: defaultType(declaration, checker) ?? type, optional, declaration }];
  }
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  if (!checker.isTupleType(type)) {
    return elements.map((element) => ({ type: element, optional: true, declaration }));
  }
  const { elementFlags } = (type as ts.TupleTypeReference).target;
  return elements.map((element, index) => ({
    type: element,
    optional: elementFlags[index] !== ts.ElementFlags.Required,
    declaration,
  }));
}

/** The type of `name = "you"`, which the SDK's own typing of handlers turns into `any`. */
function defaultType(
  parameter: ts.ParameterDeclaration | undefined,
  checker: ts.TypeChecker,
): ts.Type | undefined {
  return parameter?.initializer && !parameter.type
    ? checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(parameter.initializer))
    : undefined;
}
