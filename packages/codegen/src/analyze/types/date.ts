import { messages } from "../../diagnostics/messages.js";
import { always, type TypeRule } from "../type-reader.js";
import { libraryName } from "./library-name.js";

/** `Date`, which is a string on the wire, or `null` where it is invalid, and comes back as no `Date`. */
export const readDate: TypeRule = (type, place, reader) => {
  if (place.converted === true || libraryName(type, reader) !== "Date") {
    return undefined;
  }
  if (place.direction === "input") {
    reader.report(messages.dateInput, place);
  }
  return always({ kind: "date" });
};
