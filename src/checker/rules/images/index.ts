import { km401 } from "./km401-logo-sizes";
import { km402 } from "./km402-logos-are-png";
import { km403 } from "./km403-image-weight";
import { km404 } from "./km404-no-animation";
import { km405 } from "./km405-slide-count";
import { km406 } from "./km406-slide-size";
import { km407 } from "./km407-logo-margin";
import { km408 } from "./km408-slides-translated";
import { km409 } from "./km409-menu-icon";
import { km410 } from "./km410-own-identity";
import { km411 } from "./km411-slides-real";

/** KM4xx: pictures. */
export const imageRules = [km401, km402, km403, km404, km405, km406, km407, km408, km409, km410, km411];
