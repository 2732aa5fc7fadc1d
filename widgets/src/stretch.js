/** From which number to which other a change holds. */

import { decide } from "./decide.js";
import { same } from "./probes.js";

/**
 * @import { Answers } from "./decide.js"
 * @import { Page } from "./page.js"
 * @import { Change } from "./probes.js"
 * @import { NumberQuestion } from "./questions.js"
 */

/**
 * Where the change hangs on a quantity, the ends are the nearest numbers tried, and are "about".
 *
 * @param {Page} page
 * @param {Answers} answers
 * @param {NumberQuestion} question
 * @param {Change} change
 */
export function stretchText(page, answers, { id, probes }, { answer, leaders }) {
  const numbers = [...probes, answers.get(id) ?? answer].map(Number).sort((a, b) => a - b);
  const first = numbers.indexOf(Number(answer));
  const given = new Map(answers);
  const turns = numbers.findIndex(
    (value, at) => at > first && !same(decide(page, given.set(id, value)).leaders, leaders),
  );
  const last = (turns < 0 ? numbers.length : turns) - 1;
  const bounds = page.rules.flatMap(({ when }) =>
    when.flatMap((test) => (test.of === id && "from" in test ? [test.from, test.to] : [])),
  );
  /** @param {number} inside @param {number} outside @param {"from" | "up_to"} at @param {"above" | "below"} beyond */
  const end = (inside, outside, at, beyond) => {
    const [within = 0, without] = [numbers[inside], numbers[outside]];
    if (without === undefined) return "";
    if (bounds.includes(within)) return page.say(at, { number: within });
    if (bounds.includes(without)) return page.say(beyond, { number: without });
    return page.say(`${at}_about`, { number: page.rough(within) });
  };
  const one = end(first, first - 1, "from", "above");
  const other = end(last, last + 1, "up_to", "below");
  return one && other ? page.say("both", { one, other }) : one || other || page.say("any_number");
}
