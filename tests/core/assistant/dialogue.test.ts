import { describe, expect, test } from "vitest";
import { answerTurn, emptyConversation, type Turn } from "../../../src/core/assistant/dialogue.ts";
import { readJsonl, score } from "../../fixtures/requests/score.mjs";
import { answer } from "../../measure/dialogues.ts";

const data = {
  companies: ["Google", "Stripe", "Spotify", "Northwind Labs", "Northwind Traders"],
  schedules: ["Weekly backup"],
};
const context = { today: "2025-06-18", language: "en", data };

function talk(...texts: readonly string[]): readonly Turn[] {
  let conversation = emptyConversation;
  return texts.map((text) => {
    const answered = answerTurn(conversation, text, context);
    conversation = answered.conversation;
    return answered.turn;
  });
}
const last = (...texts: readonly string[]): Turn => {
  const turn = talk(...texts).at(-1);
  if (turn === undefined) throw new Error("nothing was said");
  return turn;
};

describe("labelled conversations", () => {
  test("reach their floors, and nothing dangerous is misread", () => {
    const rows = readJsonl("tests/fixtures/requests/dialogues.jsonl");
    const report = score(rows, rows.map(answer));
    expect(report.danger.list).toEqual([]);
    expect(report.jointAccuracy).toBeGreaterThanOrEqual(0.9);
    expect(report.turnIntentAccuracy).toBeGreaterThanOrEqual(0.95);
  });
});

describe("a turn", () => {
  test("corrects the slot of its own kind and keeps the rest", () => {
    const { state } = last("applications from March as PDF", "actually April", "no, CSV");
    expect(state.formats).toEqual(["csv"]);
    expect(state.when?.[0]?.start).toBe("2025-04-01");
    expect(state.entities).toEqual({ include: ["applications"] });
  });
  test("adds after 'also', removes after 'without'", () => {
    const { state } = last("everything as json", "without the documents", "no emails");
    expect(state.entities).toEqual({ include: "all", exclude: ["documents"] });
    expect(state.privacy).toEqual({ hide: ["email"] });
  });
  test("is taken back by 'undo', with the inverse edit", () => {
    const turn = last("contacts as csv", "no emails", "undo that");
    expect(turn.edits).toEqual([{ op: "remove", path: "privacy.hide", value: ["email"] }]);
    expect(turn.state.privacy).toBeUndefined();
  });
  test("that answers the open question fills its slot", () => {
    const turn = last("export as csv", "applications");
    expect(turn.intent).toBe("answer");
    expect(turn.state).toEqual({
      v: 1,
      intent: "export",
      formats: ["csv"],
      entities: { include: ["applications"] },
    });
  });
  test("picks from the choices shown", () => {
    const { state } = last("applications at Northwind", "the second");
    expect(state.filters).toEqual([{ field: "company", op: "eq", value: "Northwind Traders" }]);
  });
  test("about something else leaves the request alone", () => {
    const turn = last("interviews as pdf", "what can you do?");
    expect(turn.intent).toBe("help");
    expect(turn.edits).toEqual([]);
    expect(turn.state.formats).toEqual(["pdf"]);
  });
  test("that confirms makes the request the one 'same' points at", () => {
    const turn = last("interviews as pdf", "go ahead", "same but as markdown");
    expect(turn.questions).toEqual([]);
    expect(turn.state.base).toBe("last");
  });
  test("that deletes a schedule asks first", () => {
    const turn = last("delete the weekly backup");
    expect(turn.questions.map(({ code }) => code)).toContain("confirm.destructive");
  });
  test("asks at most one thing and restates what was understood", () => {
    for (const turn of talk(
      "my applications for my mentor",
      "as an encrypted CSV",
      "make it weekly",
    )) {
      expect(turn.reply.match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(turn.reply).toContain("applications");
    }
  });
  test("never repeats a passphrase", () => {
    for (const turn of talk("zip my documents", "with password tulip-Garage-9")) {
      expect(JSON.stringify(turn)).not.toContain("tulip");
    }
  });
});
