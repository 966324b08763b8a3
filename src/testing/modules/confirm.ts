import { belongToHost } from "./belong-to-host";

/** `lib/components/base/confirm` in tests. */
export default belongToHost("lib/components/base/confirm", (host) => host.Confirm);
