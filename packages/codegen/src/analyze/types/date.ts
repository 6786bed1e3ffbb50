import { messages } from "../../diagnostics/messages.js";
import { always, type Place, type TypeRule } from "../type-reader.js";
import { libraryName } from "./library-name.js";

/** `Date`, which is a string on the wire, or `null` where it is invalid, and comes back as no `Date`. */
export const readDate: TypeRule = (type, place, reader) => {
  if (place.converted === true || libraryName(type, reader) !== "Date") {
    return undefined;
  }
  if (place.direction === "input" && !isCoerced(place)) {
    const refused = (path: string) => messages.schemaRefuses(path, "Date");
    reader.report(place.checked ? refused : messages.dateInput, place);
  }
  return always({ kind: "date" });
};

/** Of `z.coerce.date()`, zod 3 says that it takes a `Date`. */
function isCoerced({ checked, node }: Place): boolean {
  return checked === true && /\bcoerce\b/.test(node.getText());
}
