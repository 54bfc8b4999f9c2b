import type { Question } from "../../core/request/request.ts";
import type { ChipRows } from "./read-chips.ts";
import type { Piece } from "./read-marks.ts";

type Asked = Pick<Question, "severity" | "slot"> | undefined;
const rootOf = (slot: string): string => slot.split(".")[0] ?? slot;

/** Words that an open question sets against each other were heard, but not decided: they look doubtful. */
function isContested(slot: string, question: Asked): boolean {
  return question?.severity === "hard" && rootOf(slot) === rootOf(question.slot);
}

export function contestedPieces(pieces: readonly Piece[], question: Asked): readonly Piece[] {
  return pieces.map((piece) =>
    piece.tone === "said" && piece.slots.some((slot) => isContested(slot, question))
      ? { ...piece, tone: "doubtful" }
      : piece,
  );
}

export function contestedChips(rows: ChipRows, question: Asked): ChipRows {
  const said = rows.said.map((chip) =>
    chip.look === "said" && isContested(chip.slot, question)
      ? { ...chip, look: "doubtful" as const }
      : chip,
  );
  return { ...rows, said };
}
