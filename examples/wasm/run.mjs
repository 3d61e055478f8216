// node run.mjs MODULE.wasm ARTICLE.txt: prints whom the article quotes.

import { readFile } from "node:fs/promises";

const [module, path] = process.argv.slice(2);
if (!path) {
  console.error("usage: node run.mjs MODULE.wasm ARTICLE.txt");
  process.exit(2);
}

const { instance } = await WebAssembly.instantiate(await readFile(module));
const { memory, reserve, parse, output } = instance.exports;

/** The article of a text of UTF-8 bytes. Memory may move while parsing, so it is looked at afresh each time. */
function article(bytes) {
  const at = reserve(bytes.length);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  const length = parse();
  const json = new Uint8Array(memory.buffer, output(), length);
  const parsed = JSON.parse(new TextDecoder().decode(json));
  if (parsed.error) throw new Error(parsed.error);
  return parsed;
}

const text = await readFile(path);
const { blocks, quotes, speakers, attributions } = article(text);
console.log(`${blocks.length} blocks, ${quotes.length} quotations, ${speakers.length} speakers`);
for (const { speaker, kind, content } of attributions) {
  const name = speaker === null || speaker === undefined ? "nobody named" : speakers[speaker].name;
  // Spans count bytes, as the text was given.
  const words = content.map(({ start, end }) => text.subarray(start, end).toString()).join(" … ");
  console.log(`${kind}\t${name}\t${words}`);
}
