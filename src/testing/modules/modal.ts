import { belongToHost } from "./belong-to-host";

/** `lib/components/base/modal` in tests. */
export default belongToHost("lib/components/base/modal", (host) => host.Modal);
