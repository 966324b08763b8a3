import { expect, it } from "vitest";
import { createProblem } from "../../src/manifest/problem";
import { parseModule } from "../parse-javascript";
import { checkClassUses } from "./check-class-uses";
import { findClassUses } from "./find-class-uses";

const classes = new Map([
  ["/project/widget/card/card.module.scss", new Set(["title", "stepHead", "is-open"])],
]);

function check(code: string) {
  const program = parseModule(`import styles from "./card.module.scss";\n${code}`);
  return checkClassUses(
    findClassUses(program).map((use) => ({ ...use, file: "widget/card/card.tsx" })),
    classes,
    "/project",
  );
}

it("tells a class that the CSS module lacks, and which was meant", () => {
  expect(check("h2(styles.titel);")).toEqual([
    createProblem({
      code: "KB417",
      message: 'widget/card/card.module.scss has no class "titel".',
      file: "widget/card/card.tsx",
      line: 2,
      column: 10,
      found: "titel",
      expected: 'a class of widget/card/card.module.scss, such as "title"',
      fix: 'write "title", or a rule for .titel there.',
    }),
  ]);
});

it.each(['styles["x"]', "const { x: y } = styles", "`${styles.title} ${styles.x}`", "a ? styles.x : b"])(
  "finds it in %s",
  (code) => {
    expect(check(code)).toMatchObject([
      {
        message: 'widget/card/card.module.scss has no class "x".',
        expected: "a class of widget/card/card.module.scss",
        fix: "write a rule for .x there.",
      },
    ]);
  },
);

it.each([
  'styles.title + styles["is-open"]',
  "const { title, ...rest } = styles",
  "styles[look]",
  "styles[`is-${state}`]",
  "other.titel",
  "this.styles.titel",
])("has nothing to say of %s", (code) => {
  expect(check(code)).toEqual([]);
});
