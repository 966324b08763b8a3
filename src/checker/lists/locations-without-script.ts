/** What the platform serves without a line of the widget's code. */
export const locationsWithoutScript: ReadonlySet<string> = new Set(["sms", "mobile_card"]);
