// Programs that change the simulator's one world, one after the other.
import "./suites/example.mjs";
import "./suites/options.mjs";
import "./suites/failures.mjs";
import "./suites/proxy.mjs";
import "./suites/snippets.mjs";
