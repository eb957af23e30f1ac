// The examples of the functions, which only look and so run beside everything else.
import { suite } from "node:test";
import { looking, snippet } from "./snippet.mjs";

suite("the example of", () => looking.forEach(snippet));
