import type { ReaderFault } from "../widget/widget-files";
import { createFault } from "./create-fault";

/**
 * The path that an entry's name stands for, with "/" and without "./"; null and a fault for a name that could reach
 * outside the folder it is unpacked to, or that no file system takes.
 */
export function judgeEntryName(name: string): {
  readonly path: string | null;
  readonly fault: ReaderFault | null;
} {
  const path = name.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  if (/\p{Cc}/u.test(name)) {
    return refuse(name, "The name of an entry holds a control character.", "letters, digits, -, _, . and /");
  }
  if (/^(?:\/|[A-Za-z]:)/.test(path)) {
    return refuse(name, "The name of an entry is an absolute path.", "a path inside the archive");
  }
  if (path.split("/").includes("..")) {
    return refuse(name, "The name of an entry leads out of the archive.", "a path without ..");
  }
  if (path === "" || path.length > 1000) {
    return refuse(
      name.slice(0, 100),
      "The name of an entry is empty or over 1000 characters long.",
      "a short path",
    );
  }
  const fault = name.includes("\\")
    ? createFault({
        entry: name,
        severity: "warning",
        message: "The name of an entry has backslashes; not every unpacker takes them for folders.",
        found: name,
        expected: path,
        fix: 'pack it with "/" between the folders.',
      })
    : null;
  return { path, fault };
}

function refuse(name: string, message: string, expected: string): { path: null; fault: ReaderFault } {
  const fix = "pack the folder's content anew, without that entry.";
  return {
    path: null,
    fault: createFault({ entry: name, message, found: JSON.stringify(name), expected, fix }),
  };
}
