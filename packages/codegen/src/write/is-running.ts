import { systemCode } from "./file-system.js";

/** Whether there is a process with this id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process cannot be signalled, but is there.
    return systemCode(error) === "EPERM";
  }
}
