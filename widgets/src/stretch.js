/** From which number to which other a change holds. */

import { decide } from "./decide.js";
import { figure, rough } from "./numbers.js";
import { same } from "./probes.js";

/**
 * @import { Answers, Program } from "./decide.js"
 * @import { Change } from "./probes.js"
 * @import { NumberQuestion } from "./questions.js"
 */

/**
 * Where the change hangs on a quantity, the ends are the nearest numbers tried, and are "about".
 *
 * @param {Program} program
 * @param {Answers} answers
 * @param {NumberQuestion} question
 * @param {Change} change
 */
export function stretchText(program, answers, { id, probes }, { answer, leaders }) {
  const numbers = [...probes, answers.get(id) ?? answer].map(Number).sort((a, b) => a - b);
  const first = numbers.indexOf(Number(answer));
  const given = new Map(answers);
  const turns = numbers.findIndex(
    (value, at) => at > first && !same(decide(program, given.set(id, value)).leaders, leaders),
  );
  const last = (turns < 0 ? numbers.length : turns) - 1;
  const bounds = program.rules.flatMap(({ when }) =>
    when.flatMap((test) => (test.of === id && "from" in test ? [test.from, test.to] : [])),
  );
  /** @param {number} inside @param {number} outside @param {string} at @param {string} beyond */
  const end = (inside, outside, at, beyond) => {
    const [within = 0, without] = [numbers[inside], numbers[outside]];
    if (without === undefined) return "";
    if (bounds.includes(within)) return `${at} ${figure(within)}`;
    return bounds.includes(without) ? `${beyond} ${figure(without)}` : `${at} about ${rough(within)}`;
  };
  const ends = [end(first, first - 1, "from", "above"), end(last, last + 1, "up to", "below")];
  return ends.filter(Boolean).join(" and ") || "any number of";
}
