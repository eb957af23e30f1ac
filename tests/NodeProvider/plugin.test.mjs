// The plugin, driven by the gRPC stubs of Pulumi's own Node SDK: an implementation of the contract that nobody here wrote.
import "./suites/provider.mjs";
import "./suites/lifecycle.mjs";
import "./suites/values.mjs";
import "./suites/drift.mjs";
import "./suites/unfinished.mjs";
