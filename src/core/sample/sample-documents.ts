import { zlibSync } from "fflate";
import type { Bytes } from "../formats/contract.ts";

const encoder = new TextEncoder();

/** A one-page PDF 1.4 with a text line, its cross-reference table computed (ISO 32000-1, 7.5.4). */
export function makeSamplePdf(line: string): Bytes {
  const text = line.replace(/[^ -~]/g, "").replace(/[\\()]/g, "\\$&");
  const content = `BT /F1 18 Tf 72 760 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  return encoder.encode(
    `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`,
  );
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function pngChunk(name: string, body: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(body.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length);
  chunk.set(encoder.encode(name), 4);
  chunk.set(body, 8);
  view.setUint32(body.length + 8, crc32(chunk.subarray(4, body.length + 8)));
  return chunk;
}

/** A square PNG of one colour with a lighter band (W3C PNG, 5.2): stands for a scanned certificate. */
export function makeSamplePng(
  size: number,
  [red, green, blue]: readonly [number, number, number],
): Bytes {
  const head = new Uint8Array(13);
  new DataView(head.buffer).setUint32(0, size);
  new DataView(head.buffer).setUint32(4, size);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = new Uint8Array(size * (size * 3 + 1));
  for (let y = 0; y < size; y += 1) {
    const lift = y > size / 3 && y < size / 2 ? 60 : 0;
    for (let x = 0; x < size; x += 1) {
      rows.set([red + lift, green + lift, blue + lift], y * (size * 3 + 1) + 1 + x * 3);
    }
  }
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk("IHDR", head),
    pngChunk("IDAT", zlibSync(rows)),
    pngChunk("IEND", new Uint8Array(0)),
  ];
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((offset, part) => {
    png.set(part, offset);
    return offset + part.length;
  }, 0);
  return png;
}
