// The examples of the resources, and of a function that needs one.
import { suite } from "node:test";
import { changing, snippet } from "../snippet.mjs";

suite("the example of", () => changing.forEach(snippet));
