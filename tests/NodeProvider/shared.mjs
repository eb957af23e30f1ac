// The one deployment of all tests. Starting a plugin takes longer than most of them, and one that an engine attached to serves
// one command after the other as well.
import { after, beforeEach } from "node:test";
import { Deployment } from "./deployment.mjs";

export const deployment = await Deployment.start();

beforeEach(() => deployment.begin());
after(() => deployment.stop());
