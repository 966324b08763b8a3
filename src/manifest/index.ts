export { findLocation, locations, type Brand, type Location, type LocationCode } from "./locations";
export { createProblem, UserError, type Problem } from "./problem";
